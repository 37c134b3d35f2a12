"""Draws what procedures do to waits, and writes its words: draw_procedures.py FOLDER."""

import sys
from pathlib import Path

import altair as alt
import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Notebooks"))
from stepcare_notebook import BLUE, ORANGE, look, picture  # noqa: E402, F401

folder = Path(sys.argv[1])
WAITS = {
    "first-appointment-wait-mean": "First appointment",
    "second-treatment-wait-mean": "First to second treatment",
    "assessment-to-low-wait-mean": "Assessment to low intensity",
    "assessment-to-high-wait-mean": "Assessment to high intensity",
    "step-up-wait-mean": "Step-up",
}
table = pl.read_csv(folder / "compare.csv", schema_overrides={"team": pl.String})
whole = table.filter((pl.col("team") == "total") & (pl.col("characteristic") == "total"))
waits = whole.filter(pl.col("measure").is_in(list(WAITS)) & pl.col("difference").is_not_null()).with_columns(
    wait=pl.col("measure").replace_strict(WAITS)
)

base = alt.Chart(waits)
down = alt.Y("wait:N", title="", sort=list(WAITS.values()))
offset = alt.YOffset("scenario:N")
colour = alt.Color("scenario:N", title="", scale=alt.Scale(range=[BLUE, ORANGE]), legend=alt.Legend(orient="top"))
bars = base.mark_rule(strokeWidth=2).encode(
    x=alt.X("ci95_low:Q", title=""), x2="ci95_high:Q", y=down, yOffset=offset, color=colour
)
points = base.mark_point(filled=True, opacity=1, size=70).encode(
    x=alt.X("difference:Q", title="Days more or less than North Essex as it is, mean and 95% interval"),
    y=down,
    yOffset=offset,
    color=colour,
)
zero = alt.Chart(pl.DataFrame({"x": [0.0]})).mark_rule(color="#999999", strokeDash=[4, 4]).encode(x="x:Q")
chart = (zero + bars + points).properties(
    width=520,
    height=300,
    title=alt.Title("What its own procedures do to the waits of North Essex", anchor="start"),
)
(folder / "waits.png").write_bytes(picture(chart))


def shown(row: dict) -> str:
    """A difference with its interval, in the unit of the measure."""
    scale, suffix, digits = (100, " points", 1) if row["unit"] == "share" else (1, "", 1 if row["unit"] == "days" else 0)
    mean, low, high = (scale * row[key] for key in ("difference", "ci95_low", "ci95_high"))
    return f"{mean:+,.{digits}f}{suffix} ({low:+,.{digits}f} … {high:+,.{digits}f})"


ROWS = [
    *WAITS.items(),
    ("second-treatment-over-90-days", "Second treatment after 90 days"),
    ("entered-treatment", "Entered treatment"),
    ("finished-courses", "Finished a course"),
    ("computerised-contacts", "Contacts that support computerised CBT"),
    ("groups-run", "Courses in a group"),
    ("recovery", "Recovery"),
    ("cost-per-finished-course", "Staff cost of a finished course, £"),
]
names = [name for name in whole["scenario"].unique(maintain_order=True) if name != "north-essex"]
lines = [
    "# What North Essex's own procedures do",
    "",
    "The service as it is, beside itself with its waiting-list procedure and with its case-management guidance followed:",
    "the same lists on the first day, the same people, two years. How often guidance is followed is assumed; the scenarios",
    "say what. The waiting-list procedure is all six levers of its appendix together, the rule of two misses enforced.",
    "`Tests/Studies/procedures` makes this again; every measure and team is in `compare.csv`.",
    "",
    "![Waits](waits.png)",
    "",
    "| difference, 95% interval | " + " | ".join(names) + " |",
    "|---|" + "---:|" * len(names),
]
for measure, label in ROWS:
    cells = []
    for name in names:
        row = whole.filter((pl.col("measure") == measure) & (pl.col("scenario") == name)).row(0, named=True)
        cells.append(shown(row))
    lines.append(f"| {label} | " + " | ".join(cells) + " |")
(folder / "README.md").write_text("\n".join(lines) + "\n")
