// The story's page: tabs, links from a finding to the field that mends it, checks while one writes. Without this
// file every part of the form stands open, one below the other.
{
  const root = document.querySelector("[data-panels]")
  const form = root?.closest("form")
  const REMEMBER = "desk-tab"
  const PAUSE = 1200
  const PLACES = {
    people: "story_people-group", organizations: "story_organizations-group", sources: "story_sources-group",
    pictures: "story_pictures-group", bylines: "bylines-group",
  }

  const tabs = [...(root?.querySelectorAll("[data-tab]") ?? [])]
  const panels = [...(root?.querySelectorAll("[data-panel]") ?? [])]

  const show = (key) => {
    if (!panels.some((panel) => panel.dataset.panel === key)) key = "text"
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", tab.dataset.tab === key)
      tab.tabIndex = tab.dataset.tab === key ? 0 : -1
    }
    for (const panel of panels) panel.hidden = panel.dataset.panel !== key
    sessionStorage.setItem(REMEMBER, `${location.pathname} ${key}`)
  }

  const step = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = tabs.indexOf(event.target)
    if (!by || at < 0) return
    const next = tabs[(at + by + tabs.length) % tabs.length]
    show(next.dataset.tab)
    next.focus()
  }

  // The place of a finding: an inline's group, or the field itself.
  const mend = (name) => {
    const place = document.getElementById(PLACES[name] ?? `id_${name}`) ?? form.elements.namedItem(name)
    const panel = place?.closest?.("[data-panel]")
    if (!panel) return
    show(panel.dataset.panel)
    place.closest("details")?.setAttribute("open", "")
    const field = PLACES[name] ? place.querySelector("a.add-row, .add-row a, select, input:not([type=hidden])") : place
    const target = name === "body" ? panel.querySelector(".ProseMirror") ?? field : field
    place.scrollIntoView({ block: "center" })
    target?.focus()
  }

  let timer
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(check, PAUSE)
  }
  const check = async () => {
    const box = root.querySelector("[data-live-checks]")
    if (!box || !root.dataset.checks) return
    const sent = new FormData()
    for (const name of ["csrfmiddlewaretoken", "headline", "standfirst", "body", "section", "type_of_work", "dateline", "social_headline", "description", "public_note", "change_kind"]) {
      const field = form.elements.namedItem(name)
      if (field) sent.set(name, field.value)
    }
    box.classList.add("is-waiting")
    try {
      const answer = await fetch(root.dataset.checks, { method: "POST", body: sent })
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html")
        const fresh = page.querySelector(".desk-checks")
        if (fresh) box.replaceChildren(document.adoptNode(fresh))
        for (const count of root.querySelectorAll("[data-count]")) count.textContent = box.querySelectorAll(".desk-task").length
      }
    } catch {
      // offline: what was last known stays, saving will say more
    } finally {
      box.classList.remove("is-waiting")
    }
  }

  const start = () => {
    root.querySelector(".desk-tabs").hidden = false
    const [path, key] = (sessionStorage.getItem(REMEMBER) ?? "").split(" ")
    const wrong = root.querySelector(".errorlist, .errors")?.closest("[data-panel]")
    show(wrong?.dataset.panel ?? (path === location.pathname ? key : "text"))
    for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.tab))
    root.querySelector(".desk-tabs").addEventListener("keydown", step)
    root.addEventListener("click", (event) => {
      const link = event.target.closest("[data-mend]")
      if (!link) return
      event.preventDefault()
      mend(link.dataset.mend)
    })
    form.addEventListener("input", soon)
    form.addEventListener("change", soon)
    let changed = false
    form.addEventListener("input", () => (changed = true))
    for (const move of document.querySelectorAll(".desk-move")) {
      move.addEventListener("submit", (event) => {
        const words = document.querySelector("[data-unsaved]")?.dataset.unsaved
        if (changed && words && !confirm(words)) event.preventDefault()
      })
    }
  }

  if (form) start()
}
