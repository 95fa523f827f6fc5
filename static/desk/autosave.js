// Keeps a form's unsent text in this browser and offers it again after a crash or an expired login.
// Works where the page includes admin/editor/_autosave.html inside the form. Kept apart by person and story; never
// kept: passwords, files, hidden fields, anything in [data-confidential].
{
  const EVERY = 5_000
  const DAYS = 3
  const PREFIX = "desk-unsent:"
  const box = document.querySelector("form [data-autosave]")
  const form = box?.closest("form")

  const storage = (() => {
    try {
      localStorage.setItem(PREFIX, "")
      localStorage.removeItem(PREFIX)
      return localStorage
    } catch {
      return null // private windows, full or forbidden storage: the form works without
    }
  })()

  const fields = () =>
    [...form.elements].filter(
      (field) =>
        field.name &&
        !field.name.includes("__prefix__") &&
        !/^(password|file|hidden|submit|button|image|reset)$/.test(field.type) &&
        field.localName !== "button" &&
        !field.closest("[data-confidential]"),
    )

  const isBox = (field) => field.type === "checkbox" || field.type === "radio"
  const keyOf = (field) => (isBox(field) ? `${field.name}=${field.value}` : field.name)
  const valueOf = (field) => {
    if (isBox(field)) return field.checked
    if (field.localName !== "select") return field.value
    return [...field.selectedOptions].map((option) => [option.value, option.textContent.trim()])
  }
  const values = () => Object.fromEntries(fields().map((field) => [keyOf(field), valueOf(field)]))
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)
  // A text that the server wrote anew differs in its markup only.
  const sameWords = (one, other) => same(bare(one), bare(other))
  const bare = (all) =>
    Object.fromEntries(
      Object.entries(all).map(([key, value]) => [
        key,
        typeof value === "string" ? value.replace(/<[^>]*>|&nbsp;|\s+/g, "").replaceAll("&amp;", "&") : value,
      ]),
    )

  // Rows of inlines are counted in hidden fields; a restored form may need more of them.
  const counts = () =>
    Object.fromEntries(
      [...form.elements].filter(({ name }) => name?.endsWith("-TOTAL_FORMS")).map(({ name, value }) => [name, +value]),
    )
  const rowIds = () =>
    Object.fromEntries(
      [...form.elements].filter(({ name, type }) => type === "hidden" && /-\d+-id$/.test(name)).map(({ name, value }) => [name, value]),
    )
  const version = () => form.elements.namedItem("version")?.value ?? ""

  // Each opening of a form keeps a record of its own: what one tab holds, or an offer not yet answered, stays.
  const start = () => {
    const mine = `${PREFIX}${box.dataset.user}:${box.dataset.autosave}:`
    forgetOld()
    forgetSaved(mine)
    for (const key of records()) if (key.startsWith(mine) && sameWords(read(key).values, values())) storage.removeItem(key)
    const found = read(newest(mine))
    const write = keep(`${mine}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`)
    if (found) offer(found, write)
  }

  const records = () => Object.keys(storage).filter((key) => key.startsWith(PREFIX))
  const newest = (prefix) =>
    records()
      .filter((key) => key.startsWith(prefix))
      .sort((one, other) => read(one).at - read(other).at)
      .at(-1)

  const read = (key) => {
    try {
      const record = JSON.parse(storage.getItem(key))
      return record?.values ? { ...record, key } : null
    } catch {
      return null
    }
  }

  const forgetOld = () => {
    const oldest = Date.now() - DAYS * 86_400_000
    for (const key of records()) if (!(read(key)?.at > oldest)) storage.removeItem(key)
  }

  // Sent and saved: the desk said so by a cookie, or the story's version moved on since it was sent.
  const forgetSaved = (mine) => {
    const told = decodeURIComponent(document.cookie.match(/(?:^|; )desk-saved=([^;]*)/)?.[1] ?? "")
    const sent = records().filter((key) => read(key).sent)
    for (const key of sent) {
      const record = read(key)
      const movedOn = key.startsWith(mine) && record.version !== version() && !("refused" in box.dataset)
      if (movedOn || (told && key.startsWith(`${PREFIX}${told}:`))) storage.removeItem(key)
    }
    if (told) document.cookie = "desk-saved=; path=/admin/; max-age=0; samesite=lax"
  }

  // Returns what writes the form's state now.
  const keep = (key) => {
    let kept = values()
    const write = (sent = false) => {
      const now = values()
      if (same(now, kept) && !(sent && read(key))) return
      kept = now
      const record = { at: Date.now(), version: version(), values: now, counts: counts(), rows: rowIds(), sent }
      try {
        storage.setItem(key, JSON.stringify(record))
      } catch {
        // Full: what was kept before stays.
      }
    }
    setInterval(() => write(), EVERY)
    form.addEventListener("submit", () => write(true))
    addEventListener("pagehide", () => write())
    document.addEventListener("visibilitychange", () => document.hidden && write())
    return write
  }

  const offer = (record, write) => {
    const at = new Date(record.at)
    const language = document.documentElement.lang || []
    const today = at.toDateString() === new Date().toDateString()
    const time = today
      ? at.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" })
      : at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })
    const words = box.querySelector("p")
    const [restore, discard] = box.querySelectorAll("button")
    const stale = record.version !== version()
    words.textContent = (stale ? words.dataset.messageStale : words.dataset.message).replace("%(time)s", time)
    if (record.values.headline) words.append(` “${record.values.headline}”`)
    restore.textContent = restore.dataset.restore.replace("%(time)s", time)
    restore.addEventListener("click", async () => {
      await bringBack(record)
      box.hidden = true
      write()
      storage.removeItem(record.key)
    })
    discard.addEventListener("click", () => {
      storage.removeItem(record.key)
      box.hidden = true
    })
    box.hidden = false
  }

  const bringBack = async (record) => {
    for (const [name, count] of Object.entries(record.counts)) await addRows(name, count)
    // The version it was written on comes back too: a save over somebody else's is refused and shows both texts.
    const number = form.elements.namedItem("version")
    if (number && record.version) number.value = record.version
    const now = rowIds()
    for (const field of fields()) {
      const key = keyOf(field)
      if (key in record.values && sameRow(field.name, record.rows, now)) setValue(field, record.values[key])
    }
  }

  const sameRow = (name, before, now) => {
    const row = name.match(/^(.+-\d+)-/)?.[1]
    return !row || (before[`${row}-id`] ?? "") === (now[`${row}-id`] ?? "")
  }

  const addRows = async (name, count) => {
    const total = () => Number(form.elements.namedItem(name)?.value ?? Infinity)
    const group = document.getElementById(`${name.replace(/-TOTAL_FORMS$/, "")}-group`)
    for (let tries = 0; group && total() < count && tries < 50; tries++) {
      group.querySelector("a.add-row, .add-row a, .add-row button")?.click()
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }

  const setValue = (field, value) => {
    if (isBox(field)) field.checked = value
    else if (field.localName !== "select") field.value = value
    else choose(field, value)
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.dispatchEvent(new Event("change", { bubbles: true }))
    field.dispatchEvent(new CustomEvent("desk:restored", { bubbles: true }))
  }

  // Autocomplete fields hold only the options once chosen.
  const choose = (field, chosen) => {
    const wanted = new Set(chosen.map(([value]) => value))
    const present = new Set([...field.options].map((option) => option.value))
    for (const [value, text] of chosen) if (!present.has(value)) field.add(new Option(text, value))
    for (const option of field.options) option.selected = wanted.has(option.value)
  }

  if (form && storage) start()
}
