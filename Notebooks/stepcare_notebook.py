"""What stepcare's notebooks share: running a forecast, reading its files, and one look for tables and pictures."""

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
    names = [*GROUPS, *({"characteristic"} & set(rows.columns))]
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
        ran = subprocess.run(
            [command(), *arguments, "--output", folder], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if ran.returncode != 0:
            raise RuntimeError(f"stepcare ended with exit code {ran.returncode}:\n{ran.stderr.strip()}")
        return read(Path(folder), changes or {})


def read(folder: Path, changes: dict) -> Forecast:
    """Reads a forecast's folder: the manifest from the JSON file, the tables as its dictionary says."""
    types = {"text": pl.String, "number": pl.Float64, "integer": pl.Int64, "boolean": pl.Boolean, "date": pl.Date}
    told = pl.read_csv(folder / "dictionary.csv")

    def table(name: str) -> pl.DataFrame:
        columns = told.filter(pl.col("table") == name).select("column", "type").rows()
        return pl.read_csv(folder / name, schema={column: types[kind] for column, kind in columns})

    return Forecast(
        manifest=json.loads((folder / "forecast.json").read_text())["manifest"],
        measures=table("measures.csv"),
        weekly=table("weekly.csv"),
        distributions=table("distributions.csv"),
        waiting_list=table("waiting-list.csv"),
        assessment_weeks=table("assessment-weeks.csv"),
        assumptions=table("assumptions.csv"),
        changes=changes,
    )


def title(name: str) -> str:
    """A short name as a heading has it: `mid-essex` is Mid Essex."""
    words = [word.upper() if word in ("pwp", "hit") else word.capitalize() for word in name.split("-")]
    return " ".join(words)


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
