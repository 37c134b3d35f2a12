"""The desk in a browser, as those who work with it all day meet it. `check_web.py [FOLDER]` keeps pictures there."""

import datetime
import pathlib
import re
import sys
import tempfile
import time

import national
from axe_playwright_python.sync_playwright import Axe
from desk import PASSWORD, STEPCARE, Client, Desk
from hands import Keyboard, Mouse
from playwright.sync_api import Error, expect, sync_playwright
from slow_reader import SlowReader

WIDTHS = (1280, 390)
# Words with hyphens that are English; any other on a page is a code of the software.
WORDS = set((pathlib.Path(__file__).parent / "words.txt").read_text().split())
FOLDER = sys.argv[1] if len(sys.argv) > 1 else None
counts = {"tasks by mouse": 0, "tasks by keyboard": 0, "pages that axe looked at": 0, "things that went wrong": 0}


class Tried:
    """One thing that somebody does; what it should come to is asserted, and it is counted."""

    def __init__(self, hand):
        self.hand = hand

    def __call__(self, words):
        counts[f"tasks by {self.hand.name}"] += 1
        self.words = words


# A debug build is waited for, and held to no time.
IS_RELEASE = "/debug/" not in STEPCARE


def in_time(words, begun, goal, most):
    """Keeps how long something took. What is meant to take `goal` seconds may take `most` where others work beside it."""
    took = time.monotonic() - begun
    counts[f"milliseconds {words} (goal {goal} s)"] = round(took * 1000)
    assert not IS_RELEASE or took <= most, f"{took:.1f} s {words}, and {most} s at most"


def shown(page, words):
    text = page.inner_text("body")
    assert re.search(words, text), f"'{words}' is not on the page {page.url}:\n{text[:1500]}"


def sign_in(hand, desk, name):
    go(hand.page, desk.address + "/sign-in")
    hand.fill("Name", name)
    hand.fill("Password", PASSWORD)
    hand.press("Sign in")
    shown(hand.page, "Today")


def go(page, address):
    """Goes to an address, as a person would type it: a page that is just loaded again for news does not keep anybody."""
    try:
        page.goto(address)
    except Error as error:
        if not any(words in str(error) for words in ("interrupted by another navigation", "ERR_ABORTED")):
            raise
        page.wait_for_load_state()
        page.goto(address)


def first_waiting(page, desk, state, place):
    go(page, f"{desk.address}/waiting?for={state}")
    links = page.locator("table a")
    return re.search(r"/people/(\d+)", links.nth(place).get_attribute("href")).group(1)


def bookable(page, desk, place):
    """Somebody who waits for a first appointment, and for whom a time is free; `place` keeps several apart."""
    go(page, f"{desk.address}/waiting?for=waiting-first-appointment&all=yes")
    people = [re.search(r"/people/(\d+)", link.get_attribute("href")).group(1)
              for link in page.locator("table a").all()]
    for person in people[place % len(people):] + people:
        go(page, f"{desk.address}/people/{person}/offer")
        if page.get_by_role("button", name="Hold", exact=False).count() > 1:
            return person
    raise AssertionError("nothing is free for anybody")


def day(hand, desk, name, offset):
    """A day of somebody who books: `offset` keeps two days apart."""
    page, tried = hand.page, Tried(hand)
    tried("sign in")
    sign_in(hand, desk, name)

    tried("see who breaches next")
    shown(page, "Who breaches next")
    tried("narrow the waiting list down")
    hand.follow("Waiting lists")
    hand.select("Step", "Step 3")
    hand.press("Show")
    assert "step=3" in page.url
    tried("show those who are late alone")
    hand.choose("Past their day only")
    hand.press("Show")
    shown(page, "late")

    person = bookable(page, desk, offset)
    tried("find somebody by a part of the name")
    hand.follow("Find a person")
    hand.fill("Name, NHS number", f"Person {person}")
    hand.press("Find")
    hand.follow(f"Invented Person {person}", exact=True)
    tried("read where they are")
    shown(page, "Waits for a first appointment")
    tried("see what is free")
    hand.follow("Offer a time")
    shown(page, "due by")
    tried("hold a time")
    hand.press("Hold")
    shown(page, "Is this time right")
    tried("book it")
    hand.press("Book it")
    shown(page, "Booked:")
    tried("see it in the story")
    shown(page, "What happened, the latest first")

    tried("open the appointment")
    page.locator("table a[href^='/appointments/']").first.focus()
    page.keyboard.press("Enter") if hand.name == "keyboard" else page.locator("table a[href^='/appointments/']").first.click()
    page.wait_for_load_state()
    hand_wait(page)
    tried("cancel it for the person, who wants another")
    hand.follow("Cancel it")
    hand.choose("The person")
    hand.choose("Yes")
    hand.press("Cancel the appointment")
    shown(page, "That is kept")

    tried("be told what is wrong with a form, at its field")
    go(page, f"{desk.address}/people/{person}/do/change-person")
    hand.fill("NHS number", "123")
    hand.press("Keep this")
    shown(page, "(?i)problem|not done")
    tried("put it right")
    go(page, f"{desk.address}/people/{person}/do/change-person")
    hand.fill("NHS number", "")
    hand.fill("Telephone", "020 7946 0000")
    hand.press("Keep this")
    shown(page, "020 7946 0000")
    tried("note that they got in touch")
    hand.follow("They got in touch")
    hand.choose("An appointment, an address")
    hand.press("Keep this")
    tried("give a link to book with")
    go(page, f"{desk.address}/people/{person}/do/issue-link")
    hand.press("Make the link")
    shown(page, "/book/")

    tried("put treatment off, with a day as people write it")
    for place in range(offset, offset + 20):
        other = first_waiting(page, desk, "waiting-treatment", place)
        go(page, f"{desk.address}/people/{other}")
        if not page.locator("table a[href^='/appointments/']").count():
            break
    go(page, f"{desk.address}/people/{other}/do/put-on-hold")
    hand.fill("Until", "4/1/2027")
    hand.fill("Why", "away until the new year")
    hand.press("Keep this")
    shown(page, "Treatment is put off")
    tried("receive a referral")
    go(page, desk.address + "/do/refer")
    hand.fill("Full name", f"Wholly Invented {hand.name}")
    hand.select("Team", "West Essex")
    hand.press("Receive the referral")
    shown(page, "To be screened")
    tried("book a call that is due")
    go(page, desk.address + "/calls")
    hand.press("Book the call")
    tried("see what is to be done, by the minute at which it is due")
    go(page, desk.address + "/tasks")
    shown(page, "\\d+ tasks?|The first \\d+ of")
    tried("look at a diary, and at the week after")
    go(page, desk.address + "/diaries/35")
    hand.follow("The week after")
    shown(page, "Week of Monday 30 November 2026")
    tried("sign out")
    hand.press("Sign out")
    shown(page, "Sign in")


