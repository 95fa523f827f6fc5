// What the skin leaves to the mouse and the eye: its icons are words of a font that nobody should hear, and some of its
// buttons are neither buttons nor links.
{
  const { dataset: words } = document.currentScript
  const NAMES = { "#searchbar-submit": words.search, "#nav-sidebar-inner a.bg-primary-600": words.home, 'a[href="#"]': words.more, "div[role=button]": words.more }
  const CLICKED = String.raw`:is(a:not([href]), div, span):not([tabindex])[x-on\:click]`

  const press = (event) => {
    if (event.target !== event.currentTarget || !["Enter", " "].includes(event.key)) return
    event.preventDefault()
    event.currentTarget.click()
  }

  const makeButton = (place) => {
    place.setAttribute("role", "button")
    place.tabIndex = 0
    place.addEventListener("keydown", press)
  }

  const saysNothing = (control) => [...control.childNodes].every((one) => one.ariaHidden || !one.textContent.trim())

  const name = (control) => {
    const known = Object.keys(NAMES).find((selector) => control.matches(selector))
    const words = control.title || NAMES[known]
    if (!control.ariaLabel && words && saysNothing(control)) control.setAttribute("aria-label", words)
  }

  const mend = (root) => {
    for (const place of root.querySelectorAll(CLICKED)) makeButton(place)
    for (const icon of root.querySelectorAll(".material-symbols-outlined")) icon.setAttribute("aria-hidden", "true")
    for (const control of root.querySelectorAll("a, button, [role=button]")) name(control)
  }

  mend(document)
  document.addEventListener("formset:added", ({ target }) => mend(target))
  if (!document.querySelector("main")) document.getElementById("content")?.setAttribute("role", "main")
  // Hidden until the skin is ready, so the browser's own autofocus comes too early.
  document.addEventListener("DOMContentLoaded", () => setTimeout(() => document.querySelector("form [autofocus]")?.focus()))
}
