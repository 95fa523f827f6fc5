// Tags that are already known are offered while one types; any other word makes a new tag when the story is saved.
{
  const PAUSE = 250

  const offer = async (field, list) => {
    const [, before, word] = /^(.*,\s*)?(.*)$/s.exec(field.value)
    const asked = { term: word.trim(), app_label: "articles", model_name: field.dataset.offers, field_name: "tag" }
    if (!asked.term) return list.replaceChildren()
    try {
      const answer = await fetch(`/admin/autocomplete/?${new URLSearchParams(asked)}`)
      const { results } = await answer.json()
      list.replaceChildren(...results.map(({ text }) => new Option(text, (before ?? "") + text)))
    } catch {
      list.replaceChildren()
    }
  }

  for (const field of document.querySelectorAll("input[data-offers]")) {
    const list = document.createElement("datalist")
    list.id = `${field.id}-known`
    field.setAttribute("list", list.id)
    field.after(list)
    let timer
    field.addEventListener("input", () => {
      clearTimeout(timer)
      timer = setTimeout(offer, PAUSE, field, list)
    })
  }
}
