// What a claim most likely is, and about whom, until somebody says so; and who and what the form has chosen.

const ACCUSES = /\b(?:accus\w*|alleg\w*|charged|suspect\w*|guilty|convict\w*|murder\w*|rap(?:e|ed|ist)|fraud\w*|corrupt\w*|abus\w*|assault\w*)\b/i

// Whoever of the story the words name first; of a quotation nobody, since its name is most often who speaks.
export function guess(form, words, language) {
  const kind = guessKind(words, language)
  const [first] = people(form).filter(({ text }) => nameAt(words, text) >= 0).sort((a, b) => nameAt(words, a.text) - nameAt(words, b.text))
  return { kind, severity: "ordinary", about: kind === "quotation" ? "" : (first?.key ?? "") }
}

function guessKind(words, language) {
  if (/[“„«"][^”“»"]+\s[^”“»"]+\s[^”“»"]+[”“»"]/.test(words)) return "quotation"
  if (ACCUSES.test(words)) return "allegation"
  return /\d/.test(withoutDates(words, language)) ? "figure" : "fact"
}

function withoutDates(words, language) {
  const month = new Intl.DateTimeFormat(language, { month: "long" })
  const months = Array.from({ length: 12 }, (_, number) => month.format(new Date(2026, number, 15))).join("|")
  return words.replace(new RegExp(`\\d{1,2}\\.?\\s+(?:${months})|(?:${months})\\s+\\d{1,2}|\\b(?:19|20)\\d\\d\\b`, "gi"), "")
}

// The whole name, or its last word as texts go on to call somebody.
function nameAt(words, name) {
  const whole = words.indexOf(name)
  return whole >= 0 ? whole : words.search(new RegExp(`(?<!\\p{L})${last(name).replace(/[^\p{L}\p{N}]/gu, ".")}(?!\\p{L})`, "u"))
}

const last = (name) => name.split(" ").at(-1)

// Whoever is linked to the story: [{ key, text }].
export function people(form) {
  const of = (kind, prefix) => rows(form, prefix, kind).map(([value, text]) => ({ key: `${kind}-${value}`, text }))
  return [...of("person", "story_people"), ...of("organization", "story_organizations")]
}

// [number, name] of what is chosen in the rows of the form, saved or not.
export function rows(form, prefix, column) {
  const found = new Map()
  for (const select of form?.querySelectorAll(`select[name^="${prefix}-"][name$="-${column}"]`) ?? []) {
    const taken = form.elements.namedItem(select.name.replace(/[^-]+$/, "DELETE"))?.checked
    if (select.value && !taken && !select.name.includes("__prefix__")) found.set(select.value, select.selectedOptions[0].textContent.trim())
  }
  return [...found]
}