def hand_wait(page):
    page.wait_for_timeout(50)


def what_goes_wrong(browser, desk):
    """Two at once, a hold that is over, the back button, double clicks, lost sessions and a server that is killed."""

    def went_wrong():
        counts["things that went wrong"] += 1

    one = fresh(browser)
    sign_in(Mouse(one), desk, "Sam Scheduler")
    two = fresh(browser)
    sign_in(Mouse(two), desk, "Sue Scheduler")

    # Two race for a slot: one has it, the other is told, with the next best beside it.
    went_wrong()
    person = bookable(one, desk, 25)
    second = bookable(one, desk, 35)
    go(one, f"{desk.address}/people/{person}/offer")
    clinician = one.locator("input[name=clinician]").first.input_value()
    start = one.locator("input[name=start]").first.input_value()
    go(two, f"{desk.address}/people/{second}/offer")
    for name, value in (("clinician", clinician), ("start", start)):
        two.locator(f"input[name={name}]").first.evaluate("(field, value) => field.value = value", value)
    Mouse(one).press("Hold")
    shown(one, "Is this time right")
    Mouse(two).press("Hold")
    shown(two, "Somebody else has just taken it|That time was not held")
    shown(two, "due by")

    # A double click books once.
    went_wrong()
    one.get_by_role("button", name="Book it").dblclick()
    one.wait_for_load_state()
    one.wait_for_timeout(300)
    shown(one, "Booked|First appointment booked")
    booked = len(re.findall("booked", one.inner_text("table >> nth=0")))
    assert booked == 1, f"booked {booked} times"

    # Back, and again: the first answer, and nothing twice.
    went_wrong()
    one.go_back()
    one.wait_for_load_state()
    if one.get_by_role("button", name="Book it").count():
        Mouse(one).press("Book it")
    go(one, f"{desk.address}/people/{person}")
    assert len(re.findall("\\bbooked\\b", one.inner_text("table >> nth=0"))) == 1

    # A form from another site, a forged or a stale one: nothing happens.
    went_wrong()
    client = Client(desk.address)
    client.sign_in("Sam Scheduler")
    client.form = "forged"
    client.post(f"/people/{second}/do/discharge", reason="died")
    assert client.status == 403, client.status
    go(one, f"{desk.address}/people/{second}")
    shown(one, "Waits for a first appointment")

    # The session is over while somebody types: nothing is changed, and what was typed is there again.
    went_wrong()
    go(one, f"{desk.address}/people/{second}/do/put-on-hold")
    one.get_by_label("Why").fill("a long reason that took a while")
    one.context.clear_cookies()
    Mouse(one).press("Keep this")
    shown(one, "Sign in")
    sign_in(Mouse(one), desk, "Sam Scheduler")
    go(one, f"{desk.address}/people/{second}/do/put-on-hold")
    assert one.get_by_label("Why").input_value() == "a long reason that took a while"

    # The server is killed while a time is held; once it is up again the hold is there, and is booked once.
    went_wrong()
    go(two, f"{desk.address}/people/{second}/offer")
    Mouse(two).press("Hold")
    shown(two, "Is this time right")
    held = two.url
    desk.kill()
    try:
        two.get_by_role("button", name="Book it").click(timeout=3000)
    except Exception:
        pass
    desk.start()
    go(two, held)
    Mouse(two).press("Book it")
    shown(two, "Booked:")
    Client(desk.address)

    # What one does, the other sees without loading anything.
    went_wrong()
    go(one, f"{desk.address}/people/{second}")
    shown(one, "First appointment booked")
    one.wait_for_timeout(800)
    two.locator("table a[href^='/appointments/']").first.click()
    two.wait_for_load_state()
    Mouse(two).follow("Cancel it")
    Mouse(two).choose("The person")
    Mouse(two).choose("Yes")
    Mouse(two).press("Cancel the appointment")
    expect(one.locator("main")).to_contain_text("Waits for a first appointment", timeout=5000)

    # A time that one holds is gone from the other's page within a second, though nothing is loaded by hand.
    went_wrong()
    go(two, f"{desk.address}/people/{second}/offer")
    clinician = two.locator("input[name=clinician]").first.input_value()
    start = two.locator("input[name=start]").first.input_value()
    offered = two.locator(f"form:has(input[name=clinician][value='{clinician}']):has(input[name=start][value='{start}'])")
    assert offered.count() == 1
    third = bookable(one, desk, 45)
    go(one, f"{desk.address}/people/{third}/offer")
    for name, value in (("clinician", clinician), ("start", start)):
        one.locator(f"input[name={name}]").first.evaluate("(field, value) => field.value = value", value)
    two.wait_for_timeout(500)
    Mouse(one).press("Hold")
    begun = time.monotonic()
    expect(offered).to_have_count(0, timeout=5000)
    counts["milliseconds until a hold was seen"] = round((time.monotonic() - begun) * 1000)
    shown(one, "Is this time right")
    Mouse(one).press("Give the time back")

    # Ten tabs of one browser, each loads, and each hears of what another does.
    went_wrong()
    tabs = [one.context.new_page() for _ in range(10)]
    for tab in tabs:
        tab.set_default_timeout(10_000)
        go(tab, f"{desk.address}/people/{third}")
        shown(tab, "Waits for a first appointment")
    one.wait_for_timeout(500)
    go(two, f"{desk.address}/people/{third}/offer")
    Mouse(two).press("Hold")
    Mouse(two).press("Book it")
    shown(two, "Booked:")
    for tab in tabs:
        tab.bring_to_front()
        expect(tab.locator("main")).to_contain_text("First appointment booked", timeout=5000)
        tab.close()

    # No script runs that somebody entered.
    went_wrong()
    go(one, desk.address + "/do/refer")
    one.get_by_label("Full name").fill("<script>document.title='bad'</script> Invented")
    one.get_by_label("Team").select_option(index=0)
    Mouse(one).press("Receive the referral")
    assert "bad" not in one.title() or "<script>" in one.title(), one.title()


