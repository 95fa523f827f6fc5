// What comes from Word, Google Docs, mail or a page arrives as plain paragraphs, lists, headings, links, bold, italics.

import { Extension, Plugin } from "django-prose-editor/editor"

const UNWANTED = "style, script, meta, link, title, xml, template, img, picture, svg, video, audio, iframe, object, noscript"
const BETWEEN_BLOCKS = /(<\/(?:p|div|ul|ol|h2|h3|table|blockquote)>)\s*(?:<br>\s*)+/g
const RENAMED = { h1: "h2", h4: "h3", h5: "h3", h6: "h3" }

export const CleanPaste = Extension.create({
  name: "cleanPaste",

  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin({ props: { transformPastedHTML: clean, handleDrop: refuseFiles, handlePaste: refuseFiles } })]

    // A dropped file would replace the page, a pasted one would be lost without a word.
    function refuseFiles(view, event) {
      const brought = event.dataTransfer ?? event.clipboardData
      if (!brought?.files.length || brought.types.includes("text/html") || brought.types.includes("text/plain")) return false
      event.preventDefault()
      editor.options.desk.say(editor.options.desk.strings.noFiles)
      return true
    }
  },
})

export function clean(html) {
  if (html.includes("data-pm-slice")) return html // from an editor like this one
  const body = parsed(html.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?[a-z]+:[^>]*>/gi, ""))
  for (const one of body.querySelectorAll(UNWANTED)) one.remove()
  for (const one of body.querySelectorAll('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')) one.remove()
  makeLists(body)
  for (const one of [...body.querySelectorAll("[style]")].reverse()) speakInTags(one)
  for (const [from, to] of Object.entries(RENAMED)) for (const one of body.querySelectorAll(from)) rename(one, to)
  for (const one of body.querySelectorAll("*")) strip(one)
  for (const one of body.querySelectorAll(":is(h2, h3) :is(b, strong)")) one.replaceWith(...one.childNodes)
  const split = parsed(body.innerHTML.replace(BETWEEN_BLOCKS, "$1").replace(/(?:<br>\s*){2,}/g, "</p><p>"))
  for (const one of split.querySelectorAll("p")) if (!one.textContent.trim() && !one.querySelector("hr")) one.remove()
  return split.innerHTML.replace(/(?:&nbsp;)+ | (?:&nbsp;)+|(?:&nbsp;){2,}/g, " ")
}

const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body

// Word writes lists as paragraphs; its bullets went with mso-list:Ignore.
function makeLists(body) {
  for (const item of body.querySelectorAll('p[class*="MsoListParagraph"]')) {
    const before = item.previousElementSibling
    const list = before?.dataset.fromWord ? before : body.ownerDocument.createElement("ul")
    list.dataset.fromWord = "yes"
    item.before(list)
    const li = body.ownerDocument.createElement("li")
    li.append(...item.childNodes)
    list.append(li)
    item.remove()
  }
}

function speakInTags(one) {
  const { fontWeight, fontStyle, verticalAlign } = one.style
  if (/^(b|strong)$/i.test(one.tagName) && /^(normal|400)$/.test(fontWeight)) return one.replaceWith(...one.childNodes)
  if (!/^(span|font)$/i.test(one.tagName)) return
  if (/^(bold|bolder|[6-9]00)$/.test(fontWeight)) wrap(one, "strong")
  if (fontStyle === "italic") wrap(one, "em")
  if (/^(super|sub)$/.test(verticalAlign)) wrap(one, verticalAlign === "super" ? "sup" : "sub")
}

function wrap(one, tag) {
  const around = one.ownerDocument.createElement(tag)
  around.append(...one.childNodes)
  one.append(around)
}

function rename(one, tag) {
  const other = one.ownerDocument.createElement(tag)
  other.append(...one.childNodes)
  one.replaceWith(other)
}

function strip(one) {
  if (/^(span|font|u|small|big)$/i.test(one.tagName)) return one.replaceWith(...one.childNodes)
  for (const { name } of [...one.attributes]) if (!/^(href|colspan|rowspan|scope)$/.test(name)) one.removeAttribute(name)
}
