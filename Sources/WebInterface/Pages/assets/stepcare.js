// What pages do beyond HTML: each part finds its own elements, and the page works without it.

// What the server sent, before anything is added to it here: by it one sees whether there is news.
const words = (page) => {
  const main = page.getElementById("main").cloneNode(true);
  main.querySelector(".desk-minute")?.remove();
  return main.textContent.replace(/\s+/g, " ");
};
const sent = words(document);

// The error summary is where a reader's attention belongs.
document.getElementById("error-summary")?.focus();

// A form is sent once, however often its button is pressed; the server refuses the second too.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// What was typed is kept for as long as the tab is open, so that a lost session or connection loses nothing.
const place = `typed ${location.pathname}`;
for (const form of document.querySelectorAll("form[data-form]")) {
  const fields = [...form.elements].filter((field) => field.name && !["hidden", "password", "radio", "checkbox", "file"].includes(field.type));
  const known = JSON.parse(sessionStorage.getItem(place) ?? "{}");
  for (const field of fields) if (!field.value && known[field.name]) field.value = known[field.name];
  form.addEventListener("input", () => {
    sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
  });
}
if (document.querySelector(".desk-done")) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("typed ")) sessionStorage.removeItem(key);
}

// Tables are sorted by their heads, and filtered by what stands in their rows.
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  if (!body || body.rows.length < 3) continue;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const isUp = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const text = (row) => row.cells[column]?.lastChild?.textContent.trim() ?? "";
      const rows = [...body.rows].sort((a, b) => text(a).localeCompare(text(b), "en", { numeric: true }));
      body.append(...(isUp ? rows : rows.reverse()));
    });
  });
  if (body.rows.length < 12) continue;
  const label = document.createElement("label");
  label.className = "nhsuk-label desk-filter";
  label.textContent = "Show rows that contain ";
  const input = document.createElement("input");
  input.className = "nhsuk-input nhsuk-input--width-20";
  input.type = "search";
  label.append(input);
  table.before(label);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}

// One tab of a browser hears of changes and tells the others: a browser keeps six connections to a server, and a stream in
// each tab would leave none to load a seventh.
function hearOfChanges(heard) {
  const listen = (tell) =>
    new Promise((over) => {
      const stream = new EventSource("/changes");
      stream.addEventListener("entry", (event) => tell(JSON.parse(event.data)));
      // It connects again by itself, but not where it is refused, as after signing out.
      stream.addEventListener("error", () => stream.readyState === EventSource.CLOSED && over());
      window.addEventListener("pagehide", () => {
        stream.close();
        over();
      });
    });
  if (!navigator.locks || !window.BroadcastChannel) return void listen(heard);
  const tabs = new BroadcastChannel("desk-changes");
  let last;
  let isTelling = false;
  tabs.addEventListener("message", ({ data }) => {
    if (data.asks) {
      // Whoever comes later is told where the log stands.
      if (isTelling && last) tabs.postMessage({ ...last, since: last.last, about: [], more: false });
    } else {
      heard(data);
    }
  });
  const take = () =>
    navigator.locks.request("desk-changes", () => {
      isTelling = true;
      return listen((told) => {
        last = told;
        heard(told);
        tabs.postMessage(told);
      });
    }).then(() => {
      isTelling = false;
      setTimeout(take, 5000);
    });
  take();
  tabs.postMessage({ asks: true });
}

// When something happens at the desk, a page that shows it says so, and shows it anew where nothing is being typed. A page
// of one person or of some diaries asks at once, for news of these alone; a list of many asks now and then, and a page that
// nobody looks at waits until somebody does.
if (document.body.dataset.live !== undefined) {
  const news = document.getElementById("desk-news");
  const concerns = document.body.dataset.concerns?.split(" ");
  const pause = concerns ? 0 : 10_000;
  let known = Number(document.body.dataset.live);
  // Whoever has just come to a list sees the first news of it at once; one that was loaded again for news waits its turn.
  let looked = performance.getEntriesByType("navigation")[0]?.type === "reload" ? 0 : -pause;
  let timer = 0;
  let isWaiting = false;

  const look = async () => {
    timer = 0;
    if (document.hidden) {
      isWaiting = true;
      return;
    }
    looked = performance.now();
    // Whoever is typing, or on the way through the page by keyboard, keeps their place.
    const isBusy = document.activeElement && document.activeElement !== document.body;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (words(fresh) === sent) return;
    if (isBusy) {
      news.className = "desk-news";
      news.textContent = "Something has changed at the desk. Load the page again to see it.";
    } else {
      location.reload();
    }
  };
  // Many lists that hear of the same do not all ask at the same moment.
  const lookSoon = () => {
    const wait = concerns ? 0 : Math.max(0, looked + pause - performance.now()) + Math.random() * 500;
    timer ||= setTimeout(look, wait);
  };

  hearOfChanges((told) => {
    const hasMissed = told.since !== known;
    known = told.last;
    if (told.since === told.last && !hasMissed) return;
    if (hasMissed || told.more || !concerns || concerns.some((one) => told.about.includes(one))) lookSoon();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !isWaiting) return;
    isWaiting = false;
    lookSoon();
  });
}
