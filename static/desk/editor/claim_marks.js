// Where the marks of a claim stand in the document.

export function removeClaim(editor, number = claimAt(editor)) {
  const tr = editor.state.tr
  for (const { from, to, mark } of places(editor.state.doc, number)) tr.removeMark(from, to, mark)
  if (tr.docChanged) editor.view.dispatch(tr)
  editor.view.dom.dispatchEvent(new CustomEvent("desk:claim-removed", { detail: { number } }))
}

// The innermost claim in which the selection stands.
export function claimAt(editor) {
  const { $from, from, to, empty } = editor.state.selection
  const marks = empty ? $from.marks() : editor.state.doc.resolve(Math.min(from + 1, to)).marks()
  return marks.findLast((mark) => mark.type.name === "claim")?.attrs.number ?? null
}

export function selectClaim(editor, number) {
  const found = places(editor.state.doc, number)
  if (!found.length) return
  editor.chain().focus().setTextSelection({ from: found[0].from, to: found.at(-1).to }).scrollIntoView().run()
}

export function claimWords(doc, number) {
  return places(doc, number).map(({ from, to }) => doc.textBetween(from, to, " ", " ")).join("")
}

export function places(doc, number) {
  const found = []
  doc.descendants((node, place) => {
    const mark = node.marks.find((one) => one.type.name === "claim" && one.attrs.number === number)
    if (mark) found.push({ from: place, to: place + node.nodeSize, mark })
  })
  return found
}
