"""What the benchmarks have in common: building, peers from PyPI, the machine, and the files of results."""

import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT / "Tests" / "Benchmarks" / "Peers"
RESULTS = ROOT / "Results" / "benchmarks"
BUILD = ROOT / ".build"
VENV = BUILD / "bench-venv"
PYTHON = VENV / "bin" / "python"


def check(command, **options):
    """The standard output of a command that must succeed."""
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, cwd=ROOT, **options).stdout


def build(product):
    check(["swift", "build", "-c", "release", "--product", product], stderr=sys.stderr)


def install(requirements):
    """Puts packages from PyPI, pinned, into the benchmarks' own environment."""
    if not PYTHON.exists():
        check([sys.executable, "-m", "venv", str(VENV)])
    if requirements:
        check([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements])


def machine(*packages):
    """The processor, the system and the date, with the versions of Swift, of g++ and of packages from PyPI."""
    model = platform.processor() or "unknown"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    freeze = check([str(PYTHON), "-m", "pip", "freeze", "--disable-pip-version-check"]).split()
    versions = [line for line in freeze if line.split("==")[0].lower() in packages]
    swift = check(["swift", "--version"], stderr=subprocess.DEVNULL)
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "load_average_at_start": round(os.getloadavg()[0], 2),
        "system": f"{platform.system()} {platform.machine()}",
        "date": datetime.date.today().isoformat(),
        "versions": {
            "swift": re.search(r"Swift version (\S+)", swift).group(1),
            "g++": check(["g++", "-dumpfullversion"]).strip(),
            "python": platform.python_version(),
            **dict(line.split("==") for line in versions),
        },
    }


def heading(title, about):
    """The first lines of a page of results."""
    return [
        f"# {title}", "",
        f"{about['processor']}, {about['cores']} cores, load {about['load_average_at_start']} at the start; "
        f"{about['date']}.", "",
        "; ".join(f"{name} {version}" for name, version in about["versions"].items()) + ".", "",
    ]


def write(folder, name, document, text):
    """Writes a result as NAME.json and NAME.md, and prints the page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(document, indent=2) + "\n")
    (folder / f"{name}.md").write_text(text)
    print(text)