def refers_themselves(browser, desk, faults):
    """Somebody refers themselves on a telephone without scripts, and again by keyboard alone: each page as axe sees it."""
    for hand, script in ((Mouse, False), (Keyboard, True)):
        context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=script)
        page = context.new_page()
        page.set_default_timeout(10_000)
        one = hand(page)
        tried = Tried(one)

        def look_at(name):
            if script:
                faults.extend(found(page, f"self-referral, {name}", 390))
                page.set_viewport_size({"width": 320, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    faults.append(f"self-referral, {name}: wider than 320 pixels")
                page.set_viewport_size({"width": 390, "height": 800})
            if FOLDER and script:
                page.screenshot(path=f"{FOLDER}/self-referral-{name}-390.png", full_page=True)

        go(page, desk.address + "/refer-yourself")
        look_at("start")
        tried("refer oneself: start")
        one.press("Start")
        look_at("safety")
        tried("be told at once where help is")
        one.press("Continue")
        shown(page, "There is a problem")
        look_at("safety-with-faults")
        one.choose("I have thoughts of this kind, and I am safe today")
        one.press("Continue")
        shown(page, "116 123")
        look_at("help")
        one.press("Continue with the referral")
        tried("say where one lives")
        look_at("place")
        one.fill("Your date of birth", "15 March 1984")
        one.choose("Mid Essex")
        one.choose("Yes")
        one.press("Continue")
        tried("say who one is")
        look_at("about")
        name = f"Wanda Invented {hand.name}"
        one.fill("Your full name", name)
        one.press("Continue")
        tried("be told what is missing, and keep the rest")
        look_at("reach")
        one.fill("Telephone number", f"020 7946 00{10 + len(hand.name)}")
        one.choose("By email")
        one.press("Continue")
        shown(page, "Enter an email address")
        look_at("reach-with-faults")
        assert page.get_by_label("Telephone number").input_value().startswith("020 7946")
        one.choose("By text message")
        one.press("Continue")
        tried("say what would help")
        look_at("needs")
        one.choose("I need a room without steps")
        one.press("Continue")
        tried("check and change what was entered")
        shown(page, name)
        look_at("check")
        one.press('Change "Who you are"')
        one.fill("Your full name", name + " Changed")
        one.press("Continue")
        shown(page, "Check your answers")
        tried("send it, once however often it is pressed")
        if hand is Mouse:
            page.get_by_role("button", name="Send my referral").dblclick()
            page.wait_for_load_state()
            page.wait_for_timeout(500)
        else:
            one.press("Send my referral")
        shown(page, "We have your referral")
        look_at("done")
        reference = re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", page.inner_text("main")).group(0)
        assert "Wanda" not in page.url and "?" not in page.url, page.url
        clerk = fresh(browser)
        sign_in(Mouse(clerk), desk, "Sam Scheduler")
        tried("find a self-referral by the reference")
        go(clerk, desk.address + "/find")
        Mouse(clerk).fill("Name, NHS number", reference)
        Mouse(clerk).press("Find")
        shown(clerk, "1 person")
        Mouse(clerk).follow(name + " Changed", exact=True)
        shown(clerk, "To be screened")
        shown(clerk, "thoughts of ending their life")
        clerk.context.close()
        context.close()


LIST = """name,team,source,received,phone
Ottilie Invented,West Essex,self-web,2026-11-20T10:00,020 7946 0101
Oswald Invented,Mid Essex,gp,2026-11-21T09:30,020 7946 0102
"""


def imports(browser, desk, faults):
    """A list from a spreadsheet: what is wrong with it in place, then all of it."""
    page = fresh(browser)
    clerk = Mouse(page)
    tried = Tried(clerk)
    sign_in(clerk, desk, "Sam Scheduler")
    tried("bring in a list with faults")
    clerk.follow("Receive a list of referrals")
    faults += found(page, "import", 1280)
    page.get_by_label("A file of comma-separated values").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST.replace("gp", "nobody").replace("Mid", "Far").encode()})
    clerk.press("Receive the list")
    shown(page, "2 things are wrong in the list: nothing was taken")
    faults += found(page, "import-with-faults", 1280)
    if FOLDER:
        page.screenshot(path=f"{FOLDER}/import-with-faults-1280.png", full_page=True)
    page.set_viewport_size({"width": 320, "height": 800})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("import-with-faults: wider than 320 pixels")
    page.set_viewport_size({"width": 1280, "height": 900})
    tried("bring it in, put right")
    page.get_by_label("Or rows copied from the spreadsheet").fill(LIST.replace(",", "\t"))
    clerk.press("Receive the list")
    shown(page, "2 referrals are received")
    faults += found(page, "imported", 1280)
    clerk.follow("Oswald Invented", exact=True)
    shown(page, "To be screened")
    page.context.close()


