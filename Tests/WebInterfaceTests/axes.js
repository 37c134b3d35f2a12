// The axes of numbers of every chart that is drawn, and whether one goes below nothing. Differences may, and a curve of
// what may be less than nothing.
(() => window.Chart && Chart.getChart ? [...document.querySelectorAll("figure[data-kind]")].flatMap((figure) => {
  const chart = Chart.getChart(figure.querySelector("canvas"));
  if (!chart) return [];
  const title = figure.querySelector("figcaption .title").textContent, kind = figure.dataset.kind;
  return Object.values(chart.scales).filter((scale) => scale.type === "linear").map((scale) => ({
    title, kind, least: scale.min,
    isBelow: scale.min < 0 && kind !== "difference" && !(kind === "curve" && scale.getMinMax(false).min < 0),
  }));
}) : [])()
