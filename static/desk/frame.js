// The skin draws icons as words of a font: nobody should hear “arrow back”, and a link that is only an icon has a name.
{
  const name = (icon) => {
    icon.setAttribute("aria-hidden", "true")
    const control = icon.closest("a, button")
    if (control && !control.ariaLabel && control.title && [...control.querySelectorAll(":scope > *")].every((one) => one.ariaHidden)) {
      control.setAttribute("aria-label", control.title)
    }
  }
  const nameAll = (root) => root.querySelectorAll(".material-symbols-outlined").forEach(name)

  nameAll(document)
  document.addEventListener("formset:added", ({ target }) => nameAll(target))
  // Hidden until the skin is ready, so the browser's own autofocus comes too early.
  document.addEventListener("DOMContentLoaded", () => setTimeout(() => document.querySelector("form [autofocus]")?.focus()))
}
