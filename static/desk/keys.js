// Keys for what is done all day: Ctrl+S saves, Ctrl+Shift+Enter saves and submits (⌘ on a Mac).
{
  const pressed = ({ key, shiftKey }) => (key === "Enter" && shiftKey ? "_submit" : key.toLowerCase() === "s" && !shiftKey ? "_save" : "")

  document.addEventListener(
    "keydown",
    (event) => {
      const name = (event.ctrlKey || event.metaKey) && !event.altKey ? pressed(event) : ""
      const button = name && document.querySelector(`button[form="story_form"][name="${name}"]`)
      if (!button || document.querySelector("dialog[open]")) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) button.click()
    },
    true,
  )
}