def booked(page, desk, place):
    """Somebody for whom the first time that is offered was booked: the person, the clinician and the minute."""
    person = bookable(page, desk, place)
    clinician = page.locator("input[name=clinician]").first.input_value()
    start = int(page.locator("input[name=start]").first.input_value())
    Mouse(page).press("Hold")
    Mouse(page).press("Book it")
    shown(page, "Booked:")
    number = re.search(r"booked=(\d+)", page.url).group(1)
    day = datetime.date(2000, 1, 1) + datetime.timedelta(days=start // 1440)
    return person, clinician, number, day


def searches(browser, desk, faults):
    """A time with somebody, in the evening, on a day of the week: what there is, or what would be."""
    page = fresh(browser)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Sam Scheduler")
    person = bookable(page, desk, 40)
    tried("search for a time with several things at once")
    first = page.locator(".desk-slot__time").first.inner_text()
    keys.select("Day of the week", first.split()[0])
    keys.select("Time of day", "In the morning" if first.endswith("am") else "In the afternoon")
    keys.press("Search")
    for time in page.locator(".desk-slot__time").all():
        assert time.inner_text().split()[0] == first.split()[0], time.inner_text()
    faults += found(page, "search", 1280)
    tried("be told what would be free where nothing has everything")
    keys.select("Day of the week", "Sunday")
    keys.press("Search")
    shown(page, "Nothing is free with all of it")
    shown(page, "If not on a Sunday")
    faults += found(page, "search-in-vain", 1280)
    if FOLDER:
        page.screenshot(path=f"{FOLDER}/search-in-vain-1280.png", full_page=True)
    page.context.close()


def diaries(browser, desk, faults):
    """Month, week and day; an appointment is moved by drawing it, by keys, and without scripts."""
    page = fresh(browser)
    mouse = Mouse(page)
    tried = Tried(mouse)
    sign_in(mouse, desk, "Mo Manager")
    _, clinician, number, day = booked(page, desk, 60)
    tried("see a month, a week and a day")
    go(page, f"{desk.address}/diaries/{clinician}?from={day}")
    mouse.follow("The month", exact=True)
    shown(page, f"Weeks of {day:%B %Y}")
    shown(page, "\\d+ first appointments?|1 first appointment")
    page.locator(".desk-day a", has_text=f"{day.day} {day:%b}").first.click()
    page.wait_for_load_state()
    shown(page, f"{day:%A} {day.day} {day:%B %Y}")
    mouse.follow("The week", exact=True)
    shown(page, "Week of")
    tried("draw an appointment to free time")
    entry = page.locator(f"li[data-moves='{number}']")
    length = int(entry.get_attribute("data-minutes"))
    free = next(place for place in page.locator("li[data-free]").all()
                if int(place.get_attribute("data-minutes")) >= length)
    # Both ends in sight: a window of this height needs no scrolling under the mouse.
    page.set_viewport_size({"width": 1280, "height": 2200})
    entry.drag_to(free, source_position={"x": 8, "y": 8})
    page.wait_for_url("**/move?**")
    page.set_viewport_size({"width": 1280, "height": 900})
    shown(page, "Who asks for it")
    faults += found(page, "move", 1280)
    mouse.press("Move it")
    shown(page, "The appointment is moved|It was not moved")
    page.context.close()

    page = fresh(browser)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Sam Scheduler")
    _, clinician, number, day = booked(page, desk, 70)
    go(page, f"{desk.address}/diaries/{clinician}?from={day}")
    tried("move an appointment by keys")
    keys.reach(page.locator(f"li[data-moves='{number}'] .desk-entry__move"))
    page.keyboard.press("Enter")
    shown(page, "Choose one, or press Escape|It fits nowhere here")
    faults += found(page, "moving", 1280)
    if FOLDER:
        page.screenshot(path=f"{FOLDER}/diary-moving-1280.png", full_page=True)
    tried("leave it where it is")
    page.keyboard.press("Escape")
    shown(page, "It stays where it is")
    assert page.evaluate("document.activeElement.className") == "desk-entry__move"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('desk-place')")
    keys.enter()
    shown(page, "Move the appointment")
    keys.press("Move it")
    shown(page, "The appointment is moved|It was not moved")

    tried("be told why a time is not to be had, with the next best beside it")
    person, clinician, number, day = booked(page, desk, 80)
    _, beside, second, then = booked(page, desk, 90)
    go(page, f"{desk.address}/appointments/{number}")
    at = page.locator("dt:has-text('When') + dd").inner_text()
    go(page, f"{desk.address}/appointments/{second}/move")
    keys.fill("With", clinician)
    keys.fill("Day", f"{day:%-d/%-m/%Y}")
    keys.fill("Time", at.rsplit(" at ", 1)[1].replace("midday", "12:00"))
    keys.press("Move it")
    shown(page, "It was not moved")
    shown(page, "Next best times")
    assert page.get_by_label("With").input_value() == clinician
    faults += found(page, "not-moved", 1280)
    page.context.close()

    plain = browser.new_context(java_script_enabled=False).new_page()
    tried = Tried(Mouse(plain))
    sign_in(Mouse(plain), desk, "Sam Scheduler")
    tried("move an appointment without scripts")
    go(plain, f"{desk.address}/diaries/{beside}?from={then}")
    plain.locator(f"li[data-moves='{second}'] .desk-entry__move").click()
    shown(plain, "Next best times")
    Mouse(plain).follow("Move here")
    Mouse(plain).press("Move it")
    shown(plain, "Booked:")
    plain.context.close()


def again(desk, now):
    """The desk some days later: its clock is set on, as somebody may who tries things out."""
    assert desk.stop() == 0
    desk.arguments = ["--now", now]
    desk.start()


def groups(browser, desk, faults):
    """A course in a group from its opening on; who came is recorded by mouse, and a week later by keyboard alone."""
    page = fresh(browser)
    clerk = Mouse(page)
    tried = Tried(clerk)
    sign_in(clerk, desk, "Mo Manager")
    tried("open a course in a group")
    go(page, desk.address + "/do/open-group")
    clerk.select("Team", "Mid Essex")
    clerk.fill("Day of the first session", "14/12/2026")
    clerk.fill("Time", "14:00")
    clerk.fill("Sessions", "4")
    clerk.fill("People without whom it does not start", "3")
    clerk.press("Open the course")
    number = max(int(re.search(r"/groups/(\d+)", link.get_attribute("href")).group(1))
                 for link in page.locator("table a[href^='/groups/']").all())
    tried("give seats")
    go(page, f"{desk.address}/waiting?for=waiting-treatment&step=2&team=Mid+Essex&all=yes")
    people = [link.get_attribute("href") for link in page.locator("table a[href^='/people/']").all()]
    seated = 0
    for person in people:
        # Whoever has an appointment would have to be asked first what became of that.
        go(page, desk.address + person)
        if page.locator("table a[href^='/appointments/']").count():
            continue
        go(page, f"{desk.address}{person}/do/join-group")
        page.get_by_label("Course").select_option(value=str(number))
        clerk.press("Keep this")
        seated += "That is kept" in page.inner_text("main")
        if seated == 5:
            break
    assert seated == 5, seated
    again(desk, "2026-12-07T09:30")
    go(page, f"{desk.address}/groups/{number}/do/decide")
    tried("decide that it starts")
    clerk.press("Keep this")
    again(desk, "2026-12-14T16:30")

    tried("record who came to a session, by mouse")
    go(page, f"{desk.address}/groups/{number}")
    clerk.follow("Record who came")
    rows = page.locator(".desk-rowed")
    assert rows.count() == 5, rows.count()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        faults += found(page, "record-session", width)
        if FOLDER:
            page.screenshot(path=f"{FOLDER}/record-session-{width}.png", full_page=True)
    page.set_viewport_size({"width": 320, "height": 800})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("record-session: wider than 320 pixels")
    page.set_viewport_size({"width": 1280, "height": 900})
    for place, words in enumerate(("Came", "Came", "Came late", "Did not come")):
        rows.nth(place).get_by_text(words, exact=True).click()
    rows.nth(0).get_by_label("PHQ-9 score").fill("12")
    tried("be told what is wrong, in its row")
    clerk.press("Record the session")
    shown(page, "There is a problem")
    assert "Enter both scores" in rows.nth(0).inner_text(), rows.nth(0).inner_text()
    assert "Select what became of" in rows.nth(4).inner_text(), rows.nth(4).inner_text()
    faults += found(page, "record-session-with-faults", 1280)
    if FOLDER:
        page.screenshot(path=f"{FOLDER}/record-session-with-faults-1280.png", full_page=True)
    rows.nth(0).get_by_label("GAD-7 score").fill("9")
    rows.nth(4).get_by_text("Cancelled before", exact=True).click()
    clerk.press("Record the session")
    shown(page, "2 came, 1 came late, 1 did not come, 1 cancelled before")
    faults += found(page, "session-recorded", 1280)
    if FOLDER:
        page.screenshot(path=f"{FOLDER}/session-recorded-1280.png", full_page=True)
    page.context.close()

    again(desk, "2026-12-21T16:30")
    page = fresh(browser)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Mo Manager")
    tried("record who came to a session, by keyboard")
    go(page, f"{desk.address}/groups/{number}")
    keys.follow("Record who came")
    row = page.locator(".desk-rowed").first
    keys.reach(row.get_by_label("Came", exact=True))
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert row.get_by_label("Did not come").is_checked()
    keys.choose("Whoever has nothing chosen above came")
    keys.press("Record the session")
    shown(page, "4 came, 1 did not come|At the limit of missed appointments")
    page.context.close()


# Forecasts of a debug build, whose first days take minutes, are waited for too.
FORECAST_MS = 400_000


def follows(page, move, ahead=None):
    """Moves something, and waits until the picture has followed; where `ahead` says how far it looks, keeps how long that
    took."""
    page.evaluate("document.querySelectorAll('#picture [data-stage]').forEach(stage => { stage.dataset.old = ''; })")
    move()
    begun = time.monotonic()
    page.wait_for_selector("#picture [data-stage]:not([data-old])", timeout=FORECAST_MS)
    if ahead:
        in_time(f"from a slider to a first picture of {ahead}", begun, 1, 5)
    page.wait_for_selector("#picture [data-stage=whole]:not([data-old])", timeout=FORECAST_MS)
    if ahead:
        in_time(f"from a slider to the refined picture of {ahead}", begun, 5, 15)


def what_ifs(browser, desk, faults):
    """Sliders are moved by keyboard alone and by mouse; what they do is seen, kept, and given to somebody else."""
    page = fresh(browser)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" and "Failed to load" not in line.text else None)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Mo Manager")
    tried("move a slider and see what it does")
    keys.follow("Forecasts")
    keys.select("Look ahead", "three months")
    keys.fill("Referrals", "-20")
    page.wait_for_selector("#picture [data-stage=first]", timeout=FORECAST_MS)
    page.wait_for_selector("#picture [data-stage=whole]", timeout=FORECAST_MS)
    shown(page, "What-if A")
    assert page.locator("#picture canvas").count() > 4
    assert "20 runs of each" in page.inner_text("#picture")
    tried("read the numbers of a chart")
    keys.reach(page.locator("#picture details.table summary"))
    page.keyboard.press("Enter")
    assert page.locator("#picture details.table[open] table").first.is_visible()
    tried("be told beside the slider that it does not go so far")
    keys.fill("Referrals", "-70")
    page.wait_for_selector("#picture [data-fault]")
    assert "-50 to 50" in page.locator(".desk-slider .nhsuk-error-message").first.inner_text()
    follows(page, lambda: keys.fill("Referrals", "-25"), "three months")
    tried("see a year ahead, as the page begins")
    follows(page, lambda: keys.select("Look ahead", "a year"))
    follows(page, lambda: keys.fill("Referrals", "-10"), "a year")
    follows(page, lambda: keys.select("Look ahead", "three months"))
    hand = Mouse(page)
    tried = Tried(hand)
    tried("lay another beside it")
    hand.follow("Another beside it")
    page.locator(".desk-sliders__group summary", has_text="Mid Essex").click()
    page.locator("[name='b.mid-essex.posts.1']").fill("14")
    page.locator("[name='b.name']").fill("Four more")
    page.wait_for_selector("#picture [data-stage=whole]", timeout=FORECAST_MS)
    page.locator("#said", has_text="Four more").wait_for(state="attached", timeout=FORECAST_MS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += found(page, "what-if", width)
        picture(page, "what-if", width)
    page.set_viewport_size({"width": 320, "height": 800})
    # Charts take the new width a moment later.
    page.wait_for_timeout(500)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("what-if: wider than 320 pixels")
    page.set_viewport_size({"width": 1280, "height": 900})
    tried("keep it under a name")
    page.locator("#name").fill("Fewer, or four more")
    hand.press("Keep it")
    shown(page, "is kept")
    tried("be told that the name is taken")
    page.locator("#name").fill("fewer, or FOUR more")
    hand.press("Keep it")
    shown(page, "choose another name")
    other = fresh(browser)
    tried("see what somebody else kept")
    go(other, desk.address + "/sign-in")
    Mouse(other).fill("Name", "Cora Commissioner")
    Mouse(other).fill("Password", PASSWORD)
    Mouse(other).press("Sign in")
    go(other, desk.address + "/forecast")
    Mouse(other).follow("Fewer, or four more")
    other.wait_for_selector("#picture [data-stage=whole]", timeout=FORECAST_MS)
    assert "Four more" in other.inner_text("#picture")
    other.context.close()
    page.context.close()
    assert not said, said


def sets_up(browser, desk, faults):
    """A manager looks at the list and at caseloads, and describes a service by answers, by keyboard alone."""
    page = fresh(browser)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Mo Manager")
    tried("see who waits, and of them those of one team")
    keys.follow("Waiting lists")
    keys.follow("Waits now")
    shown(page, "Who has waited longest")
    keys.select("Team", "Mid Essex")
    keys.press("Show")
    assert "team=Mid" in page.url
    tried("see who is near a cap")
    keys.follow("Staff and rooms")
    keys.follow("Caseloads")
    shown(page, "Hours booked of those that may be")
    keys.select("Team", "Mid Essex")
    keys.press("Show")
    shown(page, "who is nearest to a cap first")
    assert "team=Mid" in page.url
    keys.follow("Forecasts")
    keys.follow("Set up")
    tried("be told beside a question what may be answered")
    keys.fill("What is the service called?", "Ebb and Flow")
    keys.fill("Referrals a week", "none")
    keys.press("Make the scenario")
    shown(page, "There is a problem")
    assert "1 to 2,000 referrals" in page.locator("#referrals-error").inner_text()
    tried("have a list answer the last questions")
    states = ["waiting-treatment"] * 24 + ["in-treatment"] * 7
    rows = "".join(f"Invented {place},{2 + place % 2},2026-11-0{1 + place % 9},{state}\n"
                   for place, state in enumerate(states))
    page.get_by_label("A list of who waits").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": ("name,step,referred-on,state\n" + rows).encode()})
    keys.press("Read the list")
    shown(page, "The list is read")
    assert page.locator("#waiting-low").input_value() == "12", page.locator("#waiting-low").input_value()
    assert page.locator("#in-treatment").input_value() == "7", page.locator("#in-treatment").input_value()
    shown(page, "12 for step 2, 12 for step 3, 7 in treatment")
    assert "Invented 3" not in page.inner_text("main")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += found(page, "set-up-list", width)
        picture(page, "set-up-list", width)
    page.set_viewport_size({"width": 1280, "height": 900})
    tried("make a scenario by answers")
    for name, value in (("Referrals a week", "40"), ("PWPs", "4"), ("High-intensity therapists", "6"),
                        ("Wait for a first appointment", "60")):
        keys.fill(name, value)
    keys.press("Make the scenario")
    shown(page, "is kept")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += found(page, "set-up-made", width)
        picture(page, "set-up-made", width)
    page.set_viewport_size({"width": 1280, "height": 900})
    tried("see which answers matter most")
    page.set_default_timeout(FORECAST_MS)
    page.goto(page.url.split("?")[0] + "?matters=1", timeout=FORECAST_MS)
    shown(page, "What a tenth more of each answer does")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += found(page, "set-up-matters", width)
        picture(page, "set-up-matters", width)
    page.set_viewport_size({"width": 320, "height": 800})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("set-up-matters: wider than 320 pixels")
    page.set_viewport_size({"width": 1280, "height": 900})
    tried("try changes of it out")
    keys.follow("Try changes of it out")
    shown(page, "The whole service|Ebb and Flow")
    page.context.close()


# Twenty answers of a made-up service.
ANSWERS = {
    "title": "Ebb Valley", "population": "250000", "referrals": "110", "pwp": "9", "senior-pwp": "2", "trainee-pwp": "3",
    "hit": "14", "senior-hit": "3", "trainee-hit": "2", "wte": "85", "hours": "19", "high-share": "38",
    "low-sessions": "5.5", "high-sessions": "9", "missed": "11", "waiting-first": "240", "waiting-first-days": "21",
    "waiting-low": "90", "waiting-high": "310", "in-treatment": "620",
}


def sets_up_slowly(browser, desk):
    """All twenty questions answered by keyboard by a slow reader, as far as a forecast of them: within ten minutes."""
    page = fresh(browser)
    page.set_default_timeout(FORECAST_MS)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Mo Manager")
    keys.follow("Forecasts")
    keys.follow("Set up")
    tried("answer all twenty questions, and see a forecast of them")
    reader = SlowReader(keys)
    reader.reads()
    asked = page.locator("main form input:not([type=hidden]):not([type=file])").count()
    assert asked == len(ANSWERS), f"{asked} questions"
    for name, value in ANSWERS.items():
        reader.types(page.locator(f"main #{name}"), value)
    reader.uses(lambda: keys.press("Make the scenario"))
    shown(page, "is kept")
    reader.reads()
    reader.uses(lambda: keys.follow("Try changes of it out"))
    reader.reads()
    reader.types(page.get_by_label("Referrals").first, "-20")
    reader.uses(lambda: page.wait_for_selector("#picture [data-stage=first]", timeout=FORECAST_MS))
    said = page.locator("#picture [data-said]").get_attribute("data-said")
    assert said, "the forecast says nothing"
    counts[f"tenths of a minute from the first question to a forecast, read slowly ({reader.words} words, "
           f"{reader.characters} characters, {reader.controls} controls)"] = round(10 * reader.minutes)
    # What the server takes is in the figure, and not in the bound: others work on the machine too.
    own = reader.minutes - reader.waited / 60
    assert own < 10, f"{own:.1f} minutes to a forecast, and {reader.waited:.0f} s of waiting"
    page.context.close()


# Plans and fits of a debug build are waited for too.
BACKGROUND_MS = 1_800_000


# Pixels of a page of which pictures show as much: what comes behind is more of the same.
SHOWN = {1280: 2400, 390: 3600}


def picture(page, name, width):
    """Keeps a picture of a page from its top on."""
    if not FOLDER:
        return
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)
    height = min(page.evaluate("document.documentElement.scrollHeight"), SHOWN[width])
    page.screenshot(path=f"{FOLDER}/{name}-{width}.png", full_page=True,
                    clip={"x": 0, "y": 0, "width": width, "height": height})


