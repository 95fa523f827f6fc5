// Turns the text's textarea into an editor, or says why not and leaves the text alone.
// A classic script without static imports: whatever fails to load, this still runs and can tell.
{
  const PATIENCE = 20_000

  const open = async (textarea) => {
    const config = JSON.parse(textarea.dataset.deskEditor)
    textarea.dataset.state = "loading"
    try {
      const found = await everything(config)
      const missing = ["build", ...config.extensions].filter((name) => !found[name])
      if (missing.length) throw new Error(`missing: ${missing.join(", ")}`)
      const lost = found.build(textarea, config, config.extensions.map((name) => found[name]))
      if (lost.length) return readOnly(textarea, config.strings, lost)
      textarea.dataset.state = "ready"
      textarea.dispatchEvent(new CustomEvent("desk:editor-ready", { bubbles: true }))
    } catch (error) {
      console.warn("The editor did not load:", error)
      readOnly(textarea, config.strings)
    }
  }

  // Ours come last, so that an unforeseen name of the bundle never stands in for one of ours.
  const everything = async (config) => {
    const names = ["django-prose-editor/editor", ...config.modules]
    const loading = Promise.allSettled(names.map((name) => import(name)))
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), PATIENCE))
    const settled = await Promise.race([loading, late])
    return Object.assign({}, ...settled.filter((one) => one.value).map((one) => one.value))
  }

  const readOnly = (textarea, strings, lost = []) => {
    textarea.readOnly = true
    textarea.dataset.state = "read-only"
    const box = document.createElement("div")
    box.className = "desk-editor-alert"
    const words = document.createElement("p")
    const reload = document.createElement("button")
    reload.type = "button"
    reload.textContent = strings.reload
    reload.addEventListener("click", () => location.reload())
    box.append(words, ...(lost.length ? [] : [reload]))
    textarea.before(box)
    box.setAttribute("role", "alert")
    words.textContent = lost.length ? strings.wouldLose.replace("%(kinds)s", lost.join(", ")) : strings.notLoaded
  }

  for (const textarea of document.querySelectorAll("textarea[data-desk-editor]")) open(textarea)
}
