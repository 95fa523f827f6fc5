// What the library says about pictures (articles/admin/editor/picture_chooser.py), each asked once.

const known = new Map()
let waiting = null

// The facts about a picture, null where the library has it no more; many askers make one request.
export function picture(url, number) {
  if (known.has(number)) return Promise.resolve(known.get(number))
  waiting ??= { numbers: new Set(), answer: Promise.resolve().then(() => askTogether(url)) }
  waiting.numbers.add(number)
  return waiting.answer.then(() => known.get(number))
}

async function askTogether(url) {
  const numbers = [...waiting.numbers]
  waiting = null
  for (let start = 0; start < numbers.length; start += 100) {
    const some = numbers.slice(start, start + 100)
    const { pictures } = await ask(`${url}?ids=${some.join()}`)
    for (const number of some) known.set(number, null)
    remember(pictures)
  }
}

export async function search(url, query, page) {
  const answer = await ask(`${url}?q=${encodeURIComponent(query)}&page=${page}`)
  remember(answer.pictures)
  return answer
}

function remember(pictures) {
  for (const one of pictures) known.set(String(one.number), one)
}

// Throws an error whose message is the name of a string to show.
async function ask(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null)
  if (!response || response.status >= 500) throw new Error("failed")
  if (response.redirected) throw new Error("expired")
  if (response.status === 403) throw new Error("refused")
  return response.json().catch(() => {
    throw new Error("failed")
  })
}
