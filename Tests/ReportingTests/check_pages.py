"""Looks at reports in a browser: how far down each answer ends, how many pages it prints, what axe finds, and what people
do with a page (page_uses.py).

    check_pages.py PROGRAM FOLDER [SCENARIO WEEKS RUNS]...
"""

import importlib.util
import json
import pathlib
import re
import subprocess
import sys

import page_uses

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Small forecasts of different kinds: scenario, weeks, runs. The first is held to the sizes.
SCENARIOS = [("north-essex", "26", "8"), ("newham", "8", "1")]
WIDTHS = [1280, 390]
ANSWERS = {"how-long", "promises", "when", "why", "trust"}

MEASURE = """
<script>
addEventListener('load', async () => {
  const wait = ms => new Promise(done => setTimeout(done, ms));
  await wait(300);
  const frame = document.querySelector('iframe'), page = frame.contentDocument;
  const ends = {};
  page.querySelectorAll('section').forEach(s => { ends[s.id] = Math.round(s.getBoundingClientRect().bottom); });
  const wide = page.documentElement.scrollWidth;
  const faults = [];
  for (const open of [false, true]) {
    page.querySelectorAll('details').forEach(d => { d.open = open && d.classList.contains('more'); });
    await wait(200);
    const result = await frame.contentWindow.axe.run(page, { resultTypes: ['violations'] });
    result.violations.forEach(v => faults.push(v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')));
  }
  // Names along a chart of rows: whole, within their axis, and no higher than their row.
  const cut = [];
  page.querySelectorAll('figure[data-kind=difference], figure[data-kind=stacked]').forEach(figure => {
    const chart = frame.contentWindow.Chart.getChart(figure.querySelector('canvas'));
    if (!chart || !chart.width) return;
    const plain = text => text.replace(/\\s/g, ''), { y } = chart.scales;
    const font = frame.contentWindow.Chart.helpers.toFont(y.options.ticks.font), room = y.height / chart.data.labels.length;
    chart.ctx.font = font.string;
    [...figure.querySelectorAll('tbody th')].forEach((head, i) => {
      const lines = [].concat(chart.data.labels[i]);
      if (plain(lines.join('')) !== plain(head.textContent) || lines.length * font.lineHeight > room + 2
        || Math.max(...lines.map(line => chart.ctx.measureText(line).width)) > y.width) cut.push(head.textContent);
    });
  });
  // Every chart, of every team and of what is folded away.
  page.documentElement.classList.add('everything');
  page.querySelectorAll('.scope').forEach(scope => { scope.hidden = false; });
  frame.contentWindow.dispatchEvent(new Event('beforeprint'));
  await wait(200);
  const axes = frame.contentWindow.eval(AXES);
  const drawn = [...page.querySelectorAll('section canvas')].filter(c => c.width > 0).length;
  const told = document.createElement('pre');
  told.id = 'told';
  told.textContent = JSON.stringify({ ends, wide, faults: [...new Set(faults)], drawn, axes, cut });
  document.body.append(told);
});
</script>
"""

AXES = (ROOT / "Tests/WebInterfaceTests/axes.js").read_text()


def axe():
    spec = importlib.util.find_spec("axe_core_python")
    return (pathlib.Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text()


def chromium(*arguments):
    return subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", *arguments],
        capture_output=True, text=True, timeout=300, check=True).stdout


def look(report, width, script):
    """What the page measures at a width: it stands in a frame, for a browser's own window has a least width."""
    text = report.read_text()
    tried = report.with_name("tried.html")
    tried.write_text(text.replace("</body>", f"<script>{script}</script></body>"))
    frame = report.with_name("frame.html")
    frame.write_text(
        f"<!DOCTYPE html><title>frame</title><body style='margin:0'><iframe src='tried.html' title='report' "
        f"style='border:0;width:{width}px;height:6000px'></iframe>{MEASURE.replace('AXES', json.dumps(AXES))}</body>")
    out = chromium(
        "--disable-web-security", f"--window-size={max(width, 500)},6000", "--virtual-time-budget=60000", "--dump-dom",
        frame.as_uri())
    found = re.search(r'<pre id="told">(.*?)</pre>', out, re.S)
    assert found, f"{report}: nothing was measured at {width} pixels"
    return json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def pages(report, anchor=""):
    pdf = report.with_name("printed.pdf")
    chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", report.as_uri() + anchor)
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


