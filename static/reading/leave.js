// Leaves at once, with nothing to see meanwhile, and in a way that “back” does not lead here again. Without this file
// the link is a link.
for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault()
    document.title = ""
    document.body.replaceChildren()
    location.replace(link.href)
  })
}
