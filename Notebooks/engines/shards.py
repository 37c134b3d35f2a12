"""What the drivers share: one part of a stepcare command, and the joining of all parts."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path


def make(place: int, count: int, words: list[str], where: str, program: str) -> tuple[str, bytes]:
    """Makes one part of a command, 1 … `count`, and gives its name and its bytes.

    It is made in a folder of this machine, and goes to the driver as bytes: no folder need be shared. The program, and
    the files that the command reads, must be here, as `program` and from the folder `where`.
    """
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [program, "shard", f"{place}/{count}", "--into", folder, *words],
            cwd=where,
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode != 0:
            raise RuntimeError(f"shard {place}/{count} ended with exit code {ran.returncode}: {ran.stderr.strip()}")
        (part,) = Path(folder).glob("*.shard")
        return part.name, part.read_bytes()


def failed(engine: str, error: str) -> int:
    """Says in a line why a part could not be made, however often it was tried; the exit code."""
    told = re.search(r"shard \d+/\d+ ended with exit code .*", error)
    print(f"{engine}: {told.group() if told else error}; nothing was written", file=sys.stderr)
    return 70


def merge(parts: Iterable[tuple[str, bytes]], output: str, program: str) -> int:
    """Joins the parts into the folder `output`, as one run of the command would have written it; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in parts:
            (Path(folder) / name).write_bytes(content)
        return subprocess.run([program, "merge", folder, "--output", output], check=False).returncode


def arguments(engine: str, option: str, default: str | None, meaning: str) -> argparse.Namespace:
    """What every driver is told: where its engine is, how many parts, where the result goes, and the command."""
    parser = argparse.ArgumentParser(description=f"Shares a stepcare command among the workers of {engine}.")
    parser.add_argument(option, dest="engine", default=default, required=default is None, help=meaning)
    parser.add_argument("--shards", type=int, default=16, help="how many parts (default: 16)")
    parser.add_argument("--output", required=True, help="the folder for the report and the tables")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="forecast, compare or plan, with its options")
    told = parser.parse_args()
    told.program = os.environ.get("STEPCARE", "stepcare")
    told.where = os.getcwd()
    if told.shards < 1 or not told.command:
        parser.print_usage(sys.stderr)
        sys.exit(64)
    return told