def kept(page, name, faults):
    """A page at both widths: what axe finds, whether it fits, and a picture of it."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(400)
        faults += found(page, name, width)
        picture(page, name, width)
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_timeout(400)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{name}: wider than 320 pixels")
    page.set_viewport_size({"width": 1280, "height": 900})


def plans(browser, desk, faults):
    """A plan is asked for by keyboard alone, left, found again by somebody else, stopped by a restart, and goes on."""
    page = fresh(browser)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" and "Failed to load" not in line.text else None)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Mo Manager")
    tried("ask for a plan")
    keys.follow("Forecasts")
    keys.follow("Plans")
    keys.press("Plan it")
    kept(page, "new-plan", faults)
    keys.fill("Name of the plan", "Seen sooner in Mid Essex")
    keys.reach(page.locator("[name='t1.team']"))
    page.keyboard.type("Mid Essex")
    keys.reach(page.locator("[name='v1.what']"))
    page.keyboard.type("PWP, in Mid Essex")
    keys.reach(page.locator("[name='v1.least']"))
    page.keyboard.type("0")
    keys.reach(page.locator("[name='v1.most']"))
    page.keyboard.type("6")
    tried("be told beside the control that there is no budget of nothing")
    keys.fill("Runs of the service", "0")
    keys.press("Find the plan")
    shown(page, "Enter how many runs from 100")
    kept(page, "new-plan-with-faults", faults)
    keys.fill("Runs of the service", "200")
    keys.press("Find the plan")
    page.wait_for_selector("[data-progress]")
    address = page.url
    page.wait_for_selector("progress[value]", timeout=BACKGROUND_MS)
    kept(page, "plan-in-progress", faults)
    tried("leave it, and have it stopped by a restart")
    keys.follow("Today")
    desk.kill()
    desk.start()
    other = fresh(browser)
    hand = Mouse(other)
    sign_in(hand, desk, "Cora Commissioner")
    tried = Tried(hand)
    tried("find somebody else's plan again")
    hand.follow("Forecasts")
    hand.follow("Plans")
    hand.follow("Seen sooner in Mid Essex")
    shown(other, "stopped by a restart|Searching|Preparing|What does it take|Can it be reached")
    assert other.get_by_role("button", name="Go on").count() == 0, "only who asked goes on with it"
    other.context.close()
    hand = Mouse(page)
    tried = Tried(hand)
    tried("go on with a plan after a restart")
    go(page, address)
    if page.get_by_role("button", name="Go on").count():
        kept(page, "plan-stopped", faults)
        hand.press("Go on")
    page.wait_for_selector(".report-parts", timeout=BACKGROUND_MS)
    page.wait_for_selector(".report-parts.scripted")
    shown(page, "Is it kept|Can it be reached")
    kept(page, "plan", faults)
    tried("take a plan away")
    with page.expect_download() as download:
        page.get_by_role("link", name="Targets, as a spreadsheet").click()
    text = pathlib.Path(download.value.path()).read_text()
    assert "first-appointment-within-28-days" in text.splitlines()[1], text[:300]
    go(page, desk.address + "/plans")
    kept(page, "plans", faults)
    page.context.close()
    assert not said, said


def providers(browser, desk, faults):
    """A provider is found by name, fitted, and tried out."""
    page = fresh(browser)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Cora Commissioner")
    tried("find a provider by a part of its name")
    keys.follow("Forecasts")
    keys.follow("Providers")
    page.wait_for_timeout(500)
    for _ in range(100):
        if page.get_by_label("Name or code").count():
            break
        page.reload()
        page.wait_for_timeout(500)
    kept(page, "providers", faults)
    keys.fill("Name or code", "hill")
    keys.press("Find")
    page.locator("table.desk-table a").first.click()
    page.wait_for_selector(".report-parts.scripted")
    shown(page, "What was published")
    kept(page, "provider", faults)
    tried("have it fitted and forecast")
    keys.press("Fit and forecast it")
    page.wait_for_selector(".report-parts", timeout=BACKGROUND_MS)
    page.wait_for_selector(".report-parts.scripted")
    shown(page, "How near does it come")
    shown(page, "Its forecast")
    kept(page, "fit", faults)
    tried("try changes of it")
    keys.follow("Try changes of it")
    shown(page, "Move something")
    page.context.close()


def commissions(browser, desk, faults):
    """Whoever buys the service reads how it stands, takes the figures, and is refused what does not hold."""
    page = fresh(browser)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" and "Failed to load" not in line.text else None)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Cora Commissioner")
    tried("read how the service stands")
    keys.reach(page.get_by_role("link", name="Commissioning"))
    begun = time.monotonic()
    page.keyboard.press("Enter")
    page.wait_for_selector(".report-parts.scripted", timeout=BACKGROUND_MS)
    in_time("to a commissioner's first picture of a year", begun, 5, 20)
    shown(page, "A first look: 2 runs")
    page.wait_for_selector("[data-progress]", state="detached", timeout=BACKGROUND_MS)
    in_time("to a commissioner's refined picture of a year", begun, 15, 60)
    page.wait_for_selector(".report-parts.scripted")
    shown(page, "20 runs of the next 52 weeks")
    shown(page, "Which standards are kept")
    shown(page, "What does it cost")
    shown(page, "Who is reached")
    kept(page, "commissioning", faults)
    tried("take its figures away")
    with page.expect_download() as download:
        page.get_by_role("link", name="as a spreadsheet").first.click()
    text = pathlib.Path(download.value.path()).read_text()
    assert "cost-per-recovery" in text and "ethnicity" in text, text[:300]
    tried("be told beside the control what may not stand side by side")
    keys.reach(page.locator("[name='beside']"))
    page.keyboard.type("River")
    keys.press("Show it")
    shown(page, "side by side only where the fits of both hold")
    kept(page, "commissioning-refused", faults)
    page.context.close()
    assert not said, said


def look_at_kept(page, name, faults):
    """The page of a kept forecast at all widths."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(500)
        faults += found(page, name, width)
        picture(page, name, width)
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_timeout(500)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{name}: wider than 320 pixels")
    page.set_viewport_size({"width": 1280, "height": 900})


