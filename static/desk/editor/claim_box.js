// What is said of one claim: a small box below its words. Kept in the form's field `claims` until it is saved.

import { crel } from "django-prose-editor/editor"
import { guess, people, rows } from "desk/editor/claim_guess"
import { claimWords, places, removeClaim } from "desk/editor/claim_marks"

const NOT_SENT = "desk-not-sent" // controls of this box belong to no form
const SAVE_ROW = 80
const KINDS = { fact: "fact", quotation: "quotation", allegation: "allegation", figure: "figureKind" }

export function claimBox(editor) {
  const { frame, strings, textarea } = editor.options.desk
  const box = crel("div", { className: "desk-claim-box", role: "dialog", "aria-label": strings.claimTitle, tabIndex: -1 })
  let shown = null
  box.hidden = true
  frame.append(box)

  const open = ({ detail: { number } }) => {
    shown = number
    const said = whatIsSaid(editor, textarea, number)
    if (!known(textarea)[number]) write(textarea, number, said)
    box.replaceChildren(...controls(editor, number, said, close))
    box.hidden = false
    place(box, editor, frame, number)
    firstOf(box).focus({ preventScroll: true })
    box.scrollIntoView({ block: "nearest" })
  }
  const close = (back = true) => {
    box.hidden = true
    shown = null
    if (back) editor.view.focus() // at once: later it would take back where the hand has clicked meanwhile
  }
  const removed = () => shown && !places(editor.state.doc, shown).length && close(box.contains(document.activeElement))
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close()
    else if (event.key === "Enter" && !event.target.closest("button, a")) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) close(false)
  })
  editor.view.dom.addEventListener("desk:claim-opened", open)
  editor.view.dom.addEventListener("desk:claim-removed", removed)
  return { update: removed, destroy: () => box.remove() }
}

// What is still to be said of a quotation, else what it is.
const firstOf = (box) => box.querySelector(".desk-claim-quoted:not([hidden]) input:placeholder-shown") ?? box.querySelector("input:checked") ?? box

const field = (textarea) => textarea.form?.elements.namedItem("claims")

function read(textarea) {
  try {
    return JSON.parse(field(textarea)?.value || "{}")
  } catch {
    return {}
  }
}

const known = (textarea) => JSON.parse(field(textarea)?.dataset.known || "{}")

function write(textarea, number, said) {
  const into = field(textarea)
  if (!into) return
  into.value = JSON.stringify({ ...read(textarea), [number]: said })
  into.dispatchEvent(new Event("input", { bubbles: true }))
}

function whatIsSaid(editor, textarea, number) {
  const stored = known(textarea)[number]
  const { kind, severity, about } = stored ?? guess(textarea.form, claimWords(editor.state.doc, number), editor.options.desk.language())
  return { kind, severity, about, support: [], unsupport: [], ...read(textarea)[number] }
}

function controls(editor, number, said, close) {
  const { strings, textarea } = editor.options.desk
  const stored = known(textarea)[number] ?? {}
  const keep = (changes) => write(textarea, number, Object.assign(said, changes))
  const button = (name, textContent, onclick) => crel("button", { type: "button", className: name, textContent, onclick })
  const asked = quoted(textarea, strings, said, stored, keep)
  return [
    kinds(strings, said, (changes) => {
      keep(changes)
      asked.hidden = said.kind !== "quotation"
    }),
    asked,
    about(textarea, strings, said, stored, keep),
    tick(strings.claimSerious, said.severity === "serious", (on) => keep({ severity: on ? "serious" : "ordinary" })),
    sources(textarea, strings, said, stored, keep),
    crel("p", { className: "desk-claim-box-buttons" }, [
      button("desk-main", strings.claimDone, () => close()),
      button("", strings.claimRemove, () => removeClaim(editor, number)),
      ...(document.querySelector("[data-claims-list]") ? [button("desk-link", strings.claimListed, () => list(textarea, number, close))] : []),
      ...(stored.url ? [crel("a", { href: stored.url, textContent: strings.claimMore })] : []),
    ]),
  ]
}

function list(textarea, number, close) {
  close(false)
  textarea.dispatchEvent(new CustomEvent("desk:claim-listed", { bubbles: true, detail: { number } }))
}

const control = (tag, attributes) => {
  const made = crel(tag, attributes)
  made.setAttribute("form", NOT_SENT)
  return made
}

