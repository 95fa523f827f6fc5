// A film or chart of another house is loaded when a reader asks for it, in the place of its link. Without this, the link leads there.

for (const box of document.querySelectorAll("[data-player]")) {
  const link = box.querySelector("a")
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return // opened elsewhere
    event.preventDefault()
    const frame = document.createElement("iframe")
    frame.title = `${link.textContent} (${box.dataset.house})`
    frame.src = box.dataset.player
    frame.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture"
    frame.referrerPolicy = "strict-origin-when-cross-origin"
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation")
    frame.tabIndex = 0
    box.classList.add("is-open")
    link.parentElement.before(frame)
    frame.focus()
  })
}
