// The tab “Claims”: told anew with the checks, a sentence made a claim by one click, and the way there from the text.
{
  const root = document.querySelector("[data-panels]")
  const form = root?.closest("form")
  const body = () => document.getElementById("id_body")
  const tab = (key) => root.querySelector(`[data-tab="${key}"]`)?.click()

  const make = (words) => {
    tab("text")
    body().dispatchEvent(new CustomEvent("desk:make-claim", { detail: { words } }))
  }

  const show = ({ detail: { number } }) => {
    const row = document.getElementById(`claim-row-${number}`)
    tab("claims")
    ;(row ?? root.querySelector("[data-claims-list]")).scrollIntoView({ block: "center" })
    row?.focus({ preventScroll: true })
  }

  if (form) {
    root.addEventListener("click", ({ target }) => {
      const words = target.closest("[data-make-claim]")?.dataset.makeClaim
      if (words) make(words)
    })
    form.addEventListener("desk:claim-listed", show)
  }
}
