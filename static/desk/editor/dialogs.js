// Dialogs stand at the end of the page, outside the form: Enter in them must not send the story.

import { crel } from "django-prose-editor/editor"
import { meantHref } from "desk/editor/links"

let serial = 0

// Shows a modal dialog; `fill(dialog, close)` returns its content. Resolves with what `close` was given.
export function modal(editor, className, title, fill) {
  const titleId = `desk-dialog-${++serial}`
  const dialog = crel("dialog", { className: `desk-dialog ${className}`, "aria-labelledby": titleId })
  return new Promise((resolve) => {
    let answer = null
    const close = (value) => {
      answer = value
      dialog.close()
    }
    dialog.append(crel("h2", { id: titleId, textContent: title }), ...fill(dialog, close))
    dialog.addEventListener("close", () => {
      dialog.remove()
      editor.view.focus()
      resolve(answer)
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}

// Adds, changes or (with an empty address) removes the link of the selected words.
export async function editLink(editor) {
  const { strings } = editor.options.desk
  if (editor.state.selection.empty && !editor.isActive("link")) return insertLink(editor, strings)
  const answer = await askForLink(editor, strings, editor.getAttributes("link").href ?? "")
  if (!answer) return
  const chain = editor.chain().focus().extendMarkRange("link")
  if (answer.href) chain.setMark("link", { href: answer.href }).run()
  else chain.unsetMark("link").run()
}

async function insertLink(editor, strings) {
  const answer = await askForLink(editor, strings, "", true)
  if (!answer?.href) return
  const text = answer.text || answer.href.replace(/^(https?:\/\/|mailto:|tel:)/, "")
  editor.chain().focus().insertContent({ type: "text", text, marks: [{ type: "link", attrs: answer }] }).run()
}

function askForLink(editor, strings, href, withText = false) {
  return modal(editor, "desk-dialog-link", strings.linkTitle, (dialog, close) => {
    const address = field(strings.linkAddress, { type: "text", value: href, autocomplete: "off", inputMode: "url" })
    const words = field(strings.linkText, { type: "text", autocomplete: "off" })
    const help = crel("p", { className: "desk-dialog-help", textContent: strings.linkHelp, id: `desk-help-${++serial}` })
    const refusal = crel("p", { className: "desk-dialog-refusal", role: "alert" })
    address.input.setAttribute("aria-describedby", help.id)
    const form = crel("form", { method: "dialog" }, [
      ...(withText ? [words.row] : []),
      address.row,
      help,
      refusal,
      buttons(strings, close, href && crel("button", { type: "button", className: "desk-plain", textContent: strings.unlink, onclick: () => close({ href: "" }) })),
    ])
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const typed = address.input.value.trim()
      const meant = typed ? meantHref(typed) : ""
      if (meant === null) {
        refusal.textContent = strings.linkRefused
        address.input.setAttribute("aria-invalid", "true")
        address.input.focus()
      } else close({ href: meant, text: words.input.value.trim() })
    })
    queueMicrotask(() => (withText ? words : address).input.focus())
    return [form]
  })
}

export function field(label, attributes) {
  const id = `desk-field-${++serial}`
  const input = crel("input", { id, ...attributes })
  return { input, row: crel("p", { className: "desk-dialog-row" }, [crel("label", { htmlFor: id, textContent: label }), input]) }
}

function buttons(strings, close, extra) {
  return crel("p", { className: "desk-dialog-buttons" }, [
    crel("button", { type: "submit", className: "desk-main", textContent: strings.save }),
    crel("button", { type: "button", textContent: strings.cancel, onclick: () => close(null) }),
    ...(extra ? [extra] : []),
  ])
}
