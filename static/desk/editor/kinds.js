// Which kinds of marks a text has; the names are those of articles/admin/editor/vanished.py.

const SELECTORS = {
  heading: "h2, h3",
  quote: "blockquote",
  pullquote: "aside.pullquote",
  note: "aside.note",
  list: "ul, ol",
  table: "table",
  figure: "figure[data-picture]",
  rule: "hr",
  link: "a[href]",
  bold: "strong",
  italic: "em",
  sub: "sub",
  sup: "sup",
}

export function inventory(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body
  const addresses = [...body.querySelectorAll("a[href]")].map((a) => a.getAttribute("href"))
  const figures = [...body.querySelectorAll("figure[data-picture]")].map((figure) => figure.dataset.picture)
  const claims = [...body.querySelectorAll("[data-claim]")].map((span) => span.dataset.claim)
  return {
    kinds: new Set(Object.keys(SELECTORS).filter((kind) => body.querySelector(SELECTORS[kind]))),
    claims: new Set(claims),
    exact: {
      link: unique(addresses),
      claim: unique(claims),
      figure: figures.join(),
      table: body.querySelectorAll("th, td").length,
      list: body.querySelectorAll("li").length,
      heading: body.querySelectorAll("h2, h3").length,
      theWords: body.textContent.replace(/\s+/g, ""),
    },
  }
}

const unique = (values) => [...new Set(values)].sort().join(" ")

// What opening a text in the editor would lose of it.
export function lostOnOpening(stored, shown) {
  const [before, after] = [inventory(stored), inventory(shown)]
  const kinds = [...before.kinds].filter((kind) => !after.kinds.has(kind))
  const inexact = Object.keys(before.exact).filter((kind) => before.exact[kind] !== after.exact[kind])
  return [...new Set([...kinds, ...inexact])]
}

// The kinds that were there and are gone; of claims, each counts.
export function removedKinds(first, now, carried) {
  const kinds = new Set([...carried, ...first.kinds].filter((kind) => !now.kinds.has(kind)))
  if ([...first.claims].some((claim) => !now.claims.has(claim))) kinds.add("claim")
  return [...kinds]
}
