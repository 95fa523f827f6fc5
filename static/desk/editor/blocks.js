// Headings 2 and 3, numbered lists, pull quotes, tables.

import { Heading, Node, OrderedList, Table, TableHeader } from "django-prose-editor/editor"

export const SectionHeading = Heading.configure({ levels: [2, 3] })

// The numbers are the list's own: no start, no letters.
export const NumberedList = OrderedList.extend({ addAttributes: () => ({}), addNodeView: null })

export const PullQuote = Node.create({
  name: "pullquote",
  group: "block",
  content: "block+",
  defining: true,

  parseHTML: () => [{ tag: "aside.pullquote" }],
  renderHTML: () => ["aside", { class: "pullquote" }, 0],
})

export const Grid = Table.configure({ resizable: false })

export const GridHeader = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } }
  },
})

// A quote turned into a pull quote is no longer a quote, and the other way round.
export function toggleQuote(editor, type) {
  const other = type === "pullquote" ? "blockquote" : "pullquote"
  const chain = editor.chain().focus()
  if (editor.isActive(other)) chain.lift(other)
  chain.toggleWrap(type).run()
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
