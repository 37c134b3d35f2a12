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
    "`make reliability` simulates many todays of the North Essex service, forecasts each from its list, of a service that",
    "is known for certain, and lets the run go on to see who waits too long. People whose promise is broken already on the",
    "day are not counted. Intervals are by today, because people of one day share its luck.",
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

# The same where the service moves after today in ways that no forecast knows.
drift = pl.read_csv(folder / "drift-reliability.csv").filter(pl.col("promise_days") == 28)
drift_scores = pl.read_csv(folder / "drift-scores.csv")
widenings = pl.read_csv(folder / "drift-widenings.csv")
told = alt.Color("told:N", title="Chances", scale=alt.Scale(range=[BLUE, ORANGE, "#009e73"]))
moved = alt.Chart(drift)
chart = (
    line.encode(x="x:Q", y="y:Q")
    + moved.mark_rule(strokeWidth=1.5).encode(x=across, y=alt.Y("low:Q", title=""), y2="high:Q", color=told)
    + moved.mark_point(filled=True, opacity=1).encode(
        x=across, y=up, color=told, size=alt.Size("people:Q", title="People", scale=alt.Scale(range=[20, 400]))
    )
).properties(
    width=460,
    height=460,
    title=alt.Title(
        "Chances of 28 days where the service moves after today",
        subtitle=["Demand, staff and diaries move in ways that the forecast does not know."],
    ),
)
(folder / "drift-reliability.png").write_bytes(picture(chart))
lines += [
    "",
    "## Where the service moves after today",
    "",
    "Here the service goes on from each today's list at other levels than the forecast takes it to: referrals, staff time,",
    "who is reached, how diaries are steered and what people need, drawn anew for each today, as far as English providers",
    "moved in half a year; as many staff leave, and posts stand empty as long, as half as much more or less. Told as they",
    "are, the chances do not know of it. *Knowing the sizes*, each run of the forecast draws such a move too, as",
    "`stepcare forecast --from` does for whoever waits. *Widened by horizon*, they are drawn to the middle on the scale of log odds, by",
    "what todays of another seed taught; all is judged on todays from which nothing was learned. Of the first appointments that took place, the last column says how many",
    "lay between the days by which one in ten and nine in ten of the runs had them: 80% if all is right.",
    "",
    "![Reliability diagram under drift](drift-reliability.png)",
    "",
    "| chances | promise | people | waited longer | mean chance | more than forecast | Brier score | less than as they are | days within |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|",
]
for row in drift_scores.iter_rows(named=True):
    excess = f"{100 * row['excess']:+.2f} ({100 * row['excess_low']:+.2f} … {100 * row['excess_high']:+.2f}) points"
    gain = f"{row['gain']:+.4f} ({row['gain_low']:+.4f} … {row['gain_high']:+.4f})"
    lines.append(
        f"| {row['told']} | {row['promise_days']} days | {row['people']:,} | {row['waited_longer']:,} | "
        f"{100 * row['mean_chance']:.1f}% | {excess} | {row['brier']:.4f} | {gain} | {100 * row['days_within']:.0f}% |"
    )
lines += ["", "| days left to the promise | shift of log odds | times |", "|---|---:|---:|"]
for row in widenings.iter_rows(named=True):
    upto = "more" if row["days_left_up_to"] is None else f"up to {row['days_left_up_to']}"
    lines.append(f"| {upto} | {row['shift']:+.2f} | {row['slope']:.2f} |")
(folder / "README.md").write_text("\n".join(lines) + "\n")
