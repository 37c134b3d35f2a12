// What takes minutes says how far it has got, until it is over; then the page shows what came of it. Without this script
// the page says it whenever it is loaded.

const place = document.querySelector("[data-progress]");

if (place) {
  const [words, bar, said] = [place.querySelector("p"), place.querySelector("progress"), place.querySelector("[role=status]")];
  let stage = "";
  const look = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
      if (answer.redirected || !answer.ok) return location.reload();
      const found = await answer.json();
      if (found.isOver) return location.reload();
      words.textContent = found.words;
      if (found.of > 0) {
        bar.max = found.of;
        bar.value = found.done;
      } else {
        bar.removeAttribute("value");
      }
      // Only what is new is read out: not every run.
      if (found.stage !== stage) said.textContent = found.stage;
      stage = found.stage;
    } catch {
      words.textContent = "The server cannot be reached. What was asked for is still there.";
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 1000);
}
