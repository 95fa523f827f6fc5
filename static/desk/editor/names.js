// A selected name can become a person or organization of the story: the form hears `desk:name-selected`.

import { crel, Extension, Plugin } from "django-prose-editor/editor"

const LONGEST = 120

export const SelectedName = Extension.create({
  name: "selectedName",

  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin({ view: () => nearby(editor) })]
  },
})

// The selected words of one block without what stands around a name, or an empty string.
export function selectedName(editor) {
  const { selection, doc } = editor.state
  if (selection.empty || selection.node || !selection.$from.sameParent(selection.$to)) return ""
  const text = doc.textBetween(selection.from, selection.to, " ").replace(/\s+/g, " ")
  const name = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, "").replace(/[’']s$|(?<=\p{Ll}{2})\.$/u, "")
  return name.length <= LONGEST ? name : ""
}

export function addName(editor, kind) {
  const text = selectedName(editor)
  const { textarea } = editor.options.desk
  if (text) textarea.dispatchEvent(new CustomEvent("desk:name-selected", { bubbles: true, detail: { text, kind } }))
}

const looksLikeName = (text) => {
  const first = text[0] ?? ""
  return first !== "" && first === first.toUpperCase() && !/[.!?;:]\s/.test(text) && text.split(" ").length <= 6
}

// Two buttons below the selection, for the mouse; the toolbar has the same two for everybody.
function nearby(editor) {
  const { strings, frame } = editor.options.desk
  const button = (kind) =>
    crel("button", { type: "button", tabIndex: -1, textContent: strings[kind], onclick: () => addName(editor, kind) })
  const box = crel("div", { className: "desk-names", "aria-hidden": "true" }, [button("person"), button("organization")])
  box.hidden = true
  box.addEventListener("mousedown", (event) => event.preventDefault())
  frame.append(box)
  const update = () => {
    box.title = selectedName(editor)
    box.hidden = !editor.isFocused || !looksLikeName(box.title)
    if (!box.hidden) place(box, editor, frame)
  }
  editor.on("blur", update)
  editor.on("focus", update)
  return {
    update,
    destroy() {
      editor.off("blur", update)
      editor.off("focus", update)
      box.remove()
    },
  }
}

function place(box, editor, frame) {
  const around = frame.getBoundingClientRect()
  const { left, bottom } = editor.view.coordsAtPos(editor.state.selection.to, -1)
  box.style.top = `${bottom - around.top + 6}px`
  box.style.left = `${Math.max(8, Math.min(left - around.left - 60, around.width - box.offsetWidth - 8))}px`
}