def keeps_forecasts(browser, desk, faults):
    """A forecast is kept by keyboard alone; what is wrong is said beside it, and there is nothing to lay over it yet."""
    page = fresh(browser)
    page.set_default_timeout(FORECAST_MS)
    keys = Keyboard(page)
    tried = Tried(keys)
    sign_in(keys, desk, "Mo Manager")
    tried("keep a forecast")
    keys.follow("Forecasts")
    keys.follow("Keep the forecast, to see whether it comes true")
    keys.select("Look ahead", "three months")
    keys.fill("Name", "Autumn")
    keys.press("Forecast it and keep it")
    shown(page, "is kept|There is nothing to lay over it yet")
    page.wait_for_selector(".report-parts.scripted")
    drawn = page.locator(".report-parts canvas").count()
    assert drawn >= 4, f"{drawn} charts"
    look_at_kept(page, "kept-forecast-new", faults)
    tried("read the numbers of what it said")
    keys.reach(page.locator("details.table summary").first)
    page.keyboard.press("Enter")
    assert page.locator("details.table[open] table").first.is_visible()
    tried("be told that the name is taken")
    keys.follow("Kept forecasts")
    keys.fill("Name", "autumn")
    keys.press("Forecast it and keep it")
    shown(page, "There is a problem")
    assert "is kept already, by Mo Manager" in page.locator("#name-error").inner_text()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += found(page, "kept-forecasts", width)
        picture(page, "kept-forecasts", width)
    page.context.close()


