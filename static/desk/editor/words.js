// Counts as articles/text/prose.py does: Chinese and Japanese by character, unspaced scripts five letters to the word.

const CJK = /[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]/gu
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/g
const BETWEEN = /[\s\u2013\u2014\u2026/|]+/
const A_MINUTE = 230

export function wordCount(text) {
  const single = text.match(CJK)?.length ?? 0
  const unspaced = text.match(UNSPACED)?.length ?? 0
  const spaced = text.replace(CJK, " ").replace(UNSPACED, " ").split(BETWEEN)
  return spaced.filter((word) => /[\p{L}\p{N}]/u.test(word)).length + single + Math.ceil(unspaced / 5)
}

export function countLine(text, strings) {
  const words = wordCount(text)
  const count = strings[words === 1 ? "words_one" : "words_other"].replace("%(count)s", words.toLocaleString())
  const minutes = strings.minutes.replace("%(count)s", Math.max(1, Math.round(words / A_MINUTE)))
  return words ? `${count}, ${minutes}` : count
}
