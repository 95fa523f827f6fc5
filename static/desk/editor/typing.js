// Typographic quotation marks, dashes and ellipses as one types, in the story's language. Backspace takes one back.

import { Extension, InputRule } from "django-prose-editor/editor"

const QUOTES = {
  de: ["„", "“", "‚", "‘"],
  en: ["“", "”", "‘", "’"],
  fr: ["«\u202f", "\u202f»", "“", "”"],
}
const BEFORE_OPENING = "(?:^|[\\s\\u00a0(\\[{–—/“‘„‚«])"

export const Typography = Extension.create({
  name: "typography",

  addInputRules() {
    const marks = () => QUOTES[this.editor.options.desk.language().slice(0, 2)] ?? QUOTES.en
    return [
      rule(new RegExp(`${BEFORE_OPENING}(")$`), () => marks()[0]),
      rule(/(")$/, () => marks()[1]),
      rule(new RegExp(`${BEFORE_OPENING}(')$`), () => marks()[2]),
      rule(/[\p{L}\p{N}](')$/u, () => "’"),
      rule(/(')$/, () => marks()[3]),
      rule(/(?<!-)(--)$/, () => "–"),
      rule(/(?<!\.)(\.\.\.)$/, () => "…"),
    ]
  },
})

function rule(find, written) {
  return new InputRule({
    find,
    handler({ state, range, match }) {
      const start = range.from + match[0].lastIndexOf(match[1])
      state.tr.insertText(written(), Math.min(start, range.to), range.to)
    },
  })
}
