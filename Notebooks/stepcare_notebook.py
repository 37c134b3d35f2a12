"""What stepcare's notebooks share: running stepcare, reading its files, and one look for words, tables and pictures."""

import io
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import altair as alt
import PIL.Image
import polars as pl
from IPython.display import Image, Markdown, display

ROOT = Path(__file__).resolve().parent.parent
GROUPS = ("team", "role", "step", "cause", "reason")

# Okabe and Ito's colours, told apart with every kind of colour vision.
BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#CC79A7",
    "#56B4E9",
)


def command() -> str:
    """Where stepcare is: as STEPCARE says; if it says nothing the release build, else on the path."""
    named = os.environ.get("STEPCARE")
    built = ROOT / ".build" / "release" / "stepcare"
    for candidate in [named] if named else [str(built), shutil.which("stepcare") or ""]:
        if Path(candidate).is_file() and os.access(candidate, os.X_OK):
            return candidate
    raise FileNotFoundError(
        "STEPCARE does not name a program that can be run."
        if named
        else "stepcare is not built: run `make notebooks`, or `swift build -c release --product stepcare`."
    )


@dataclass
class Forecast:
    """The files of one forecast."""

    manifest: dict
    measures: pl.DataFrame
    weekly: pl.DataFrame
    distributions: pl.DataFrame
    waiting_list: pl.DataFrame
    assessment_weeks: pl.DataFrame
    assumptions: pl.DataFrame
    changes: dict = field(default_factory=dict)

    @property
    def teams(self) -> list[str]:
        """Short names, in the scenario's order."""
        teams = self.measures["team"].unique(maintain_order=True).to_list()
        return [team for team in teams if team != "total"]

    def measure(self, name: str, **group) -> dict:
        """The one row of a measure for the whole service, or for a team, role, step, cause or reason."""
        return only(self.measures, name, group).row(0, named=True)

    def mean(self, name: str, **group) -> float:
        """That row's mean over the runs."""
        return self.measure(name, **group)["mean"]

    def weeks(self, name: str, **group) -> pl.DataFrame:
        """The same, week by week. Weeks in which there is nothing to measure are left out."""
        return only(self.weekly, name, group).drop_nulls("mean")

    def assumption(self, key: str) -> str:
        """The value in force for a scenario key."""
        return self.assumptions.filter(pl.col("key") == key)["value"].item()


def only(rows: pl.DataFrame, measure: str, group: dict) -> pl.DataFrame:
    """Rows of a measure whose group is exactly this one."""
    names = [name for name in (*GROUPS, "characteristic", "scenario") if name in rows.columns]
    same = [pl.col(name) == group.get(name, "total") for name in names]
    found = rows.filter(pl.col("measure") == measure, *same)
    if found.is_empty():
        raise KeyError(f"the forecast has no {measure} for {group or 'the whole service'}")
    return found


def forecast(scenario: str, replications: int, seed: int, changes: dict | None = None) -> Forecast:
    """Runs `stepcare forecast` from the top of the repository and reads what it writes.

    `changes` are scenario keys with other values for this run, as `--set` takes them.
    """
    arguments = ["forecast", scenario, "--replications", str(replications), "--seed", str(seed), "--quick"]
    for key, value in (changes or {}).items():
        arguments += ["--set", f"{key}={value}"]
    with tempfile.TemporaryDirectory() as folder:
        run(*arguments, "--output", folder)
        return read(Path(folder), changes or {})


@dataclass
class Comparison:
    """The files of a comparison: the first scenario as it is, and what each of the others does to it."""

    names: list[str]
    measures: pl.DataFrame
    weekly: pl.DataFrame
    words: str

    def measure(self, name: str, scenario: str | None = None, team: str = "total") -> dict:
        """The one row of a measure in a scenario, by default the first."""
        group = {"scenario": scenario or self.names[0], "team": team}
        return only(self.measures, name, group).row(0, named=True)

    def mean(self, name: str, scenario: str | None = None, team: str = "total") -> float:
        """That row's mean over the runs."""
        return self.measure(name, scenario, team)["mean"]

    def weeks(self, name: str, scenario: str | None = None, team: str = "total") -> pl.DataFrame:
        """The mean week by week; weeks in which there is nothing to measure are left out."""
        return only(self.weekly, name, {"scenario": scenario or self.names[0], "team": team}).drop_nulls("mean")


