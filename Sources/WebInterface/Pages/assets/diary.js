// In a diary, what is booked is moved to free time: drawn there, or by keys. Both lead to the page on which the move is
// looked at and done; without this script the link "Move" leads to the times that are offered.

const diary = document.querySelector("[data-moving]");
const news = document.getElementById("desk-news");

// Where the page of a move is, of an appointment and a time.
const leadTo = (entry, free, start) => {
  const asked = new URLSearchParams({ clinician: free.dataset.with, start: String(start), from: "diary" });
  location.assign(`/appointments/${entry.dataset.moves}/move?${asked}`);
};

// The times at which something as long can begin within free time: each five minutes.
const step = 5;
const latest = (entry, free) => Number(free.dataset.minutes) - Number(entry.dataset.minutes);
const clock = (minutes) => {
  const day = ((minutes % 1440) + 1440) % 1440;
  if (day === 720) return "midday";
  const minute = day % 60 ? `:${String(day % 60).padStart(2, "0")}` : "";
  return `${Math.floor(day / 60) % 12 || 12}${minute}${day < 720 ? "am" : "pm"}`;
};

let moving;

const stop = (words) => {
  if (!moving) return;
  for (const button of diary.querySelectorAll(".desk-place")) button.remove();
  diary.classList.remove("desk-days--moving");
  moving.classList.remove("desk-entry--moving");
  moving.querySelector(".desk-entry__move").focus();
  moving = undefined;
  news.className = words ? "desk-news" : "";
  news.textContent = words ?? "";
};

// By keys: the link shows every place to which it fits, as buttons that Tab reaches; Escape leaves it where it is.
const begin = (entry) => {
  stop();
  moving = entry;
  diary.classList.add("desk-days--moving");
  entry.classList.add("desk-entry--moving");
  let count = 0;
  for (const free of diary.querySelectorAll("[data-free]")) {
    const length = Math.max(step, Number(entry.dataset.minutes));
    for (let after = 0; after <= latest(entry, free); after += length) {
      const start = Number(free.dataset.free) + after;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small desk-place";
      button.textContent = `Move to ${clock(start)}`;
      const hidden = document.createElement("span");
      hidden.className = "nhsuk-u-visually-hidden";
      hidden.textContent = ` ${free.closest("section").getAttribute("aria-label")}`;
      button.append(hidden);
      button.addEventListener("click", () => leadTo(entry, free, start));
      free.append(button);
      count += 1;
    }
  }
  const other = document.createElement("a");
  other.className = "desk-place";
  other.href = entry.querySelector(".desk-entry__move").href;
  other.textContent = "See all times that can be offered";
  entry.append(other);
  news.className = "desk-news";
  news.textContent = count
    ? `It fits ${count === 1 ? "one place" : `${count} places`} here. Choose one, or press Escape to leave it.`
    : "It fits nowhere here. Look at another week, or at all times that can be offered.";
  (diary.querySelector("button.desk-place") ?? other).focus();
};

if (diary) {
  for (const entry of diary.querySelectorAll("[data-moves]")) {
    entry.draggable = true;
    entry.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", entry.dataset.moves);
      event.dataTransfer.effectAllowed = "move";
      moving = entry;
    });
    entry.addEventListener("dragend", () => (moving = undefined));
    entry.querySelector(".desk-entry__move").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      begin(entry);
    });
  }
  for (const free of diary.querySelectorAll("[data-free]")) {
    const fits = () => moving && latest(moving, free) >= 0;
    free.addEventListener("dragover", (event) => {
      if (!fits()) return;
      event.preventDefault();
      free.classList.add("desk-entry--over");
    });
    free.addEventListener("dragleave", () => free.classList.remove("desk-entry--over"));
    free.addEventListener("drop", (event) => {
      if (!fits()) return;
      event.preventDefault();
      const box = free.getBoundingClientRect();
      const share = Math.min(Math.max((event.clientY - box.top) / box.height, 0), 1);
      const wanted = Math.round((share * Number(free.dataset.minutes)) / step) * step;
      leadTo(moving, free, Number(free.dataset.free) + Math.min(wanted, latest(moving, free)));
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && diary.classList.contains("desk-days--moving")) stop("It stays where it is.");
  });
}
