// The toolbar: one stop of the Tab key, arrow keys within, each button says whether it is pressed.

import { crel } from "django-prose-editor/editor"
import { toggleNote, toggleQuote } from "desk/editor/blocks"
import { choosePicture } from "desk/editor/chooser"
import { claimAt, removeClaim } from "desk/editor/claim_marks"
import { bindClaim, bindParagraph } from "desk/editor/claims"
import { editLink } from "desk/editor/dialogs"
import { icon } from "desk/editor/icons"
import { addName, selectedName } from "desk/editor/names"

const MAC = /Mac|iPhone|iPad/.test(navigator.platform)
const heading = (level) => ({
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  pressed: (editor) => editor.isActive("heading", { level }),
  keys: `Alt+${level}`,
})
const mark = (name, command, key) => ({
  run: (editor) => editor.chain().focus()[command]().run(),
  pressed: (editor) => editor.isActive(name),
  keys: key,
})
const quote = (name) => ({
  run: (editor) => toggleQuote(editor, name),
  pressed: (editor) => editor.isActive(name),
})
const name = (kind) => ({
  run: (editor) => addName(editor, kind),
  possible: (editor) => Boolean(selectedName(editor)),
  label: `${kind}From`,
})

const GROUPS = [
  { heading2: heading(2), heading3: heading(3) },
  { bold: mark("bold", "toggleBold", "B"), italic: mark("italic", "toggleItalic", "I") },
  { bullets: mark("bulletList", "toggleBulletList"), numbers: mark("orderedList", "toggleOrderedList") },
  {
    quote: quote("blockquote"),
    pullquote: quote("pullquote"),
    note: { run: toggleNote, pressed: (editor) => editor.isActive("note") },
  },
  {
    link: { run: editLink, pressed: (editor) => editor.isActive("link"), keys: "K", opens: true },
    unlink: {
      run: (editor) => editor.chain().focus().extendMarkRange("link").unsetMark("link").run(),
      possible: (editor) => editor.isActive("link"),
    },
    figure: { run: choosePicture, opens: true },
  },
  {
    claim: { run: (editor) => bindClaim(editor), pressed: (editor) => Boolean(claimAt(editor)), keys: "Alt+C" },
    claimParagraph: { run: bindParagraph, keys: "Alt+P" },
    claimRemove: { run: (editor) => removeClaim(editor), possible: (editor) => Boolean(claimAt(editor)) },
  },
  { person: name("person"), organization: name("organization") },
  {
    undo: { run: (editor) => editor.chain().focus().undo().run(), possible: (editor) => editor.can().undo(), keys: "Z" },
    redo: {
      run: (editor) => editor.chain().focus().redo().run(),
      possible: (editor) => editor.can().redo(),
      keys: "Shift+Z",
    },
  },
]

export function makeToolbar(editor) {
  const { strings, surfaceId, without } = editor.options.desk
  const every = GROUPS.flatMap((group) => Object.entries(group).map(([id, item]) => ({ id, ...item })))
  const items = every.filter(({ id }) => !without?.includes(id))
  for (const item of items) item.button = makeButton(item, editor, strings)
  const groups = GROUPS.map((group) => items.filter(({ id }) => group[id]).map(({ button }) => button))
    .filter((buttons) => buttons.length)
    .map((buttons) => crel("div", { className: "desk-toolbar-group" }, buttons))
  const bar = crel(
    "div",
    { className: "desk-toolbar", role: "toolbar", "aria-label": strings.toolbar, "aria-controls": surfaceId },
    groups,
  )
  const update = () => items.forEach((item) => updateButton(item, editor))
  editor.on("transaction", update)
  update()
  bar.addEventListener("mousedown", (event) => event.preventDefault()) // the selection stays
  rove(bar, items.map(({ button }) => button), editor)
  return bar
}

function makeButton(item, editor, strings) {
  const label = strings[item.label ?? item.id]
  const modifier = MAC ? "⌘" : "Ctrl"
  const button = crel("button", {
    type: "button",
    "aria-label": label,
    title: item.keys ? `${label} (${modifier}+${item.keys})` : label,
    "data-item": item.id,
  })
  if (item.keys) button.setAttribute("aria-keyshortcuts", `${MAC ? "Meta" : "Control"}+${item.keys}`)
  if (item.opens) button.setAttribute("aria-haspopup", "dialog")
  button.append(icon(item.id))
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") !== "true") item.run(editor)
  })
  return button
}

function updateButton({ button, pressed, possible }, editor) {
  if (pressed) button.setAttribute("aria-pressed", String(pressed(editor)))
  if (possible) button.setAttribute("aria-disabled", String(!possible(editor)))
}

// Escape goes back to the text; Alt+F10 in the text comes here.
function rove(bar, buttons, editor) {
  const choose = (button) => buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1))
  choose(buttons[0])
  bar.addEventListener("focusin", (event) => choose(event.target.closest("button")))
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement)
    const last = buttons.length - 1
    const next = { ArrowRight: at < last ? at + 1 : 0, ArrowLeft: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key]
    if (event.key === "Escape") editor.commands.focus()
    if (next === undefined) return
    event.preventDefault()
    buttons[next].focus()
  })
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "F10") bar.querySelector("[tabindex='0']").focus()
  })
}
