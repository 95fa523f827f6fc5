/* Signing in gives the browser a new token; the kept form takes it along, so that one press is enough. */

const form = document.getElementById("again");

form.addEventListener("submit", () => {
  const cookie = document.cookie.split("; ").find((one) => /^(__Host-)?csrftoken=/.test(one));
  if (cookie) {
    form.elements.csrfmiddlewaretoken.value = cookie.slice(cookie.indexOf("=") + 1);
  }
});
