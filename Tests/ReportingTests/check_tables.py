"""Reads every table and document that leaves as others would: with Polars, pandas and jsonschema, told nothing.

Usage: check_tables.py STEPCARE FOLDER
"""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pandas as pd
import polars as pl

SCENARIO = """
name: two-teams
starts: 2026-11-23
weeks: 8
start: { warm-up-weeks: 26, first-days: 2 }
standards: { first-appointment-days: 21 }
teams:
  - name: north
    population: { registered: 90000 }
    referrals: { per-week: 12 }
    staff: [{ role: pwp, wte: 1.0, count: 3 }, { role: hit, wte: 1.0, count: 3 }]
  - name: south
    referrals: { per-week: 8 }
    staff: [{ role: pwp, wte: 1.0, count: 2 }, { role: hit, wte: 0.8, count: 2 }]
"""
POLARS = {
    "text": pl.String, "number": pl.Float64, "integer": pl.Int64, "boolean": pl.Boolean, "date": pl.Date,
    "minute": pl.Datetime,
}
PANDAS = {"text": ("O", "U", "T"), "number": "f", "integer": "i", "boolean": "b", "date": "M", "minute": "M"}
WRITTEN = {
    "number": re.compile(r"-?\d+(\.\d+)?(e[-+]\d+)?"), "integer": re.compile(r"-?\d+"),
    "boolean": re.compile(r"true|false"), "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "minute": re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}"), "text": re.compile(r".*", re.DOTALL),
}


class Faults(list):
    """What is wrong, a line each."""

    def expect(self, holds: bool, words: str) -> None:
        if not holds:
            self.append(words)


def entries(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """The dictionary of a folder: what is said of each column of each table."""
    with (folder / "dictionary.csv").open(newline="", encoding="utf-8") as file:
        found: dict[str, dict[str, dict[str, str]]] = {}
        for row in csv.DictReader(file):
            found.setdefault(row["table"], {})[row["column"]] = row
    return found


def check_folder(folder: Path, faults: Faults, is_told: bool = False) -> int:
    """Checks the tables of a folder against its dictionary; how many there are."""
    known = entries(folder)
    tables = sorted(path.name for path in folder.glob("*.csv"))
    faults.expect(sorted(known) == tables, f"{folder.name}: the dictionary names {sorted(known)}, not {tables}")
    for name in tables:
        check_table(folder / name, known.get(name, {}), faults, is_told)
    return len(tables)


def check_table(path: Path, columns: dict[str, dict[str, str]], faults: Faults, is_told: bool) -> None:
    """Checks a table against what the dictionary says of its columns."""
    where = f"{path.parent.name}/{path.name}"
    with path.open(newline="", encoding="utf-8") as file:
        heading, *rows = csv.reader(file)
    faults.expect(heading == list(columns), f"{where}: columns {heading}, but the dictionary has {list(columns)}")
    if not rows or heading != list(columns):
        return
    # Of an export, whose texts may be numbers of telephones, they are told which columns are text; of others nothing.
    texts = [c for c in heading if columns[c]["type"] == "text"] if is_told else []
    by_polars = pl.read_csv(
        path, infer_schema_length=None, try_parse_dates=True, schema_overrides=dict.fromkeys(texts, pl.String))
    by_pandas = pd.read_csv(
        path, parse_dates=[c for c in heading if columns[c]["type"] in ("date", "minute")],
        dtype=dict.fromkeys(texts, str))
    for place, column in enumerate(heading):
        said = columns[column]
        cells = [row[place] for row in rows]
        filled = [cell for cell in cells if cell != ""]
        check_cells(f"{where}: {column}", said, cells, filled, faults)
        if not filled:
            continue
        dtype = by_polars[column].dtype
        faults.expect(dtype.base_type() == POLARS[said["type"]], f"{where}: {column}: Polars reads {dtype}")
        kind = by_pandas[column].dtype.kind
        # Whole numbers with a gap are floats to pandas, which has no other.
        gap = said["type"] == "integer" and len(filled) < len(cells) and kind == "f"
        faults.expect(gap or kind in PANDAS[said["type"]], f"{where}: {column}: pandas reads {kind}")
        if said["optional"] == "false":
            faults.expect(not by_pandas[column].isna().any(), f"{where}: {column}: pandas sees gaps")


def check_cells(where: str, said: dict[str, str], cells: list[str], filled: list[str], faults: Faults) -> None:
    """Checks how cells are written."""
    faults.expect(said["optional"] == "true" or len(filled) == len(cells), f"{where}: a cell is empty")
    odd = [cell for cell in filled if not WRITTEN[said["type"]].fullmatch(cell)]
    faults.expect(not odd, f"{where}: {odd[:3]} is no {said['type']}")
    if said["type"] == "number":
        bare = [cell for cell in filled if "." not in cell and "e" not in cell]
        faults.expect(not bare, f"{where}: {bare[:3]} among numbers has no point")
    if said["allowed"]:
        other = sorted(set(filled) - set(said["allowed"].split("|")))
        faults.expect(not other, f"{where}: {other[:3]} is not among what is allowed")
    faults.expect(said["meaning"] != "", f"{where}: nothing is said of it")


def check_document(document: Path, schema: Path, faults: Faults) -> None:
    """Checks a document against the schema beside it."""
    rules = json.loads(schema.read_text())
    jsonschema.Draft202012Validator.check_schema(rules)
    checker = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())
    for error in list(checker.iter_errors(json.loads(document.read_text())))[:5]:
        faults.append(f"{document.parent.name}/{document.name}: {error.json_path}: {error.message[:200]}")


def main() -> int:
    stepcare, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    (folder / "two.yaml").write_text(SCENARIO)

    def run(*arguments: str) -> None:
        subprocess.run([stepcare, *arguments], cwd=folder, check=True, capture_output=True, text=True)

    run("forecast", "two.yaml", "--replications", "8", "--weeks", "13", "--output", "forecast")
    run("forecast", "two.yaml", "--replications", "4", "--by-group", "--set", "standards.national-first-days=21",
        "--output", "by-group")
    run("forecast", "two.yaml", "--replications", "1", "--weeks", "4", "--output", "one-run")
    run("compare", "two.yaml", "--variant", "more:teams.north.staff.pwp.count=5,standards.first-appointment-days=28",
        "--replications", "3", "--output", "compare")
    run("service", "init", "two.yaml", "two.db", "--people", "invented")
    run("forecast", "--from", "two.db", "--now", "2026-11-23T09:00", "--weeks", "4", "--replications", "2",
        "--output", "from-today")
    run("service", "export", "two.db", "--to", "export", "--now", "2026-11-23T09:00")
    faults = Faults()
    counts = [check_folder(folder / "export", faults, is_told=True)] + [check_folder(folder / name, faults) for name in
              ("forecast", "by-group", "one-run", "compare", "from-today")]
    for name in ("forecast", "by-group", "one-run", "from-today"):
        check_document(folder / name / "forecast.json", folder / name / "forecast.schema.json", faults)
    check_document(folder / "compare" / "comparison.json", folder / "compare" / "comparison.schema.json", faults)
    headings = {(folder / name / "measures.csv").read_text().splitlines()[0] for name in
                ("forecast", "by-group", "one-run", "from-today")}
    faults.expect(len(headings) == 1, "measures.csv: the columns move with the scenario")
    levers = (folder / "forecast" / "levers.csv").read_text().splitlines()
    faults.expect(len(levers) > 20, "levers.csv: nothing was tried beside the forecast")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{sum(counts)} tables read by Polars and pandas, 5 documents by jsonschema, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