def what_came(browser, desk, faults):
    """Ten weeks later what happened is laid over the forecast, and its files say the same."""
    again(desk, "2027-02-03T09:00")
    page = fresh(browser)
    page.set_default_timeout(FORECAST_MS)
    hand = Mouse(page)
    tried = Tried(hand)
    sign_in(hand, desk, "Cora Commissioner")
    tried("see what came of a forecast")
    go(page, desk.address + "/kept")
    hand.follow("Autumn")
    shown(page, "How right it was")
    assert "lay within the 90% range" in page.inner_text("main")
    look_at_kept(page, "kept-forecast", faults)
    with page.expect_download() as taken:
        page.get_by_role("link", name="What came of each week and month, as a spreadsheet").click()
    assert pathlib.Path(taken.value.path()).read_text().startswith("forecast,measure,team,span,first_day")
    tried("look at one team")
    hand.select("Team", "Mid Essex")
    hand.press("Show")
    shown(page, "How right it was|Nothing is known yet of this team")
    page.context.close()


PAGES = [
    ("sign-in", "/sign-in"), ("today", "/"), ("waiting", "/waiting"), ("find", "/find"),
    ("person", "/people/{waiting}"), ("person-in-treatment", "/people/{treated}"),
    ("offer", "/people/{waiting}/offer"), ("tasks", "/tasks"), ("calls", "/calls"), ("messages", "/messages"),
    ("diaries", "/diaries"), ("diary", "/diaries/35"), ("groups", "/groups"), ("staff", "/staff"),
    ("proposal", "/proposal/0"), ("account", "/account"), ("refer", "/do/refer"), ("discharge", "/people/{waiting}/do/discharge"),
    ("change-person", "/people/{waiting}/do/change-person"), ("absence", "/clinicians/35/do/absence"),
    ("diary-month", "/diaries/35?view=month"), ("diary-day", "/diaries/35?view=day"), ("team-day", "/teams/0/diary"),
    ("room-week", "/rooms/1"), ("move", "/appointments/{booked}/move"),
    ("add-room", "/do/add-room"), ("open-group", "/do/open-group"), ("hours", "/clinicians/35/do/hours"),
    ("details", "/clinicians/35/do/details"), ("assessment-week", "/do/assessment-week"), ("allocate", "/do/allocate"),
    ("backfill", "/do/backfill"), ("import", "/import"), ("correct-seat", "/people/{treated}/do/correct-seat"),
    ("no-such-page", "/nothing"), ("no-such-person", "/people/999999"), ("waits", "/waits"), ("privacy", "/privacy"),
    ("accessibility", "/accessibility"), ("waits-now", "/waits-now"), ("caseloads", "/caseloads"), ("set-up", "/set-up"),
    ("what-if-today", "/forecast?scenario=today"),
]


