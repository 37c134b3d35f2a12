// The forecast follows its sliders: a first picture of a few runs, then one of as many as an interval takes. Without this
// script the button of the form shows the same.

const form = document.querySelector("form[data-sliders]");
const picture = document.getElementById("picture");

// What is asked: what stands where it stands now says nothing.
const query = () => {
  const parts = new URLSearchParams();
  for (const field of form.elements) {
    if (!field.name || field.type === "submit" || field.value === "" || field.value === field.dataset.now) continue;
    parts.append(field.name, field.value);
  }
  return parts;
};

const rangeOf = (name) => form.querySelector(`input[data-moves="${CSS.escape(name)}"]`);

// Faults stand beside what they are about.
const tell = () => {
  for (const place of form.querySelectorAll(".desk-slider > .nhsuk-error-message")) {
    const name = place.id.slice(0, -"-error".length);
    const fault = picture.querySelector(`[data-fault="${CSS.escape(name)}"]`);
    place.textContent = fault ? fault.textContent : "";
    place.parentElement.classList.toggle("nhsuk-form-group--error", Boolean(fault));
    document.getElementById(name)?.toggleAttribute("aria-invalid", Boolean(fault));
  }
};

const put = (text) => {
  const open = [...picture.querySelectorAll("details[open]")].map((part) => part.id).filter(Boolean);
  picture.innerHTML = text;
  for (const id of open) {
    const part = document.getElementById(id);
    if (part) part.open = true;
  }
  tell();
  const said = picture.querySelector("[data-said]");
  if (said) document.getElementById("said").textContent = said.dataset.said;
  document.dispatchEvent(new Event("report-parts"));
};

// Links and forms beside it are of what is shown.
const follow = () => {
  const parts = query().toString();
  for (const link of document.querySelectorAll("a[data-with-query]")) {
    const more = link.dataset.withQuery;
    const asked = new URLSearchParams(parts);
    for (const [name, value] of new URLSearchParams(more)) asked.set(name, value);
    link.href = `${link.pathname}?${asked}`;
  }
  const kept = document.querySelector('input[name="question"]');
  if (kept) kept.value = parts;
};

let asked;
const show = async () => {
  asked?.abort();
  asked = new AbortController();
  const own = asked;
  const parts = query();
  history.replaceState(null, "", `${location.pathname}?${parts}`);
  follow();
  picture.setAttribute("aria-busy", "true");
  try {
    for (const stage of ["first", "whole"]) {
      parts.set("stage", stage);
      for (let tries = 0; tries < 20; tries += 1) {
        const answer = await fetch(`/forecast/picture?${parts}`, { signal: own.signal, headers: { Accept: "text/html" } });
        if (answer.redirected) return location.reload();
        // Another tab of the same person asked: it is this one's turn again later.
        if (answer.status === 409) {
          await new Promise((go) => setTimeout(go, 1500));
          if (own.signal.aborted) return;
          continue;
        }
        const text = await answer.text();
        if (own.signal.aborted) return;
        put(text);
        if (!answer.ok) return;
        break;
      }
    }
  } catch (error) {
    if (error.name !== "AbortError") put('<p role="alert">The server cannot be reached. What you moved is still here.</p>');
  } finally {
    if (own === asked) picture.removeAttribute("aria-busy");
  }
};

if (form && picture) {
  form.dataset.follows = "";
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  };
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.moves) {
      document.getElementById(target.dataset.moves).value = target.value;
    } else if (target.dataset.now !== undefined) {
      const range = rangeOf(target.name);
      if (range) range.value = target.value;
    }
    if (target.name === "scenario") return form.requestSubmit();
    soon();
  });
  form.addEventListener("submit", (event) => {
    if (new URLSearchParams(location.search).get("scenario") !== form.elements.scenario.value) return;
    event.preventDefault();
    show();
  });
  follow();
  tell();
  if (!picture.querySelector(".report-parts") && [...query().keys()].some((name) => /^[a-d]\./.test(name) && !name.endsWith(".name"))) show();
}
