"""Uses the kernel as an outside package does: by version, without unsafe flags, without its's other needs."""

import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

MANIFEST = """\
// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "call-centre",
    dependencies: [.package(url: "{address}", from: "1.0.0", traits: [])],
    targets: [
        .executableTarget(
            name: "call-centre",
            dependencies: [
                .product(name: "EventKernel", package: "stepcare"),
                .product(name: "RandomStreams", package: "stepcare"),
                .product(name: "Replications", package: "stepcare"),
                .product(name: "Stations", package: "stepcare"),
                .product(name: "Statistics", package: "stepcare"),
            ])
    ])
"""

# Two calls a minute, five who answer for 3 minutes each, and callers with 4 minutes of patience on average.
RATE, SERVERS, SERVICE, PATIENCE = 2.0, 5, 3.0, 4.0

MODEL = """\
import EventKernel
import RandomStreams
import Replications
import Stations
import Statistics

enum Payload: StationPayload { case call, station(StationEvent) }

func shareWhoGiveUp(replication: Int) -> Double {
    let random = RandomSource(seed: 7, replication: UInt32(replication))
    var gaps = random.stream(purpose: 1, subject: 0)
    var calendar = EventCalendar<Double, Payload>(startingAt: 0)
    var desk = Station<Bool>(
        servers: %d, service: .exponential(mean: %s), patience: .exponential(mean: %s), random: random, purpose: 2)
    calendar.schedule(at: gaps.exponential(mean: %s), .call)
    while let event = calendar.next(until: .time(20_000)) {
        switch event.payload {
        case .call:
            desk.arrive(true, in: &calendar)
            calendar.schedule(at: event.time + gaps.exponential(mean: %s), .call)
        case .station(let happening): desk.handle(happening, in: &calendar)
        }
    }
    return Double(desk.gaveUp) / Double(desk.arrivals)
}
let interval = ConfidenceInterval.student(Replications.run(20, threads: 2, body: shareWhoGiveUp), level: 0.9999)
print(interval.lowerBound, interval.estimate, interval.upperBound)
""" % (SERVERS, SERVICE, PATIENCE, 1 / RATE, 1 / RATE)


def run(command, folder, **options):
    done = subprocess.run(command, cwd=folder, text=True, capture_output=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def erlang_a():
    """The share who give up in M/M/c+M: by the stationary law of a birth-and-death chain (Palm 1946; Mandelbaum and
    Zeltyn, "Service engineering in action: the Palm/Erlang-A queue", 2007)."""
    logs = [0.0]
    for there in range(1, 2000):
        leaving = min(there, SERVERS) / SERVICE + max(there - SERVERS, 0) / PATIENCE
        logs.append(logs[-1] + math.log(RATE / leaving))
    greatest = max(logs)
    weights = [math.exp(value - greatest) for value in logs]
    waiting = sum(weight * max(there - SERVERS, 0) for there, weight in enumerate(weights)) / sum(weights)
    return waiting / PATIENCE / RATE


def tagged_copy(folder):
    """The working tree with all that is not ignored, as version 1.0.0 of a repository of its own."""
    copy = folder / "stepcare"
    listed = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT)
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if not source.is_file() or name.startswith(("Results/", "Notebooks/")):
            continue
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    identity = ["-c", "user.name=check", "-c", "user.email=check@example.invalid"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "A version"], ["tag", "1.0.0"]):
        run(["git", *identity, *command], copy)
    return copy


def main():
    lines = len([line for line in MODEL.splitlines() if line.strip()])
    if lines >= 30:
        sys.exit(f"the model has {lines} lines, and is to have fewer than thirty")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copy = tagged_copy(folder)
        package = folder / "call-centre"
        (package / "Sources/call-centre").mkdir(parents=True)
        (package / "Package.swift").write_text(MANIFEST.replace("{address}", copy.as_uri()))
        (package / "Sources/call-centre/main.swift").write_text(MODEL)
        # Without a network, and without what the machine has of other packages: nothing but the copy is to be needed.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_CONFIG")}
        environment |= {
            "GIT_ALLOW_PROTOCOL": "file", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        run(["swift", "build", "-c", "release", "--disable-dependency-cache"], package, env=environment)
        pins = json.loads((package / "Package.resolved").read_text())["pins"]
        if [(pin["identity"], pin["state"].get("version")) for pin in pins] != [("stepcare", "1.0.0")]:
            sys.exit(f"other packages were resolved: {pins}")
        low, estimate, high = map(float, run([str(package / ".build/release/call-centre")], package).split())
    expected = erlang_a()
    if not low <= expected <= high or high - low > 0.1 * expected:
        sys.exit(f"{estimate:.5f} ({low:.5f} … {high:.5f}) give up; by Erlang A {expected:.5f}")
    print(f"A package that names version 1.0.0 builds M/M/{SERVERS} with patience in {lines} lines: {estimate:.5f} "
          f"({low:.5f} … {high:.5f}) give up; by Erlang A {expected:.5f}")


main()
