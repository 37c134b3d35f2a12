"""What people do with a report, each tried in a browser: forced colours, dark mode while it is open, copying, links, a
window of any size before it is printed, no network, a telephone.

Each is something that users of other reports and charts have asked for or lost, as the comments say.
"""

import re
import shutil

from playwright.sync_api import sync_playwright

# What is drawn with a colour of its own, and would be empty where the system's colours are forced (nrrd #1031,
# markup-de-crapulator #24): a ground is only kept by whoever says so, and must differ from the page's or have an edge.
SWATCHES = """
() => [...document.querySelectorAll('.bar span, .causes i, .track i, .verdict b, .keys i')].filter(mark => {
  const style = getComputedStyle(mark), ground = getComputedStyle(document.body).backgroundColor;
  const edged = parseFloat(style.borderTopWidth) > 0 && style.borderTopColor !== ground;
  const filled = style.backgroundColor !== ground || style.backgroundImage !== 'none';
  return style.forcedColorAdjust !== 'none' || (!edged && !filled);
}).map(mark => mark.outerHTML.slice(0, 120))
"""
# Charts of which nothing is drawn: one colour all over.
BLANK = """
() => [...document.querySelectorAll('section figure canvas')].filter(canvas => {
  if (canvas.closest('details:not([open])') || !canvas.getClientRects().length) return false;
  if (!Chart.getChart(canvas)) return false;
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data, seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add(data[i] + ',' + data[i + 1] + ',' + data[i + 2] + ',' + data[i + 3]);
  return seen.size < 3;
}).length
"""
# Ticks that two numbers share (ooni/explorer #204, woocommerce-admin #1168).
TICKS = """
() => [...document.querySelectorAll('canvas')].map(canvas => Chart.getChart(canvas)).filter(Boolean).flatMap(chart =>
  Object.values(chart.scales).filter(scale => scale.type === 'linear').map(scale => scale.ticks.map(t => String(t.label)))
).filter(labels => new Set(labels).size < labels.length)
"""
# The heading that a link leads to, and what stands over it (mediawiki-skins-Citizen #1270, ic-design-system #651).
LINKED = """
key => {
  const target = document.getElementById(key), bar = document.querySelector('.scopes');
  const head = target.querySelector('h2').getBoundingClientRect();
  const covered = bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0;
  return { open: !target.matches('details') || target.open, top: head.top, covered, height: innerHeight };
}
"""
# Tables that must be pushed sideways among the answers (grafana #63946, nrrd #102).
SIDEWAYS = """
() => [...document.querySelectorAll('section .scroll')].filter(part => !part.closest('details:not([open])')
  && part.scrollWidth > part.clientWidth + 1)
  .map(part => part.getAttribute('aria-label'))
"""
PICTURE = """
async () => {
  const item = (await navigator.clipboard.read())[0], blob = await item.getType('image/png');
  const picture = await createImageBitmap(blob), canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const ctx = canvas.getContext('2d');
  ctx.drawImage(picture, 0, 0);
  return { corner: [...ctx.getImageData(2, 2, 1, 1).data], width: picture.width, height: picture.height };
}
"""