def compare(
    *scenarios: str,
    replications: int,
    seed: int,
    weeks: int | None = None,
    variants: dict[str, dict] | None = None,
    options: tuple[str, ...] = (),
) -> Comparison:
    """Runs `stepcare compare`: other scenarios, and variants of the first by name, with the keys that each changes."""
    arguments = ["compare", *scenarios, "--replications", str(replications), "--seed", str(seed), *options]
    arguments += ["--weeks", str(weeks)] if weeks else []
    for name, changes in (variants or {}).items():
        arguments += ["--variant", f"{name}:" + ",".join(f"{key}={value}" for key, value in changes.items())]
    with tempfile.TemporaryDirectory() as folder:
        run(*arguments, "--output", folder)
        found = tables(Path(folder))
        measures = found["comparison.csv"]
        return Comparison(
            names=measures["scenario"].unique(maintain_order=True).to_list(),
            measures=measures,
            weekly=found["comparison-weekly.csv"],
            words=(Path(folder) / "summary.txt").read_text(),
        )


def run(*arguments: str, folder: Path = ROOT) -> str:
    """Runs stepcare in a folder, by default the top of the repository; what it prints."""
    ran = subprocess.run([command(), *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise RuntimeError(f"stepcare ended with exit code {ran.returncode}:\n{ran.stderr.strip()}")
    return ran.stdout


def tables(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables of a folder that stepcare wrote, as its dictionary says."""
    types = {"text": pl.String, "number": pl.Float64, "integer": pl.Int64, "boolean": pl.Boolean, "date": pl.Date}
    told = pl.read_csv(folder / "dictionary.csv")
    return {
        name: pl.read_csv(folder / name, schema={column: types[kind] for column, kind in rows.rows()})
        for (name,), rows in told.group_by("table", maintain_order=True)
        for rows in [rows.select("column", "type")]
        if (folder / name).exists()
    }


def read(folder: Path, changes: dict) -> Forecast:
    """Reads a forecast's folder: the manifest from the JSON file, the tables as its dictionary says."""
    found = tables(folder)
    return Forecast(
        manifest=json.loads((folder / "forecast.json").read_text())["manifest"],
        measures=found["measures.csv"],
        weekly=found["weekly.csv"],
        distributions=found["distributions.csv"],
        waiting_list=found["waiting-list.csv"],
        assessment_weeks=found["assessment-weeks.csv"],
        assumptions=found["assumptions.csv"],
        changes=changes,
    )


def title(name: str) -> str:
    """A short name as a heading has it: `mid-essex` is Mid Essex."""
    words = [word.upper() if word in ("pwp", "hit") else word.capitalize() for word in name.split("-")]
    return " ".join(words)


def day(date) -> str:
    """A date in words."""
    return f"{date.day} {date:%B %Y}"


def and_list(words) -> str:
    """Words with commas, and an "and" before the last."""
    words = list(words)
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def percent(share: float) -> str:
    """A share in words that do not round almost all to all, nor a few to nobody."""
    if 0 < share < 0.005:
        return "fewer than 1%"
    if 0.995 <= share < 1:
        return "more than 99%"
    return f"{share:.0%}"


def pounds(amount: float) -> str:
    """An amount of money in whole thousands."""
    return f"£{1000 * round(amount / 1000):,}"


def whole(column: str, unit: int = 1) -> pl.Expr:
    """A column in whole units, such as hundreds of pounds."""
    return (pl.col(column) / unit).round().cast(pl.Int64) * unit


def say(text: str) -> None:
    """Shows a paragraph."""
    display(Markdown(text))


def table(rows: pl.DataFrame) -> None:
    """Shows a small table; numbers to the right."""
    heads = ["---:" if dtype.is_numeric() else ":---" for dtype in rows.dtypes]
    lines = [rows.columns, heads, *([cell(value) for value in row] for row in rows.rows())]
    say("\n".join("| " + " | ".join(line) + " |" for line in lines))


def cell(value) -> str:
    """A value as a table has it: whole thousands with commas, fractions to one place."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.1f}" if isinstance(value, float) else str(value)


def show(chart, words: str) -> None:
    """Shows a chart as a picture, and below it what it says for those who do not see it."""
    display(Image(picture(chart), format="png", alt=words.replace("**", "")))
    say(f"*In words.* {words}")


def changes(rows: pl.DataFrame, names: dict[str, str], axis: str, height: int, scales: str = "shared"):
    """Changes and intervals around zero: columns `panel`, `row`, `name`, `gap`, `low` and `high`; names have colours."""
    panels = rows["panel"].unique(maintain_order=True).to_list()
    of_name = {"title": None, "sort": list(names), "scale": alt.Scale(domain=list(names), range=list(names.values()))}
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "row:N",
            title=None,
            sort=rows["row"].unique(maintain_order=True).to_list(),
            axis=alt.Axis(labelLimit=260, grid=True),
        ),
        yOffset=alt.YOffset("name:N", sort=list(names)),
        color=alt.Color("name:N", **of_name),
    )
    layers = alt.layer(
        alt.Chart(rows).mark_rule(color="#333333").encode(x=alt.datum(0)),
        base.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q", title=axis), x2="high:Q"),
        base.mark_point(filled=True, size=70, opacity=1).encode(
            x="gap:Q",
            shape=alt.Shape("name:N", title=None, sort=list(names), scale=alt.Scale(domain=list(names))),
        ),
    ).properties(width=270 if len(panels) > 1 else 500, height=height)
    return layers.facet(
        column=alt.Column("panel:N", sort=panels, title=None, header=alt.Header(labelAnchor="start")), spacing=24
    ).resolve_scale(x=scales)


def picture(chart) -> bytes:
    """A chart as a PNG file of few colours, a tenth of the size and as sharp, so that a notebook stays small."""
    drawn, small = io.BytesIO(), io.BytesIO()
    chart.save(drawn, format="png", scale_factor=1.5)
    with PIL.Image.open(drawn) as full:
        few = full.convert("RGB").quantize(96, method=PIL.Image.Quantize.MEDIANCUT, dither=PIL.Image.Dither.NONE)
    few.save(small, format="PNG", optimize=True)
    return small.getvalue()


@alt.theme.register("stepcare", enable=True)
def look() -> alt.theme.ThemeConfig:
    """Plain pictures: light grid, dark words, titles at the left."""
    return alt.theme.ThemeConfig(
        {
            "background": "white",
            "padding": 12,
            "config": {
                "font": "Liberation Sans, Arial, sans-serif",
                "view": {"stroke": None},
                "title": {
                    "anchor": "start",
                    "frame": "group",
                    "fontSize": 17,
                    "offset": 12,
                    "color": "#1a1a1a",
                    "subtitleFontSize": 13,
                    "subtitleColor": "#4a4a4a",
                    "subtitlePadding": 5,
                },
                "axis": {
                    "labelFontSize": 12,
                    "titleFontSize": 12,
                    "titleFontWeight": "normal",
                    "labelColor": "#333333",
                    "titleColor": "#333333",
                    "gridColor": "#e6e6e6",
                    "domainColor": "#999999",
                    "tickColor": "#999999",
                },
                "legend": {
                    "labelFontSize": 12,
                    "titleFontSize": 12,
                    "titleFontWeight": "normal",
                    "orient": "top",
                    "labelLimit": 320,
                    "symbolStrokeWidth": 3,
                },
                "header": {
                    "labelFontSize": 13,
                    "labelFontWeight": "bold",
                    "labelColor": "#1a1a1a",
                    "titleFontSize": 12,
                },
            },
        }
    )
