// A picture of the library in the text: stored as its number, shown with what readers are told about it.

import { crel, Node, Plugin, pm } from "django-prose-editor/editor"
import { picture } from "desk/editor/pictures"

export const PictureFigure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,

  addAttributes: () => ({ picture: { default: null } }),
  parseHTML: () => [{ tag: "figure[data-picture]", getAttrs: (figure) => ({ picture: figure.dataset.picture }) }],
  renderHTML: ({ node }) => ["figure", { "data-picture": node.attrs.picture }],
  addNodeView: () => figureView,

  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput: typeBelow } })],
})

// After it the cursor stands in a paragraph, so that typing on does not replace the picture.
export function insertFigure(editor, number) {
  const { $to } = editor.state.selection
  const last = $to.after(1) === editor.state.doc.content.size
  const figure = { type: "figure", attrs: { picture: String(number) } }
  editor.chain().insertContent(last ? [figure, { type: "paragraph" }] : figure).run()
  const { selection, doc } = editor.state
  if (selection.node) {
    const below = pm.state.TextSelection.near(doc.resolve(selection.to), 1)
    editor.view.dispatch(editor.state.tr.setSelection(below))
  }
  editor.view.focus()
}

// Typing while a picture is selected writes below it; the browser's way would replace the picture without a word.
function typeBelow(view, from, to, text) {
  const { node } = view.state.selection
  if (node?.type.name !== "figure") return false
  const paragraph = view.state.schema.nodes.paragraph.create(null, view.state.schema.text(text))
  const after = view.state.selection.to
  const tr = view.state.tr.insert(after, paragraph)
  view.dispatch(tr.setSelection(pm.state.TextSelection.create(tr.doc, after + 1 + text.length)).scrollIntoView())
  return true
}

function figureView({ node, editor, getPos }) {
  const { strings, pictures } = editor.options.desk
  const image = crel("img", { alt: "", draggable: false })
  const told = crel("span", { className: "desk-figure-told" }, [strings.picture.replace("%(number)s", node.attrs.picture)])
  const remove = crel("button", { type: "button", className: "desk-figure-remove", textContent: strings.remove })
  const dom = crel("figure", { className: "desk-figure" }, [image, crel("figcaption", {}, [told, remove])])
  dom.contentEditable = "false"
  image.hidden = true
  remove.addEventListener("click", () => removeAt(editor, getPos()))
  picture(pictures, node.attrs.picture).then(
    (facts) => show(facts, image, told, strings),
    (error) => told.append(crel("span", { className: "desk-figure-lack", textContent: strings[error.message] })),
  )
  return { dom, ignoreMutation: () => true, stopEvent: (event) => remove.contains(event.target) }
}

function removeAt(editor, position) {
  editor.chain().focus().deleteRange({ from: position, to: position + 1 }).run()
}

function show(facts, image, told, strings) {
  const line = (className, textContent) => crel("span", { className, textContent })
  if (!facts) return told.append(line("desk-figure-lack", strings.missing))
  image.hidden = !facts.thumbnail
  if (facts.thumbnail) Object.assign(image, { src: facts.thumbnail, alt: facts.alt })
  image.addEventListener("error", () => (image.hidden = true))
  told.replaceChildren(
    line("desk-figure-caption", facts.caption || facts.title),
    facts.credit ? line("desk-figure-credit", facts.credit) : line("desk-figure-lack", strings.noCredit),
    facts.alt
      ? line("desk-figure-alt", strings.alt.replace("%(text)s", facts.alt))
      : line("desk-figure-lack", strings.noAlt),
  )
}
