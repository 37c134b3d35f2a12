"""Draws the reliability diagram of a study, and writes its words: draw_reliability.py FOLDER."""

import sys
from pathlib import Path

import altair as alt
import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Notebooks"))
from stepcare_notebook import BLUE, ORANGE, look, picture  # noqa: E402, F401

folder = Path(sys.argv[1])
bins = pl.read_csv(folder / "reliability.csv").filter(pl.col("promise_days") < 126)
scores = pl.read_csv(folder / "scores.csv")

line = alt.Chart(pl.DataFrame({"x": [0.0, 1.0], "y": [0.0, 1.0]})).mark_line(color="#999999", strokeDash=[4, 4])
base = alt.Chart(bins.with_columns(promise=pl.format("{} days", "promise_days")))
colour = alt.Color("promise:N", title="Promise", scale=alt.Scale(range=[BLUE, ORANGE]))
across = alt.X("mean_chance:Q", title="Chance of waiting longer, as forecast", scale=alt.Scale(domain=[0, 1])).axis(
    format="%"
)
up = alt.Y("share_that_waited_longer:Q", title="Share that waited longer", scale=alt.Scale(domain=[0, 1])).axis(
    format="%"
)
bars = base.mark_rule(strokeWidth=1.5).encode(x=across, y=alt.Y("low:Q", title=""), y2="high:Q", color=colour)
points = base.mark_point(filled=True, opacity=1).encode(
    x=across, y=up, color=colour, size=alt.Size("people:Q", title="People", scale=alt.Scale(range=[20, 400]))
)
first = scores.row(0, named=True)
chart = (line.encode(x="x:Q", y="y:Q") + bars + points).properties(
    width=460,
    height=460,
    title=alt.Title(
        "Chances that come true",
        subtitle=[
            f"{first['todays']} invented todays of North Essex, {first['runs']} runs each.",
            "On the dashed line, of those given 30% about 30% waited too long.",
        ],
    ),
)
(folder / "reliability.png").write_bytes(picture(chart))

lines = [
    "# Do the chances come true?",
    "",
    "`make reliability` simulates many todays of the North Essex service, forecasts each from its list as",
    "`stepcare forecast --from` would, and lets the run go on to see who waits too long. People whose promise is broken",
    "already on the day are not counted. Intervals are by today, because people of one day share its luck.",
    "",
    "![Reliability diagram](reliability.png)",
    "",
    "| promise | people | waited longer | mean chance | more than forecast | Brier score | if all chances were right | base rate for all |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
]
for row in scores.iter_rows(named=True):
    excess = f"{100 * row['excess']:+.2f} ({100 * row['excess_low']:+.2f} … {100 * row['excess_high']:+.2f}) points"
    lines.append(
        f"| {row['promise_days']} days | {row['people']:,} | {row['waited_longer']:,} | {100 * row['mean_chance']:.1f}% | "
        f"{excess} | {row['brier']:.4f} | {row['brier_if_reliable']:.4f} | {row['brier_of_base_rate']:.4f} |"
    )
lines += ["", "| promise | chance forecast | people | mean chance | share that waited longer |", "|---|---|---:|---:|---:|"]
for row in bins.iter_rows(named=True):
    lines.append(
        f"| {row['promise_days']} days | {100 * row['chance_from']:.0f}–{100 * row['chance_until']:.0f}% | "
        f"{int(row['people']):,} | {100 * row['mean_chance']:.1f}% | {100 * row['share_that_waited_longer']:.1f}% "
        f"({100 * row['low']:.1f}–{100 * row['high']:.1f}) |"
    )
(folder / "README.md").write_text("\n".join(lines) + "\n")
