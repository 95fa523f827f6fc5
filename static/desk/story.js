// The story's page: tabs, links from a finding to the field that mends it, checks while one writes. Without this
// file every part of the form stands open, one below the other.
{
  const root = document.querySelector("[data-panels]")
  const form = root?.closest("form")
  const REMEMBER = "desk-tab"
  const PAUSE = 1200
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

  // Leads from a finding to the field that mends it; in a text, to the very words.
  const mend = (link) => {
    const place = document.getElementById(link.hash.slice(1))
    const panel = place?.closest("[data-panel]")
    if (!panel) return
    show(panel.dataset.panel)
    place.closest("details")?.setAttribute("open", "")
    const words = link.dataset.where
    if (!place.dispatchEvent(new CustomEvent("desk:find", { cancelable: true, detail: { words } }))) return
    const seen = standIn(place)
    seen.scrollIntoView({ block: "center" })
    seen.focus({ preventScroll: true })
    const start = seen.selectionStart === null || !words ? -1 : (seen.value ?? "").indexOf(words)
    if (start >= 0) seen.setSelectionRange(start, start + words.length)
  }

  // Goes to another page of the story; what is typed is saved first, and the way back leads to all of it.
  const leave = (event, link) => {
    const save = document.querySelector('button[form="story_form"][name="_save"]')
    if (!changed || !save || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { pathname, search, hash } = new URL(link.href)
    const then = Object.assign(document.createElement("input"), { type: "hidden", name: "_then", value: pathname + search + hash })
    form.append(then)
    save.click()
    then.remove() // a save that was stopped here leads nowhere later
  }

  // Takes a suggestion: ticks its box, wherever it stands.
  const take = (button) => {
    const box = button && document.getElementById(button.dataset.take)
    if (!box) return
    box.checked = true
    box.dispatchEvent(new Event("change", { bubbles: true }))
    button.disabled = true
    check()
  }

  // What can be seen and focused of a field: of rows their button, of a box with search the box.
  const standIn = (place) => {
    if (place.matches("[id$=-group]")) return place.querySelector("a.add-row, .add-row a") ?? place
    const box = place.matches(".select2-hidden-accessible") && place.parentElement.querySelector(".select2-selection")
    return box || place
  }

  // The checks look again once somebody pauses.
  let timer, asking, sentLast
  let changed = false
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(check, PAUSE)
  }
  const hush = () => {
    clearTimeout(timer)
    asking?.abort()
  }
  const check = async () => {
    const typed = new FormData(form)
    const sent = new URLSearchParams(typed).toString()
    if (!root.dataset.checks || sent === sentLast) return
    asking?.abort()
    const { signal } = (asking = new AbortController())
    try {
      const answer = await fetch(root.dataset.checks, { method: "POST", body: typed, signal })
      if (!answer.ok || answer.redirected) return
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const fresh = page.querySelector(".desk-checks")
      if (!fresh) return
      sentLast = sent
      for (const box of root.querySelectorAll("[data-live-checks]")) put(fresh.cloneNode(true), box)
      const claims = root.querySelector("[data-claims-list]")
      const listed = page.querySelector("[data-claims-list]")
      if (claims && listed && !claims.isEqualNode(listed) && !claims.contains(document.activeElement)) claims.replaceWith(listed)
      told(fresh)
    } catch {
      // offline, or asked again meanwhile: what was last known stays, saving will say more
    }
  }

  // Only what changed is written; what was unfolded stays so, and whoever stood on a finding still does.
  const put = (fresh, box) => {
    const shown = box.querySelector(".desk-checks")
    for (const unfolded of shown.querySelectorAll("details[open]")) {
      fresh.querySelector(`[data-more="${unfolded.dataset.more}"]`)?.setAttribute("open", "")
    }
    if (shown.isEqualNode(fresh)) return
    const links = () => [...box.querySelectorAll("[data-mend], summary")]
    const stood = links().indexOf(document.activeElement)
    const top = box.scrollTop
    shown.replaceWith(fresh)
    box.scrollTop = top
    if (stood >= 0) (links()[Math.min(stood, links().length - 1)] ?? box).focus({ preventScroll: true })
  }

  const told = (fresh) => {
    const tasks = fresh.querySelectorAll(".desk-task").length
    for (const count of root.querySelectorAll("[data-count]")) {
      count.textContent = tasks
      count.hidden = !tasks
    }
    const words = `${fresh.querySelector("h2").textContent}: ${fresh.querySelector("[data-summary]").textContent}`
    const voice = root.querySelector("[data-checks-told]")
    if (voice && voice.dataset.last !== words) voice.textContent = voice.dataset.last = words
  }

  const start = () => {
    root.querySelector(".desk-tabs").hidden = false
    const [path, key] = (sessionStorage.getItem(REMEMBER) ?? "").split(" ")
    const wrong = root.querySelector(".errorlist, .errors")?.closest("[data-panel]")
    show(wrong?.dataset.panel ?? (path === location.pathname ? key : "text"))
    for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.tab))
    root.querySelector(".desk-tabs").addEventListener("keydown", step)
    root.addEventListener("click", (event) => take(event.target.closest("[data-take]")))
    root.addEventListener("click", (event) => {
      const link = event.target.closest("[data-mend], [data-make-claim]")
      if (!link) return
      event.preventDefault()
      if (link.matches("[data-mend]")) mend(link)
    })
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-leave]")
      if (link) leave(event, link)
    })
    form.addEventListener("input", soon)
    form.addEventListener("change", soon)
    const search = window.django?.jQuery(form) // boxes with search tell jQuery only
    search?.on("change", soon)
    search?.on("select2:select select2:unselect", () => (changed = true))
    for (const rows of ["formset:added", "formset:removed"]) document.addEventListener(rows, () => (changed = true))
    document.addEventListener("formset:removed", soon)
    window.addEventListener("submit", (event) => event.defaultPrevented || hush()) // whoever has submitted may write no more
    form.addEventListener("input", () => (changed = true))
    form.addEventListener("change", () => (changed = true))
    for (const move of document.querySelectorAll(".desk-move")) {
      move.addEventListener("submit", (event) => {
        const words = document.querySelector("[data-unsaved]")?.dataset.unsaved
        if (changed && words && !confirm(words)) event.preventDefault()
      })
    }
  }

  if (form) start()
}