# Pages of which a picture shows more than a window.
LONG = ("waits-now", "caseloads", "set-up", "what-if-today")
# How many lines the links at the head of a page take.
NAVIGATION = "new Set([...document.querySelectorAll('header nav li')].map(item => item.offsetTop)).size"


def look(browser, desk, folder):
    """What axe finds on each page at both widths, and whether anything is cut off; with a picture of each."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" and "Failed to load" not in line.text else None)
    sign_in(Mouse(page), desk, "Mo Manager")
    known = {"waiting": bookable(page, desk, 50)}
    go(page, desk.address + "/diaries/35")
    known["treated"] = re.search(r"/appointments/(\d+)", page.content()).group(1)
    go(page, f"{desk.address}/appointments/{known['treated']}")
    known["treated"] = re.search(r"/people/(\d+)", page.content()).group(1)
    go(page, desk.address + "/diaries/35?from=2026-12-07")
    known["booked"] = page.locator("li[data-moves]").first.get_attribute("data-moves")
    faults = []
    for name, path in PAGES:
        go(page, desk.address + path.format(**known))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += found(page, name, width)
            if width == 1280:
                lines = page.evaluate(NAVIGATION)
                faults += [f"{name}: the navigation takes {lines} lines"] if lines > 1 else []
            if name in LONG:
                picture(page, name, width)
            elif folder:
                page.screenshot(path=f"{folder}/{name}-{width}.png")
        page.set_viewport_size({"width": 320, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{name}: wider than 320 pixels")
    for name, sought in (("found", "invented person 12"), ("found-nobody", "nobody at all")):
        page.set_viewport_size({"width": 1280, "height": 900})
        go(page, desk.address + "/find")
        Mouse(page).fill("Name, NHS number", sought)
        Mouse(page).press("Find")
        faults += found(page, name, 1280)
        if folder:
            page.screenshot(path=f"{folder}/{name}-1280.png")
    # A form with faults, a time that is held, and what is said when it is booked.
    go(page, f"{desk.address}/people/{known['waiting']}/do/put-on-hold")
    Mouse(page).press("Keep this")
    faults += found(page, "form-with-faults", 1280)
    assert page.evaluate("document.activeElement.id") == "error-summary"
    go(page, f"{desk.address}/people/{known['waiting']}/offer")
    Mouse(page).press("Hold")
    faults += found(page, "held", 1280)
    if folder:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.screenshot(path=f"{folder}/held-1280.png")
    Mouse(page).press("Book it")
    faults += found(page, "booked", 1280)
    forced = browser.new_context(forced_colors="active", color_scheme="dark")
    dark = forced.new_page()
    sign_in(Mouse(dark), desk, "Mo Manager")
    # The browser puts its own colours in place of ours, and axe reads ours: everything else is looked at.
    faults += [fault for fault in found(dark, "forced-colours", 1280) if "color-contrast" not in fault]
    assert not said, said
    assert not faults, "\n".join(faults)


def found(page, name, width):
    counts["pages that axe looked at"] += 1
    result = Axe().run(page)
    faults = [f"{name} at {width}: {fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in result.response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{name}: wider than the window of {width} pixels")
    faults += [f"{name}: the code '{code}' is shown" for code in codes(page.inner_text("main"))]
    faults += [f"{name}: {fault}" for fault in axes(page)]
    return faults


AXES = (pathlib.Path(__file__).parent / "axes.js").read_text()


def axes(page):
    """Charts whose axis of a count or a share goes below nothing."""
    read = page.evaluate(AXES)
    counts["axes of charts"] = counts.get("axes of charts", 0) + len(read)
    return [f"the axis of '{axis['title']}' ({axis['kind']}) begins at {axis['least']}" for axis in read
            if axis["isBelow"]]


def codes(text):
    """What is no word of a clerk's: names with hyphens or underlines, options, days as tables write them."""
    text = re.sub(r"\S+@\S+|(?:/[\w-]+){2,}|[\w-]{30,}|\b[0-9A-Z]{5}-[0-9A-Z]{5}\b", " ", text)
    joined = [word for word in re.findall(r"\w+(?:[-_]\w+)+", text) if word.lower() not in WORDS
        and not re.fullmatch(r"[a-z]+-\d", word)]  # `0.3 weeks` and, in the next row, `-1 PWP`
    return joined + re.findall(r"--[a-z]+|\b(?:pwp|hit|cbt|dit|ipt|emdr|gp)\b", text)


def fresh(browser):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(10_000)
    return page


def main():
    folder = FOLDER
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        desk = Desk(place + "/desk", ("--published", national.write(place)))
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            for hand, name, offset in ((Mouse, "Mo Manager", 0), (Keyboard, "Sam Scheduler", 10)):
                day(hand(fresh(browser)), desk, name, offset)
            what_goes_wrong(browser, desk)
            seen = []
            refers_themselves(browser, desk, seen)
            imports(browser, desk, seen)
            searches(browser, desk, seen)
            diaries(browser, desk, seen)
            assert not seen, "\n".join(seen)
            what_ifs(browser, desk, seen)
            sets_up(browser, desk, seen)
            sets_up_slowly(browser, desk)
            assert not seen, "\n".join(seen)
            keeps_forecasts(browser, desk, seen)
            assert not seen, "\n".join(seen)
            plans(browser, desk, seen)
            assert not seen, "\n".join(seen)
            providers(browser, desk, seen)
            assert not seen, "\n".join(seen)
            commissions(browser, desk, seen)
            assert not seen, "\n".join(seen)
            look(browser, desk, folder)
            groups(browser, desk, seen)
            assert not seen, "\n".join(seen)
            what_came(browser, desk, seen)
            assert not seen, "\n".join(seen)
        except BaseException:
            desk.kill()
            raise
        browser.close()
        status = desk.stop()
        assert status == 0, f"the server ended with {status}"
        assert desk.verify() == "Nothing differs.", desk.verify()
    print("check-web: " + ", ".join(f"{number} {what}" for what, number in counts.items()) + "; nothing differs")


main()