# A service whose keys are longer than a line.
LONG = """name: long
title: A Service of Long Names
starts: 2026-11-23
weeks: 8
start: { origin: list }
teams:
  - name: north-east-essex
    title: North East Essex
    referrals: { per-week: 14, sources: { self: 1 } }
    initial: { waiting-first-appointment: 30, waiting-low: 10, waiting-high: 8, caseload-filled: 0.6 }
    staff: [{ role: pwp, count: 2 }, { role: hit, count: 2, modalities: [cbt] }]
"""


def long_names(program, folder, script, expect):
    """The chart of what assumptions do has their names whole."""
    folder.mkdir(parents=True, exist_ok=True)
    scenario, out = folder / "long.yaml", folder / "long"
    scenario.write_text(LONG)
    subprocess.run(
        [program, "sensitivity", scenario, "--budget", "200", "--output", out,
         "--vary", "teams.north-east-essex.referrals.per-week=10..20",
         "--vary", "teams.north-east-essex.initial.waiting-first-appointment-days=5..30"],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for width in WIDTHS:
        seen = look(out / "report.html", width, script)
        expect(seen["drawn"] > 0 and not seen["cut"], f"sensitivity, {width}: names are cut: {seen['cut']}")


def main():
    program, folder, *asked = sys.argv[1:]
    scenarios = [tuple(asked[place:place + 3]) for place in range(0, len(asked), 3)] or SCENARIOS
    script = axe()
    faults = []

    def expect(holds, words):
        if not holds:
            faults.append(words)

    for place, (name, weeks, runs) in enumerate(scenarios):
        out = pathlib.Path(folder) / name
        subprocess.run(
            [program, "forecast", f"Scenarios/{name}.yaml", "--weeks", weeks, "--replications", runs, "--output", out],
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        report = out / "report.html"
        size = report.stat().st_size
        expect(size < 1_500_000, f"{name}: the page has {size:,} bytes")
        for width in WIDTHS:
            seen = look(report, width, script)
            ends = seen["ends"]
            expect(ANSWERS <= set(ends), f"{name}: not all answers are there: {sorted(ends)}")
            expect(seen["wide"] <= width, f"{name}, {width}: {seen['wide']} pixels wide")
            expect(seen["drawn"] > 0, f"{name}, {width}: no chart is drawn")
            for axis in seen["axes"]:
                expect(not axis["isBelow"],
                       f"{name}, {width}: the axis of '{axis['title']}' ({axis['kind']}) begins at {axis['least']}")
            expect(not seen["cut"], f"{name}, {width}: names are cut: {seen['cut']}")
            for fault in seen["faults"]:
                faults.append(f"{name}, {width}: axe: {fault}")
            if place == 0 and width == WIDTHS[0]:
                expect(ends["promises"] <= 900, f"{name}: the promises end at {ends['promises']} pixels")
                expect(ends["trust"] <= 2200, f"{name}: the answers end at {ends['trust']} pixels")
            if place == 0 and width == WIDTHS[1]:
                expect(ends["trust"] <= 5 * 844, f"{name}: the answers end at {ends['trust']} pixels of a telephone")
            print(f"{name}, {width} pixels: {ends}, {len(seen['axes'])} axes of charts")
        board, everything = pages(report), pages(report, "#everything")
        expect(board == 2, f"{name}: a board is given {board} pages")
        expect(2 < everything <= 12, f"{name}: everything is {everything} pages")
        page_uses.try_all(report, script, expect)
        print(f"{name}: {size:,} bytes, {board} pages for a board, {everything} of everything")
    long_names(program, pathlib.Path(folder), script, expect)
    for fault in faults:
        print("✗", fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
