// A name selected in the text becomes a row of the story: at once where the desk knows exactly one of that name, else
// through the small window that adds it. There, a name that is already known is chosen by its button.
{
  const form = document.getElementById("story_form")
  const LONGEST_WAIT = 2_500 // ms: a browser refuses a window that opens long after the click

  const known = async (kind, text) => {
    const asked = { term: text, app_label: "articles", model_name: `story${kind}`, field_name: kind }
    try {
      const address = `/admin/autocomplete/?${new URLSearchParams(asked)}`
      const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST_WAIT) })
      const { results } = await answer.json()
      const same = results.filter((one) => one.text.toLocaleLowerCase() === text.toLocaleLowerCase())
      return same.length === 1 ? same[0] : null
    } catch {
      return null // the window will ask
    }
  }

  const selects = (kind) =>
    [...document.querySelectorAll(`select[id^="id_story_"][name$="-${kind}"]`)].filter(({ name }) => !name.includes("__prefix__"))

  const newRow = (kind) => {
    const prefix = kind === "person" ? "story_people" : "story_organizations"
    document.querySelector(`#${prefix}-group .add-row a, #${prefix}-group a.add-row`)?.click()
    return selects(kind).findLast((select) => !select.value)
  }

  const askPart = (select) => {
    const part = document.getElementById(select.id.replace(/-[a-z]+$/, "-role"))
    part?.scrollIntoView({ block: "center" })
    part?.focus()
  }

  const choose = (select, { id, text }) => {
    select.append(new Option(text, id, true, true))
    window.django.jQuery(select).trigger("change")
  }

  const openWindow = (select, kind, text) => {
    const opener = document.createElement("a")
    opener.id = `add_${select.id}`
    opener.href = `/admin/articles/${kind}/add/?_popup=1&name=${encodeURIComponent(text)}`
    window.showRelatedObjectPopup(opener)
  }

  const addName = async ({ detail: { text, kind } }) => {
    const found = await known(kind, text)
    const standing = found && selects(kind).find(({ value }) => value === found.id)
    const select = standing ?? newRow(kind)
    if (!select) return
    document.querySelector('[data-tab="sources"]')?.click()
    if (standing) return askPart(standing)
    window.django.jQuery(select).one("change", () => askPart(select))
    found ? choose(select, found) : openWindow(select, kind, text)
  }

  form?.addEventListener("desk:name-selected", addName)
  for (const button of document.querySelectorAll("[data-known]")) {
    button.addEventListener("click", () => window.opener?.dismissAddRelatedObjectPopup(window, button.dataset.known, button.textContent))
  }
}
