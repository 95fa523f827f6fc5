// Headings 2 and 3, numbered lists, pull quotes, footnotes, tables.

import { Heading, Node, OrderedList, Table, TableHeader } from "django-prose-editor/editor"

export const SectionHeading = Heading.configure({ levels: [2, 3] })

// The numbers are the list's own: no start, no letters.
export const NumberedList = OrderedList.extend({ addAttributes: () => ({}), addNodeView: null })

const aside = (name) => ({
  name,
  group: "block",
  content: "block+",
  defining: true,

  parseHTML: () => [{ tag: `aside.${name}` }],
  renderHTML: () => ["aside", { class: name }, 0],
})

export const PullQuote = Node.create(aside("pullquote"))

// Readers get its number at the end of the paragraph before it.
export const Footnote = Node.create(aside("note"))

export const Grid = Table.configure({ resizable: false })

export const GridHeader = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } }
  },
})

// A quote turned into a pull quote is no longer a quote, and the other way round; likewise footnotes.
export function toggleQuote(editor, type) {
  const chain = editor.chain().focus()
  for (const other of ["blockquote", "pullquote", "note"]) {
    if (other !== type && editor.isActive(other)) chain.lift(other)
  }
  chain.toggleWrap(type).run()
}

// A footnote of its own after the paragraph (or list, or table) one is in, to type in; within one, its words become text again.
export function toggleNote(editor) {
  if (editor.isActive("note")) return toggleQuote(editor, "note")
  const end = editor.state.selection.$to.after(1)
  const empty = { type: "note", content: [{ type: "paragraph" }] }
  return editor.chain().focus().insertContentAt(end, empty).setTextSelection(end + 2).run()
}

// The editor's HTML in the form in which articles/text/markup.py stores it, so that opening a text changes nothing:
// no paragraph around all of an item or cell; a first row of header cells is the table's head.
export function asStored(html) {
  if (!/<(li|table)\b/.test(html)) return html
  const body = new DOMParser().parseFromString(html, "text/html").body
  for (const only of body.querySelectorAll(":is(li, td, th) > p:only-child")) only.replaceWith(...only.childNodes)
  for (const first of body.querySelectorAll("table > tbody > tr:first-child:not(:only-child)")) {
    if (first.querySelector(":scope > td")) continue
    const head = document.createElement("thead")
    first.parentElement.before(head)
    head.append(first)
  }
  return body.innerHTML
}
