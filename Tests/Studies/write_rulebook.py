"""Writes Results/rulebook.md: what tests have seen of each rule, in words, and which keys they switched to see it.

Usage: write_rulebook.py EVIDENCE_FOLDER STEPCARE OUTPUT

Ends with 1, and the list, where a rule that is acted out has no evidence, a key of a rule is switched by no test, or a
rule of the desk is named by no test there, unless open.csv says why; and where open.csv says so of what is there.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys

STUDIES = pathlib.Path(__file__).resolve().parent
TESTS = STUDIES.parent
DESK = ["BookingServiceTests", "BookingStoreTests", "CommandTests", "InterchangeTests", "TwinTests"]
RULE = re.compile(r"\b(?:RF|FA|KT|TX|AT|ST|CL|PO|PR|EQ|KP|BK|IG)-\d+\b")
COUNTED = {"people", "appointments", "calls", "contacts", "courses", "requests", "weeks", "sessions"}


def rules_by_key(stepcare: str) -> dict[str, list[str]]:
    """The rules that each key of a scenario carries out, as `stepcare keys` lists them; keys without a rule left out."""
    text = subprocess.run([stepcare, "keys"], check=True, capture_output=True, text=True).stdout
    found: dict[str, list[str]] = {}
    pattern = ""
    for line in text.splitlines():
        if not line.startswith(" "):
            pattern = line.strip()
        elif line.startswith("    ") and ";" in line:
            rules = RULE.findall(line.rsplit(";", 1)[1])
            if rules:
                found[pattern] = rules
    return found


def desk_tests() -> dict[str, list[str]]:
    """The suites and tests at the desk that name each rule: above them, in their title, or within."""
    found: dict[str, list[str]] = {}
    for file in sorted(path for folder in DESK for path in (TESTS / folder).rglob("*.swift")):
        text = file.read_text(encoding="utf-8")
        if "@Test" not in text:
            continue
        above: list[str] = []
        place, is_test = "", False
        for line in text.splitlines():
            named = re.search(r"\b(?:func|struct|extension|enum) (\w+)", line)
            # Above what they belong to: comments, and an attribute to the end of its arguments.
            is_above = line.strip().startswith(("///", "@")) or any("@Test" in text for text in above)
            if is_above and not named:
                above.append(line)
                continue
            if named:
                is_test = "func " not in line or any("@Test" in text for text in [*above, line])
                place = named[1] if "func " not in line else f"{file.stem}.{named[1]}"
            for rule in RULE.findall(" ".join([*above, line])) if is_test else []:
                if place not in found.setdefault(rule, []):
                    found[rule].append(place)
            above = []
    return found


def number(value: float, unit: str, near: float) -> str:
    """A number in its unit, with as many digits as one of that size deserves; `near` is the largest beside it."""
    if unit == "share":
        return f"{100 * value:.1f}"
    if unit == "pounds":
        return f"{value:,.0f}"
    digits = 0 if abs(near) >= 100 else 1 if abs(near) >= 10 or unit == "days" else 2
    return f"{value:,.{digits}f}"


def in_words(effect: dict) -> str:
    """What was measured, as a service manager says it."""
    unit, measure = effect["unit"], effect["measure"]
    before, after, difference = effect["before"], effect["after"], effect["difference"]
    sign, suffix = ("£", "") if unit == "pounds" else ("", "%" if unit == "share" else "")
    near = max(abs(before), abs(after))
    both = f"{measure}: {sign}{number(before, unit, near)}{suffix} before, {sign}{number(after, unit, near)}{suffix} after"
    if effect["claim"] == "same":
        return f"{both}: no difference at all, to the last number"
    more = difference > 0
    low, high = (effect["low"], effect["high"]) if more else (-effect["high"], -effect["low"])
    what = "more" if more else "fewer" if unit in COUNTED or unit == "hours" else "less"
    named = {"share": " points", "days": " days"}.get(unit, "")
    size = max(abs(low), abs(high))
    amount = f"{sign}{number(abs(difference), unit, size)}{named} {what}"
    return f"{both}: {amount} ({number(low, unit, size)} to {number(high, unit, size)})"


def cell(text: str) -> str:
    """A text that fits a cell of a table."""
    return " ".join(text.split()).replace("|", "/")


def switched(keys: list[dict]) -> str:
    """The keys that a test moved, with their values."""

    def short(text: str) -> str:
        return text if len(text) <= 40 else text[:37] + "…"

    return ", ".join(f"`{key['key']}` {short(key['from'])} → {short(key['to'])}" for key in keys) or "no setting"


def main() -> None:
    folder, stepcare, output = sys.argv[1:]
    rules = list(csv.DictReader((STUDIES / "rules.csv").open(encoding="utf-8")))
    known_open = {row["what"]: row["reason"] for row in csv.DictReader((STUDIES / "open.csv").open(encoding="utf-8"))}
    rules_of = rules_by_key(stepcare)
    notes = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(pathlib.Path(folder).glob("*.json"))]
    claims: dict[str, list[dict]] = {}
    for note in notes:
        if not note["isAlone"]:
            claims.setdefault(note["rule"], []).append(note)
    alone = {note["switched"][0]["key"]: note for note in notes if note["isAlone"]}
    by_claim = {key["key"] for note in notes if not note["isAlone"] for key in note["switched"]}
    desk = desk_tests()

    acted = [rule for rule in rules if rule["where"] != "live"]
    live = [rule for rule in rules if rule["where"] == "live"]
    both = [rule for rule in rules if rule["where"] == "both"]
    seen = [rule for rule in acted if claims.get(rule["rule"])]
    measured = [rule for rule in acted if any(note.get("effect") for note in claims.get(rule["rule"], []))]
    missing = {
        "rules that the simulator acts out, of which no test has noted what it saw": [
            rule["rule"] for rule in acted if rule not in seen
        ],
        "keys of rules that no test switches": [key for key in rules_of if key not in by_claim and key not in alone],
        "rules of the desk that no test there names": [
            rule["rule"] for rule in live if rule["rule"] not in desk
        ],
    }
    lines = [
        "# Rules, and what switching them does",
        "",
        "Made by `make rulebook` from the tests. Each switches settings and measures what comes of it over the same",
        "people and the same luck: eight runs on each side of a year of an invented service of two teams, unless it says",
        "otherwise. Behind a difference stands its interval of 95%. What the rule claims, which measure and which way, is",
        "written in the test; a test fails where the difference has the other sign or its interval holds zero.",
        "",
        f"- {len(seen)} of {len(acted)} rules that the simulator acts out have evidence, {len(measured)} of them a",
        "  measured difference.",
        f"- {len([key for key in rules_of if key in by_claim])} of {len(rules_of)} settings that carry out a rule are"
        " switched by such a test;",
        f"  {len([key for key in rules_of if key in alone])} are moved alone, below, to see that they act.",
        f"- {len([rule for rule in live if rule['rule'] in desk])} of {len(live)} rules that only the desk has are named"
        " by a test there, and",
        f"  {len([rule for rule in both if rule['rule'] in desk])} of the {len(both)} that it shares with the simulator.",
        "",
        "## Rules that the simulator acts out",
        "",
        "| rule | what it is about | switched | what it claims, or the test | what came out |",
        "|---|---|---|---|---|",
    ]
    for rule in acted:
        for place, note in enumerate(claims.get(rule["rule"], [])):
            said = in_words(note["effect"]) if note.get("effect") else note["words"]
            if note.get("effect") and note["effect"]["runs"] != 8:
                said += f"; {note['effect']['runs']} runs"
            title = rule["title"] if place == 0 else ""
            cells = [rule["rule"], title, switched(note["switched"]), note["test"], said]
            lines.append("| " + " | ".join(cell(text) for text in cells) + " |")
    lines += ["", "## Rules at the desk", "", "| rule | what it is about | tests that name it |", "|---|---|---|"]
    for rule in live + both:
        tests = desk.get(rule["rule"], [])
        more = f" and {len(tests) - 3} more" if len(tests) > 3 else ""
        if tests:
            lines.append(f"| {rule['rule']} | {cell(rule['title'])} | {', '.join(f'`{test}`' for test in tests[:3])}{more} |")
    lines += [
        "",
        "## Settings, moved alone",
        "",
        "A small service in which every rule is on, and one setting moved: what changed most. It shows that the setting",
        "acts; how much, in a service of a usual size, is above for those that a claim switches.",
        "",
        "| setting | rules | from | to | what changed most |",
        "|---|---|---|---|---|",
    ]
    for key in [key for key in rules_of if key in alone]:
        moved = alone[key]["switched"][0]
        cells = [f"`{key}`", " ".join(rules_of[key]), moved["from"], moved["to"], alone[key]["words"]]
        lines.append("| " + " | ".join(cell(text) for text in cells) + " |")

    faults = []
    left = []
    for what, names in missing.items():
        left += [name for name in names if name in known_open]
        unexplained = [name for name in names if name not in known_open]
        if unexplained:
            faults.append(f"{len(unexplained)} {what}: {', '.join(unexplained)}")
    closed = [name for name in known_open if name not in left]
    if closed:
        faults.append(f"open.csv names what is not open: {', '.join(closed)}")
    if left:
        lines += ["", "## Open", "", *(f"- {name}: {known_open[name]}" for name in left)]
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for line in lines[7:14]:
        print(line)
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
