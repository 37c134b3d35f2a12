"""Writes Results/rulebook.md: each rule of the rulebook, its keys, the tests that switched it, and what they saw.

Usage: write_rulebook.py EVIDENCE_FOLDER STEPCARE OUTPUT
"""

import csv
import pathlib
import subprocess
import sys


def keys_by_rule(stepcare: str) -> dict[str, list[str]]:
    """The keys of scenarios that act on each rule, as `stepcare keys` lists them."""
    text = subprocess.run([stepcare, "keys"], check=True, capture_output=True, text=True).stdout
    keys: dict[str, list[str]] = {}
    pattern = ""
    for line in text.splitlines():
        if not line.startswith(" "):
            pattern = line.strip()
        elif ";" in line:
            for rule in line.rsplit(";", 1)[1].split():
                if "-" in rule and pattern not in keys.setdefault(rule, []):
                    keys[rule].append(pattern)
    return keys


def main() -> None:
    folder, stepcare, output = sys.argv[1:]
    rules = list(csv.DictReader(pathlib.Path(__file__).with_name("rules.csv").open(encoding="utf-8")))
    keys = keys_by_rule(stepcare)
    seen: dict[str, list[tuple[str, str]]] = {}
    for file in sorted(pathlib.Path(folder).glob("*.tsv")):
        rule, test, effect = file.read_text(encoding="utf-8").rstrip("\n").split("\t")
        seen.setdefault(rule, []).append((test, effect))
    lines = [
        "# Rules, and what switching them does",
        "",
        "Made by `make rulebook` from the tests: each switches a rule and measures what comes of it over the same",
        "people and the same luck, eight replications of a year of an invented service of two teams unless it says",
        "otherwise. A paired difference stands with its interval of 95%; a test fails where the sign is not the",
        "expected one or the interval holds zero. Rules that only the booking service has are not here.",
        "",
        "| rule | what | keys | test | effect seen |",
        "|---|---|---|---|---|",
    ]
    for rule in rules:
        if rule["where"] == "live":
            continue
        own = keys.get(rule["rule"], [])
        # The keys of practice are there for the service and for each team: once is enough.
        names = [f"`{key}`" for key in own if not key.startswith("teams[].") or key.removeprefix("teams[].") not in own]
        named = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "") or "none"
        for number, (test, effect) in enumerate(seen.get(rule["rule"], [])):
            first = number == 0
            what, by = (rule["title"], named) if first else ("", "")
            lines.append(f"| {rule['rule']} | {what} | {by} | {test} | {effect} |")
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
