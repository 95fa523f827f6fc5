// Builds the editor around its textarea, which stays the one thing that is sent.

import { crel, Editor } from "django-prose-editor/editor"
import { asStored } from "desk/editor/blocks"
import { find } from "desk/editor/find"
import { inventory, lostOnOpening, removedKinds } from "desk/editor/kinds"
import { makeToolbar } from "desk/editor/toolbar"
import { countLine } from "desk/editor/words"

// Returns the names of what would be lost; when there is any, the textarea stays as it was.
export function build(textarea, config, extensions) {
  const desk = surroundings(textarea, config)
  const stored = textarea.value
  const editor = new Editor({
    element: desk.surface,
    extensions,
    desk,
    content: stored,
    enableInputRules: ["bulletList", "typography"],
    enablePasteRules: false,
    parseOptions: { preserveWhitespace: false },
    editorProps: { attributes: () => attributes(textarea, desk) },
  })
  const lost = lostOnOpening(stored, editor.getHTML())
  if (lost.length) {
    editor.destroy()
    return lost.map((kind) => config.kinds[kind] ?? config.strings[kind] ?? kind)
  }
  desk.frame.prepend(makeToolbar(editor))
  textarea.before(desk.frame)
  desk.frame.append(textarea)
  textarea.hidden = true
  connect(editor, textarea, desk)
  return []
}

function surroundings(textarea, config) {
  const surfaceId = `${textarea.id}-editor`
  const surface = crel("div", { className: "desk-editor-surface" })
  const count = crel("p", { className: "desk-editor-count" })
  const notice = crel("p", { className: "desk-editor-notice", role: "status" })
  return {
    ...config,
    textarea,
    surface,
    surfaceId,
    count,
    frame: crel("div", { className: "desk-editor" }, [surface, crel("div", { className: "desk-editor-foot" }, [count, notice])]),
    language: () => textarea.form?.elements.namedItem("language")?.value || document.documentElement.lang || "en",
    say: (words) => (notice.textContent = words),
  }
}

function attributes(textarea, { surfaceId, language }) {
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`)
  const named = textarea.getAttribute("aria-label") ?? label?.textContent.trim().replace(/\s*[*:]$/, "") ?? textarea.name
  const carried = ["aria-describedby", "aria-invalid"].map((name) => [name, textarea.getAttribute(name)])
  return {
    id: surfaceId,
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": named,
    spellcheck: "true",
    lang: language(),
    ...Object.fromEntries(carried.filter(([, value]) => value)),
  }
}

function connect(editor, textarea, desk) {
  const removed = textarea.form?.elements.namedItem(`${textarea.name}-removed`)
  const carried = removed?.value.split(" ").filter(Boolean) ?? []
  const first = inventory(textarea.value)
  const count = () => (desk.count.textContent = countLine(editor.getText({ blockSeparator: "\n\n" }), desk.strings))
  editor.on("update", () => {
    textarea.value = editor.isEmpty ? "" : asStored(editor.getHTML())
    if (removed) removed.value = removedKinds(first, inventory(textarea.value), carried).join(" ")
    count()
    desk.say("")
    textarea.dispatchEvent(new Event("input", { bubbles: true }))
  })
  count()
  textarea.addEventListener("desk:restored", () => editor.commands.setContent(textarea.value, { emitUpdate: true }))
  textarea.form?.addEventListener("change", ({ target }) => target.name === "language" && editor.view.setProps({}))
  bringHere(editor, textarea)
}

// The label and links to the field (#id_body) lead to the text that is seen.
function bringHere(editor, textarea) {
  const focus = () => editor.commands.focus()
  document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`)?.addEventListener("click", (event) => {
    event.preventDefault()
    focus()
  })
  const arrive = () => location.hash === `#${textarea.id}` && focus()
  window.addEventListener("hashchange", arrive)
  textarea.addEventListener("desk:find", (event) => {
    event.preventDefault()
    find(editor, event.detail.words)
  })
  arrive()
}