def look(browser, report, axe, expect, **settings):
    """A page in a context of its own, with its faults told; closed by whoever asks."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True, **settings)
    page = context.new_page()
    page.on("pageerror", lambda error: expect(False, f"an error of the script: {error}"))
    page.goto(report.as_uri())
    page.wait_for_timeout(400)
    return context, page


def colours(browser, report, axe, expect):
    for scheme in ["light", "dark"]:
        context, page = look(browser, report, axe, expect, forced_colors="active", color_scheme=scheme)
        lost = page.evaluate(SWATCHES)
        expect(not lost, f"forced colours, {scheme}: nothing is seen of {lost[:2]}")
        expect(page.evaluate(BLANK) == 0, f"forced colours, {scheme}: a chart is empty")
        page.evaluate(axe)
        found = page.evaluate("async () => (await axe.run('section', { resultTypes: ['violations'] })).violations.map(v => v.id)")
        expect(not found, f"forced colours, {scheme}: axe: {found}")
        context.close()
    # Charts whose words stayed black (obsidian-charts #86), also where the mode changes while the page is open.
    context, page = look(browser, report, axe, expect, color_scheme="light")
    colour = "() => Chart.getChart(document.querySelector('section figure:not(.scope[hidden] *) canvas'))" \
        ".options.scales.y.ticks.color"
    before = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    expect(page.evaluate(colour) != before, "dark mode: the words of a chart keep their colour")
    context.close()


def copying(browser, report, axe, expect):
    # In dark mode, for a dark or a transparent picture is black on the paper of a document (drawio-desktop #302).
    context, page = look(
        browser, report, axe, expect, color_scheme="dark", permissions=["clipboard-read", "clipboard-write"])
    figure = page.locator("section figure:visible").first
    figure.get_by_role("button", name=re.compile("^Copy picture")).click()
    page.wait_for_timeout(500)
    told = figure.locator(".copying button").first.inner_text()
    expect(told == "Copied", f"copy picture says '{told}'")
    if told == "Copied":
        picture = page.evaluate(PICTURE)
        expect(picture["corner"] == [255, 255, 255, 255], f"the picture's paper is {picture['corner']}")
        expect(picture["width"] > 300 and picture["height"] > 150, f"the picture is small: {picture}")
    figure.get_by_role("button", name=re.compile("^Copy table")).click()
    page.wait_for_timeout(200)
    text = page.evaluate("() => navigator.clipboard.readText()")
    rows = figure.locator("tbody tr").count()
    lines = [line for line in text.splitlines() if "\t" in line]
    expect(len(lines) == rows + 1, f"the copied table has {len(lines)} rows of {rows + 1}")
    # Headings such as 1-7 would be dates in a sheet (text2tab #18): none begins with digits, a hyphen, digits.
    expect(not any(re.match(r"\d+[-/]\d+\t", line) for line in lines), "a heading would be a date")
    context.close()
    # Where a page may not write to the clipboard, as one from http (chartdb #436), the picture is saved.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = context.new_page()
    page.goto(report.as_uri())
    page.wait_for_timeout(400)
    with page.expect_download(timeout=5000) as saved:
        page.locator("section figure:visible").first.get_by_role("button", name=re.compile("^Copy picture")).click()
    expect(saved.value.suggested_filename.endswith(".png"), f"saved as {saved.value.suggested_filename}")
    context.close()


def links(browser, report, axe, expect):
    # Links into what is closed (docs-website #5864), and headings below a bar that stays.
    context, page = look(browser, report, axe, expect)
    keys = page.evaluate("() => [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))")
    expect(keys, "the page has no links")
    for key in dict.fromkeys(keys):
        page.evaluate("key => { location.hash = key; }", key)
        page.wait_for_timeout(60)
        there = page.evaluate(LINKED, key)
        expect(there["open"], f"#{key} stays closed")
        seen = there["covered"] - 1 <= there["top"] < there["height"]
        expect(seen, f"#{key}: its heading is at {there['top']}, under a bar of {there['covered']}")
    expect(not page.evaluate(TICKS), f"two ticks are the same: {page.evaluate(TICKS)[:2]}")
    context.close()


def paper(browser, report, axe, expect):
    # Blank pages (PxStat #717, Print.js #498) and charts cut at the window's width (printThis #40): two pages from a
    # window of any size, whatever is open (lighthouse #1240).
    for width in [700, 1900]:
        context, page = look(browser, report, axe, expect)
        page.set_viewport_size({"width": width, "height": 700})
        page.wait_for_timeout(200)
        page.evaluate("() => document.querySelectorAll('section details').forEach(d => { d.open = true; })")
        most = 2 if page.locator("#how-long").count() else 4
        sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
        expect(2 <= sheets <= most, f"from a window of {width} pixels a board is given {sheets} pages")
        context.close()


def network(browser, report, axe, expect):
    # Charts from elsewhere are missing in a hospital (365Inspect #81, graphify #2527).
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    page.wait_for_timeout(400)
    others = [url for url in asked if not url.startswith(("file:", "blob:", "data:"))]
    expect(not others, f"the page asks for {others[:3]}")
    expect(page.evaluate("() => typeof Chart") == "function", "the charts are not in the page")
    context.close()


def telephone(browser, report, axe, expect):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(report.as_uri())
    page.wait_for_timeout(400)
    wide = page.evaluate(SIDEWAYS)
    expect(not wide, f"a telephone pushes sideways: {wide}")
    expect(page.evaluate("() => document.documentElement.scrollWidth") <= 390, "a telephone's page is too wide")
    context.close()


USES = [colours, copying, links, paper, network, telephone]


def try_all(report, axe, expect):
    """Tries each use of a report.

    - expect: told what must hold, and what to say where it does not.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for use in USES:
            try:
                use(browser, report, axe, lambda holds, words: expect(holds, f"{report.parent.name}: {words}"))
            except Exception as error:  # a use that fails is a fault, and the others are tried
                expect(False, f"{report.parent.name}: {use.__name__}: {error}")
        browser.close()
