// Selects words of the text that a finding speaks of: an excerpt on one line, or the address of a link.

const SHORTEST = 40

export function find(editor, excerpt) {
  const place = placeOf(editor.state.doc, excerpt)
  if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run()
  else editor.commands.focus()
}

export function placeOf(doc, excerpt) {
  const said = excerpt.replace(/^[…\s]+|[…\s]+$/g, "").replace(/\s+/g, " ")
  return said ? (words(doc, said) ?? link(doc, excerpt) ?? words(doc, said.slice(0, SHORTEST))) : null
}

// The text on one line, as excerpts are cut from it, and where each of its characters stands in the document.
function words(doc, said) {
  let line = ""
  const places = []
  const add = (character, place) => {
    if (/\s/.test(character) && (line === "" || line.endsWith(" "))) return
    line += /\s/.test(character) ? " " : character
    places.push(place)
  }
  doc.descendants((node, place) => {
    if (node.isText) [...node.text.split("")].forEach((character, index) => add(character, place + index))
    else if (node.isBlock || node.type.name === "hardBreak") add(" ", place)
  })
  const start = line.indexOf(said)
  return start < 0 ? null : { from: places[start], to: places[start + said.length - 1] + 1 }
}

function link(doc, address) {
  let found = null
  doc.descendants((node, place) => {
    if (!found && node.marks.some((mark) => mark.attrs.href === address)) found = { from: place, to: place + node.nodeSize }
  })
  return found
}
