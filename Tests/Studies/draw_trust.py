"""Draws every month of the years that have passed beside the range that was forecast: draw_trust.py MONTHS.csv FOLDER.

One picture a figure, FOLDER/<figure>.png, with a panel for each year: a dot is a month of a provider, the band the middle of
all providers' ranges. FOLDER/cover.csv is its table.
"""

import sys
from pathlib import Path

import altair as alt
import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Notebooks"))
from stepcare_notebook import BLUE, SKY, VERMILION, picture  # noqa: E402

source, folder = Path(sys.argv[1]), Path(sys.argv[2])
# Its words, and the unit of its distances: percent of what was forecast, or its own.
FIGURES = {
    "referrals": ("Referrals", "%"),
    "first-treatments": ("First treatments", "%"),
    "second-treatments": ("Second treatments", "%"),
    "finished-courses": ("Finished courses", "%"),
    "attended-appointments": ("Appointments attended", "%"),
    "first-treatment-wait-mean": ("Wait for the first treatment", "%"),
    "waiting-for-treatment": ("People waiting for a first treatment", "%"),
    "step-up-wait-mean": ("Wait for a step-up", "%"),
    "assessment-to-high-wait-mean": ("Wait from assessment to high intensity", "%"),
    "recovery": ("Recovery", "points"),
}
months = pl.read_csv(source, infer_schema_length=None)
# Published counts are rounded to 5 and percentages to 1: a range reaches as far as rounding hides.
months = months.with_columns(
    within=(pl.col("came") >= pl.col("p05") - 1e-9) & (pl.col("came") <= pl.col("p95") + 1e-9),
    year=pl.col("origin").str.slice(0, 4).cast(pl.Int32),
)
cover = (
    months.group_by("origin", "figure", "horizon")
    .agg(months=pl.len(), within_90=pl.col("within").sum())
    .sort("figure", "origin", "horizon")
)
cover.write_csv(folder / "cover.csv")


def panel(rows: pl.DataFrame, year: int, title: str, domain: list[float]) -> alt.LayerChart:
    share = rows["within"].mean()
    band = rows.group_by("horizon").agg(low=pl.col("low").median(), high=pl.col("high").median()).sort("horizon")
    scale = alt.Scale(domain=domain, nice=False, clamp=True)
    x = alt.X("horizon:Q", title="months ahead", axis=alt.Axis(values=list(range(1, 13)), format="d", grid=False))
    area = alt.Chart(band).mark_area(color=SKY, opacity=0.35).encode(
        x=x, y=alt.Y("low:Q", title=title, scale=scale), y2="high:Q")
    dots = alt.Chart(rows.sample(fraction=1.0, shuffle=True, seed=1)).mark_circle(size=7, opacity=0.5).encode(
        x=alt.X("placed:Q"),
        y=alt.Y("distance:Q", scale=scale),
        color=alt.Color(
            "within:N", scale=alt.Scale(domain=[True, False], range=[BLUE, VERMILION]), legend=None),
    )
    said = alt.TitleParams(
        f"{year}/{(year + 1) % 100}: {100 * share:.0f}% of {len(rows):,} months within", anchor="start", fontSize=11)
    return (area + dots).properties(width=230, height=170, title=said)


for figure, (words, unit) in FIGURES.items():
    rows = months.filter(pl.col("figure") == figure)

    def away(column: str, relative: bool = unit == "%") -> pl.Expr:
        return (pl.col(column) / pl.col("level") - 1) * 100 if relative else pl.col(column) - pl.col("level")

    rows = rows.with_columns(
        distance=away("came"), low=away("p05"), high=away("p95"),
        # Dots of a month stand side by side, by provider, and not one over another.
        placed=pl.col("horizon") + (pl.col("provider").rank("dense") / pl.col("provider").n_unique() - 0.5) * 0.7,
    )
    title = "came beside the forecast, " + unit
    # One scale for the three years; the few dots beyond it stand on its edge.
    domain = [
        min(rows["distance"].quantile(0.005), rows["low"].quantile(0.5)),
        max(rows["distance"].quantile(0.99), rows["high"].quantile(0.5)),
    ]
    panels = [
        panel(rows.filter(pl.col("year") == year), year, title if place == 0 else "", domain)
        for place, year in enumerate(sorted(rows["year"].unique()))
    ]
    share = rows["within"].mean()
    chart = alt.hconcat(*panels).properties(
        title=alt.TitleParams(
            f"{words}: {100 * share:.0f}% of the months came within the range of 90%", anchor="start", fontSize=14,
            subtitle="A dot is a month of a provider, red where it came outside its own range; the band is the middle of all ranges."))
    (folder / f"{figure}.png").write_bytes(picture(chart))
