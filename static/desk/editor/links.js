// Which addresses a link may have: as articles/text/links.py decides when the text is stored.

const ALLOWED = /^(https?:\/\/[^/?#\s]|mailto:[^\s?]|tel:[+(\d]|\/(?!\/))/i

export function safeHref(value) {
  const href = (value ?? "").replace(/[\t\n\r]/g, "").trim()
  return href.length <= 2000 && !href.includes("\\") && ALLOWED.test(href) ? href : null
}

// What somebody typed into the link box: "example.org/page" and "mail@example.org" are meant well.
export function meantHref(typed) {
  const value = typed.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+$/.test(value)) return safeHref(`mailto:${value}`)
  if (/^[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u.test(value)) return safeHref(`https://${value}`)
  return safeHref(value)
}
