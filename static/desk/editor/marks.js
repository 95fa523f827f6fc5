// Links and claim marks.

import { Mark, Plugin } from "django-prose-editor/editor"
import { editLink } from "desk/editor/dialogs"
import { safeHref } from "desk/editor/links"

export const SafeLink = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,

  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (a) => (safeHref(a.getAttribute("href")) ? null : false) }],
  renderHTML: ({ mark }) => ["a", { href: safeHref(mark.attrs.href) }, 0],

  addKeyboardShortcuts() {
    return { "Mod-k": ({ editor }) => Boolean(editLink(editor)) }
  },

  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin({ props: { handlePaste: (view, event) => linkSelection(editor, event) } })]
  },
})

// An address pasted over selected words becomes their link.
function linkSelection(editor, event) {
  const href = safeHref(event.clipboardData?.getData("text/plain"))
  if (editor.state.selection.empty || !href || /\s|^\//.test(href)) return false
  return editor.commands.setMark("link", { href })
}

// Bound and removed by desk/editor/claims; they survive editing, also one within the other.
export const Claim = Mark.create({
  name: "claim",
  excludes: "",
  inclusive: false,

  addAttributes: () => ({ number: { default: null } }),
  parseHTML: () => [{ tag: "span[data-claim]", getAttrs: (span) => ({ number: span.dataset.claim }) }],
  renderHTML: ({ mark }) => ["span", { "data-claim": mark.attrs.number }, 0],
})
