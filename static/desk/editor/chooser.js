// The library's pictures in a dialog, to choose one for the text.

import { crel } from "django-prose-editor/editor"
import { field, modal } from "desk/editor/dialogs"
import { insertFigure } from "desk/editor/figure"
import { search } from "desk/editor/pictures"

const PAUSE = 250

export async function choosePicture(editor) {
  const { strings, textarea } = editor.options.desk
  const chosen = await modal(editor, "desk-dialog-pictures", strings.pictureTitle, (dialog, close) =>
    library(editor.options.desk, close),
  )
  if (!chosen) return
  insertFigure(editor, chosen.number)
  textarea.dispatchEvent(new CustomEvent("desk:picture-inserted", { bubbles: true, detail: chosen }))
}

function library({ strings, pictures }, close) {
  const box = field(strings.search, { type: "search", autocomplete: "off" })
  const shelf = crel("ul", { className: "desk-pictures", role: "list" })
  const status = crel("p", { className: "desk-dialog-help", role: "status" })
  const more = crel("button", { type: "button", textContent: strings.more })
  const leave = crel("button", { type: "button", textContent: strings.close, onclick: () => close(null) })
  let page = 0
  let asked = 0

  const load = async (fresh) => {
    const mine = ++asked
    page = fresh ? 1 : page + 1
    try {
      const answer = await search(pictures, box.input.value.trim(), page)
      if (mine !== asked) return
      const cards = answer.pictures.map((one) => card(one, strings, close))
      fresh ? shelf.replaceChildren(...cards) : shelf.append(...cards)
      if (!fresh) cards[0]?.querySelector("button").focus()
      more.hidden = !answer.more
      status.textContent = said(shelf.children.length, answer.more, box.input.value, strings)
    } catch (error) {
      if (mine !== asked) return
      if (!fresh) page -= 1
      status.textContent = strings[error.message] ?? strings.failed
    }
  }

  let timer
  box.input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(() => load(true), PAUSE)
  })
  more.hidden = true
  more.addEventListener("click", () => load(false))
  shelf.addEventListener("keydown", (event) => walk(event, shelf))
  queueMicrotask(() => box.input.focus())
  load(true)
  return [box.row, status, shelf, crel("p", { className: "desk-dialog-buttons" }, [more, leave])]
}

function said(count, more, query, strings) {
  if (!count) return query.trim() ? strings.nothing : strings.empty
  return strings.found.replace("%(count)s", more ? `${count}+` : count)
}

function card(one, strings, close) {
  const image = one.thumbnail
    ? crel("img", { src: one.thumbnail, alt: "", loading: "lazy" })
    : crel("span", { className: "desk-picture-blank" })
  image.addEventListener("error", () => image.replaceWith(crel("span", { className: "desk-picture-blank" })))
  const small = (textContent, lack) => crel("span", { className: lack ? "desk-figure-lack" : "desk-picture-fact", textContent })
  const button = crel("button", { type: "button", onclick: () => close(one) }, [
    image,
    crel("span", { className: "desk-picture-title", textContent: one.title }),
    small(one.credit || strings.noCredit, !one.credit),
    small(one.alt ? strings.alt.replace("%(text)s", one.alt) : strings.noAlt, !one.alt),
  ])
  return crel("li", {}, [button])
}

// Arrow keys go from picture to picture.
function walk(event, shelf) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  const all = [...shelf.querySelectorAll("button")]
  const at = all.indexOf(document.activeElement)
  if (!step || at < 0) return
  event.preventDefault()
  all[Math.min(Math.max(at + step, 0), all.length - 1)].focus()
}