function tick(text, checked, changed, attributes = {}) {
  const input = control("input", { type: "checkbox", checked, onchange: () => changed(input.checked), ...attributes })
  return crel("label", {}, [input, crel("span", { textContent: text })])
}

function kinds(strings, said, keep) {
  const radios = Object.entries(KINDS).map(([value, name]) =>
    crel("label", {}, [
      control("input", { type: "radio", name: "desk-claim-kind", value, checked: said.kind === value, onchange: () => keep({ kind: value }) }),
      crel("span", { textContent: strings[name] }),
    ]),
  )
  return crel("fieldset", { className: "desk-claim-kinds" }, [crel("legend", { textContent: strings.claimKind }), ...radios])
}

function about(textarea, strings, said, stored, keep) {
  const offered = new Map([["", strings.claimNobody], ...people(textarea.form).map(({ key, text }) => [key, text])])
  if (stored.about && !offered.has(stored.about)) offered.set(stored.about, stored.about_name)
  const select = control("select", { onchange: () => keep({ about: select.value }) })
  for (const [value, text] of offered) select.add(new Option(text, value, false, value === said.about))
  return crel("label", { className: "desk-claim-about" }, [crel("span", { textContent: strings.claimAbout }), select])
}

// Only of a quotation: who speaks, one of the story's people or anybody in words, and how it was checked.
function quoted(textarea, strings, said, stored, keep) {
  const names = crel("datalist", { id: "desk-claim-speakers" }, people(textarea.form).filter(isPerson).map(({ text }) => new Option(text)))
  const speaker = line(strings.claimSpeakerHint, said.speaker_text || nameOf(textarea.form, said.speaker) || stored.speaker)
  const checked = line(strings.claimCheckedHint, said.checked_how ?? stored.checked_how)
  speaker.setAttribute("list", names.id)
  speaker.oninput = checked.oninput = () => keep({ ...spoken(textarea.form, speaker.value.trim()), checked_how: checked.value.trim() })
  const labelled = (text, input) => crel("label", { className: "desk-claim-about" }, [crel("span", { textContent: text }), input])
  const box = [labelled(strings.claimSpeaker, speaker), labelled(strings.claimChecked, checked), names]
  return crel("div", { className: "desk-claim-quoted", hidden: said.kind !== "quotation" }, box)
}

const line = (placeholder, value = "") => control("input", { type: "text", maxLength: 200, autocomplete: "off", placeholder, value })
const isPerson = ({ key }) => key.startsWith("person-")
const nameOf = (form, key) => people(form).find((one) => one.key === key)?.text

function spoken(form, name) {
  const one = people(form).filter(isPerson).find(({ text }) => text === name)
  return { speaker: one?.key ?? "", speaker_text: one ? "" : name }
}

function sources(textarea, strings, said, stored, keep) {
  const chosen = rows(textarea.form, "story_sources", "source")
  const { supports = [], contradicts = [] } = stored
  const boxes = chosen.map(([value, text]) => {
    const id = Number(value)
    const against = contradicts.includes(id)
    const on = said.support.includes(id) || (supports.includes(id) && !said.unsupport.includes(id))
    const without = (list) => list.filter((one) => one !== id)
    const changed = (now) =>
      keep({
        support: now && !supports.includes(id) ? [...without(said.support), id] : without(said.support),
        unsupport: !now && supports.includes(id) ? [...without(said.unsupport), id] : without(said.unsupport),
      })
    return tick(against ? strings.claimContradicts.replace("%(source)s", text) : text, on && !against, changed, { disabled: against })
  })
  const told = crel("p", { className: "desk-claim-box-fine", textContent: strings.claimNoSources })
  return crel("fieldset", {}, [crel("legend", { textContent: strings.claimSources }), ...(boxes.length ? boxes : [told])])
}

// Below the words, or above them where the save row or the end of the window would cover it.
function place(box, editor, frame, number) {
  const around = frame.getBoundingClientRect()
  const found = places(editor.state.doc, number)
  const { left, top } = editor.view.coordsAtPos(found[0].from)
  const { bottom } = editor.view.coordsAtPos(found.at(-1).to, -1)
  const below = bottom + 6
  const above = top - box.offsetHeight - 6
  const fits = below + box.offsetHeight < innerHeight - SAVE_ROW || above < 0
  box.style.top = `${(fits ? below : above) - around.top}px`
  box.style.left = `${Math.max(8, Math.min(left - around.left, around.width - box.offsetWidth - 8))}px`
}
