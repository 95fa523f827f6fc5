// Claims: a sentence, a selection or a paragraph bound to what supports it. What is said of them goes with the form.

import { Extension, Plugin } from "django-prose-editor/editor"
import { claimBox } from "desk/editor/claim_box"
import { claimAt, claimWords, places } from "desk/editor/claim_marks"
import { placeOf } from "desk/editor/find"

const MAC = /Mac|iPhone|iPad/.test(navigator.platform)
const SHORT_FORM = /(?:^|\s|\()(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Hon|Sgt|Lt|Col|Gen|Sen|Rep|Jr|Sr|No|vs?|\p{Lu})\.\s*$/u

export const Claims = Extension.create({
  name: "claims",

  addKeyboardShortcuts() {
    return {
      "Mod-Alt-c": ({ editor }) => bindClaim(editor),
      "Mod-Alt-p": ({ editor }) => bindClaim(editor, paragraph),
    }
  },

  addProseMirrorPlugins() {
    const { editor } = this
    return [guarded(editor), new Plugin({ view: () => claimBox(editor) }), new Plugin({ view: () => asked(editor) })]
  },
})

// Binds the selection, or the sentence of the cursor; within a claim it opens what is said of that.
export function bindClaim(editor, whole = sentence) {
  const standing = claimAt(editor)
  if (standing && (whole === sentence || editor.state.selection.empty)) return openClaim(editor, standing)
  const { selection } = editor.state
  const range = trimmed(editor.state.doc, selection.empty || whole === paragraph ? whole(editor) : selection)
  if (!range) return false
  const number = crypto.randomUUID()
  const mark = editor.schema.marks.claim.create({ number })
  editor.view.dispatch(editor.state.tr.addMark(range.from, range.to, mark))
  return openClaim(editor, number)
}

export const bindParagraph = (editor) => bindClaim(editor, paragraph)

// The tab of claims names words: the whole sentences around them are bound.
function asked(editor) {
  const { textarea } = editor.options.desk
  const make = ({ detail: { words } }) => {
    const { doc } = editor.state
    const place = placeOf(doc, words)
    if (!place) return
    const first = sentence(editor, doc.resolve(place.from))
    const last = sentence(editor, doc.resolve(place.to - 1))
    editor.commands.setTextSelection(first && last ? { from: first.from, to: last.to } : place)
    bindClaim(editor)
  }
  textarea.addEventListener("desk:make-claim", make)
  return { destroy: () => textarea.removeEventListener("desk:make-claim", make) }
}

function openClaim(editor, number) {
  editor.view.dom.dispatchEvent(new CustomEvent("desk:claim-opened", { detail: { number } }))
  return true
}

function paragraph(editor, $from = editor.state.selection.$from) {
  return $from.parent.isTextblock ? { from: $from.start(), to: $from.end() } : null
}

function sentence(editor, $from = editor.state.selection.$from) {
  const block = paragraph(editor, $from)
  if (!block || !globalThis.Intl?.Segmenter) return block
  const text = $from.parent.textBetween(0, $from.parent.content.size, "\n", "\n")
  let start = 0
  let whole = ""
  for (const { segment } of new Intl.Segmenter(editor.options.desk.language(), { granularity: "sentence" }).segment(text)) {
    whole += segment
    if (SHORT_FORM.test(whole) && start + whole.length < text.length) continue
    const end = start + whole.length
    if ($from.parentOffset < end || end === text.length) return { from: block.from + start, to: block.from + end }
    start = end
    whole = ""
  }
  return block
}

// Without the white space at its ends; null where nothing is left.
function trimmed(doc, range) {
  if (!range) return null
  const words = doc.textBetween(range.from, range.to, "\n", "\ufffc")
  const before = words.length - words.trimStart().length
  const after = words.length - words.trimEnd().length
  return words.trim() ? { from: range.from + before, to: range.to - after } : null
}

// A claim stands once: pasted words keep a claim only if all of it was cut or dragged out of this very text. Words put
// into the midst of a claim belong to it.
function guarded(editor) {
  const seen = new Set(numbers(editor.state.doc))
  let moving = false
  let dropped = null
  const isWhole = (content, number) => claimWords(content, number) === claimWords(editor.state.doc, number)
  const keeps = (content) => (number) =>
    seen.has(number) && (moving ? isWhole(content, number) : !places(editor.state.doc, number).length)
  return new Plugin({
    state: {
      init: () => null,
      apply: (tr) => {
        if (tr.docChanged) for (const number of numbers(tr.doc)) seen.add(number)
        return null
      },
    },
    props: {
      handleDOMEvents: {
        drop: (view, event) => {
          moving = Boolean(view.dragging) && !(MAC ? event.altKey : event.ctrlKey)
          dropped = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null
          setTimeout(() => (moving = false, dropped = null))
          return false
        },
      },
      transformPasted: (slice, { state: { doc, selection } }) => {
        const [$from, $to] = dropped === null ? [selection.$from, selection.$to] : [doc.resolve(dropped), doc.resolve(dropped)]
        const content = stripped(slice.content, keeps(slice.content), around($from, $to))
        return new slice.constructor(content, slice.openStart, slice.openEnd)
      },
    },
  })
}

function numbers(doc) {
  const found = []
  doc.descendants((node) => void found.push(...node.marks.filter(isClaim).map((mark) => mark.attrs.number)))
  return found
}

const isClaim = (mark) => mark.type.name === "claim"

// The claims that stand on both sides of a place.
function around($from, $to) {
  const after = $to.nodeAfter?.marks ?? []
  return ($from.nodeBefore?.marks ?? []).filter((mark) => isClaim(mark) && after.some((other) => other.eq(mark)))
}

function stripped(fragment, keeps, around) {
  const nodes = []
  fragment.forEach((node) => {
    const marks = node.marks.filter((mark) => !isClaim(mark) || keeps(mark.attrs.number))
    const all = around.reduce((found, mark) => mark.addToSet(found), marks)
    nodes.push(node.isText ? node.mark(all) : node.copy(stripped(node.content, keeps, around)))
  })
  return fragment.constructor.fromArray(nodes)
}
