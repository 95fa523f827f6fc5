// Line drawings on a 24 by 24 field.

const LETTER = (text, style = "") => `<text x="12" y="17.5" text-anchor="middle" ${style}>${text}</text>`
const STROKES = {
  heading2: LETTER("H2", 'font-size="14" font-weight="650"'),
  heading3: LETTER("H3", 'font-size="14" font-weight="650"'),
  bold: LETTER("B", 'font-size="17" font-weight="750"'),
  italic: LETTER("I", 'font-size="17" font-style="italic" font-family="Georgia, serif"'),
  bullets: '<path d="M9 6h11M9 12h11M9 18h11"/><path d="M4.5 6h.01M4.5 12h.01M4.5 18h.01" stroke-width="3"/>',
  numbers: '<path d="M10 6h10M10 12h10M10 18h10"/><path d="M4 4.5 5.5 4v4M3.8 15.2c.2-1 2.2-1 2.2.2 0 1-2.2 1.6-2.2 3h2.4" stroke-width="1.4"/>',
  quote: '<path d="M5 5v14M10 7h10M10 12h10M10 17h6"/>',
  pullquote: '<path d="M4 4h16M4 20h16"/><path d="M7.5 14.5c-1.3 0-2-.8-2-2 0-2 1-3.5 3-4.500M16 14.500c-1.3 0-2-.8-2-2 0-2 1-3.5 3-4.500M7.5 12.500h2v2h-2zM16 12.500h2v2h-2z"/>',
  note: '<path d="M4 5h11M4 9.500h8M4 19h16M4 14.500h3"/><text x="19" y="10" text-anchor="middle" font-size="10" font-weight="650">1</text>',
  link: '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.700l-1.2 1.200M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.700l1.2-1.2"/>',
  unlink: '<path d="m18 13 1-1.600a4 4 0 0 0-5.7-5.700l-1.2 1.200M6 11l-1 1.600a4 4 0 0 0 5.7 5.700l1.2-1.200M4 4l16 16"/>',
  figure: '<rect x="3.5" y="5" width="17" height="14" rx="1.5"/><path d="m4 16.5 4.5-4.5 3.5 3.5 3-3 5 5"/><circle cx="15.5" cy="9" r="1.2"/>',
  claim: '<path d="M4 6h16M4 18h9"/><path d="M4 12h6" stroke-width="4.500"/><path d="m14 15 2.5 2.500L21 12"/>',
  claimParagraph: '<path d="M4 5h16M4 9.500h16M4 14h7" stroke-width="2.600"/><path d="m13 17 2.5 2.500L20 14"/>',
  claimRemove: '<path d="M4 6h16M4 18h8"/><path d="M4 12h6" stroke-width="4.500"/><path d="m15 13 5 5M20 13l-5 5"/>',
  person: '<circle cx="10" cy="8" r="3.3"/><path d="M4 19.500c.5-3.5 3-5.5 6-5.5 1.6 0 3 .5 4 1.500M18 13v6M15 16h6"/>',
  organization: '<path d="M4 20V6l7-2.500V20M11 9h5v3M2.5 20H13M6.5 9h2M6.5 12.500h2M6.5 16h2M18 14v6M15 17h6"/>',
  undo: '<path d="M8 5 4 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-4"/>',
  redo: '<path d="m16 5 4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h4"/>',
}

export function icon(name) {
  const svg = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${STROKES[name]}</svg>`,
    "image/svg+xml",
  ).documentElement
  return document.importNode(svg, true)
}
