"""Draws how wrong forecasts of a past year were, and writes their words: draw_backtest.py FOLDER."""

import sys
from pathlib import Path

import altair as alt
import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Notebooks"))
from stepcare_notebook import BLUE, GREEN, ORANGE, PURPLE, SKY, VERMILION, picture  # noqa: E402

folder = Path(sys.argv[1])
# Each figure: its words, whether errors are shares of what came, the unit, and the goals blind ("no worse than last year
# again" is measured, not written down) and conditional.
FIGURES = {
    "referrals": ("Referrals", True, "%", None),
    "first-treatments": ("First treatments", True, "%", 5.0),
    "second-treatments": ("Second treatments", True, "%", 7.0),
    "finished-courses": ("Finished courses", True, "%", 7.0),
    "attended-appointments": ("Attended appointments", True, "%", None),
    "first-treatment-wait-mean": ("Mean wait to first treatment", False, "days", 2.5),
    "waiting-for-treatment": ("People waiting, mean", True, "%", 15.0),
    "step-up-wait-mean": ("Step-up wait", False, "days", None),
    "assessment-to-high-wait-mean": ("Assessment to high intensity", False, "days", None),
    "recovery": ("Recovery", False, "points", 2.0),
}
years = pl.read_csv(folder / "backtest.csv")
METHODS = {
    "blind": "stepcare, blind",
    "blind-change": "stepcare, blind, as a change",
    "conditional": "stepcare, given",
    "conditional-change": "stepcare, given, as a change",
    "last_year": "last year again",
    "last_year_with_trend": "last year with its trend",
}


def errors(figure: str, method: str) -> list[float]:
    """The distance of each provider's forecast from what came."""
    kind = "conditional" if method.startswith("conditional") else "blind"
    ours = method.startswith(kind) and not method.startswith("last")
    column = ("change" if method.endswith("change") else "forecast") if ours else method
    rows = years.filter((pl.col("figure") == figure) & (pl.col("kind") == kind) & pl.col(column).is_not_null())
    relative = FIGURES[figure][1]
    return [abs(f - a) / a * 100 if relative else abs(f - a) for f, a in rows.select(column, "actual").iter_rows()]


def median(values: list[float]) -> float | None:
    return pl.Series(values).median() if values else None


def covered(figure: str, kind: str, column: str) -> float | None:
    rows = years.filter((pl.col("figure") == figure) & (pl.col("kind") == kind) & pl.col("change").is_not_null())
    months = rows["months"].sum()
    return rows[column].sum() / months if months else None


table = pl.DataFrame(
    [
        {"figure": words, "method": name, "error": median(errors(figure, method)), "unit": unit}
        for figure, (words, _, unit, _) in FIGURES.items()
        for method, name in METHODS.items()
    ]
)
order = [words for words, _, _, _ in FIGURES.values()]


def bars(unit: str, title: str) -> alt.Chart:
    part = table.filter((pl.col("unit") == unit) & pl.col("error").is_not_null())
    return (
        alt.Chart(part)
        .mark_bar()
        .encode(
            x=alt.X("error:Q", title=title),
            y=alt.Y("figure:N", title="", sort=order),
            yOffset=alt.YOffset("method:N", sort=list(METHODS.values())),
            color=alt.Color(
                "method:N",
                title="",
                sort=list(METHODS.values()),
                scale=alt.Scale(domain=list(METHODS.values()), range=[BLUE, SKY, PURPLE, VERMILION, ORANGE, GREEN]),
                legend=alt.Legend(orient="top", columns=3),
            ),
        )
        .properties(width=520)
    )


chart = alt.vconcat(
    bars("%", "Median error, percent of what came"), bars("days", "Median error, days"), bars("points", "Median error, points")
).properties(title=alt.Title("How wrong forecasts of April 2024 to March 2025 were", anchor="start"))
(folder / "errors.png").write_bytes(picture(chart))

providers = years["provider"].n_unique()


def cell(value: float | None, unit: str) -> str:
    return "–" if value is None else f"{value:.1f}{'%' if unit == '%' else ''}"


lines = [
    "# Forecasts of a year that has passed",
    "",
    f"{providers} providers, fitted to their published figures until March 2024 and forecast for April 2024 to March 2025:",
    "*blind*, knowing nothing after, and *given* the referrals received and the appointments attended of each month, which tests",
    "the mechanism and not the guess of demand and staffing. Each stands twice: as the fitted scenario forecasts it, and as a",
    "change, the published level before times what the simulated year is beside the fitted one, which takes what a fit misses",
    "out of it. Beside them two forecasts that need no model. Errors are medians over providers, of twelve-month totals or of",
    "means of the months. `Tests/Studies/backtest` makes this again; each provider is in `backtest.csv`, each month in",
    "`months.csv`.",
    "",
    "![Errors](errors.png)",
    "",
    "| median error | blind | as a change | given | as a change | goal, given | last year again | with its trend |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
]
for figure, (words, _, unit, goal) in FIGURES.items():
    found = [cell(median(errors(figure, method)), unit) for method in METHODS]
    cells = [*found[:4], cell(goal, unit), *found[4:]]
    lines.append(f"| {words}{'' if unit == '%' else ', ' + unit} | " + " | ".join(cells) + " |")
lines += [
    "",
    "Months within the forecast's interval of 90% (goal: 80 to 97%):",
    "",
    "| figure | blind | as a change | given | as a change |",
    "|---|---:|---:|---:|---:|",
]
for figure, (words, _, _, _) in FIGURES.items():
    shares = [
        covered(figure, kind, column)
        for kind in ("blind", "conditional")
        for column in ("months_within_90", "months_within_90_of_change")
    ]
    lines.append(f"| {words} | " + " | ".join("–" if s is None else f"{100 * s:.0f}%" for s in shares) + " |")
fits = pl.read_csv(folder / "fits.csv", infer_schema_length=None)
whole = fits.filter(pl.col("figure") == "whole")["verdict"].to_list()
VERDICTS = ["holds", "doubtful", "does-not-hold"]
lines += [
    "",
    f"The {len(whole)} fits: {whole.count('holds')} hold, {whole.count('doubtful')} are doubtful, "
    f"{whole.count('does-not-hold')} do not hold. By figure, a star where the whole rests on it (`fits.csv`):",
    "",
    "| figure of a fit | holds | doubtful | does not hold | median distance |",
    "|---|---:|---:|---:|---:|",
]
for figure in fits.filter(pl.col("figure") != "whole")["figure"].unique(maintain_order=True):
    rows = fits.filter(pl.col("figure") == figure)
    star = "* " if rows["main"][0] in (True, "true") else ""
    counts = " | ".join(str(rows["verdict"].to_list().count(verdict)) for verdict in VERDICTS)
    known = rows.filter(pl.col("fitted").is_not_null() & (pl.col("published") > 0))
    away = ((known["fitted"] / known["published"]) - 1).abs().median()
    lines.append(f"| {star}{figure} | {counts} | {100 * away:.1f}% |")
notes = folder / "notes.md"
text = "\n".join(lines) + "\n"
if notes.exists():
    text += "\n" + notes.read_text()
(folder / "README.md").write_text(text)
