"""Two ways to use a page: by mouse, and by keyboard alone. Each finds things by the words that a person reads."""


class Mouse:
    name = "mouse"

    def __init__(self, page):
        self.page = page

    def follow(self, words, exact=False):
        self.page.get_by_role("link", name=words, exact=exact).first.click()
        self.page.wait_for_load_state()

    def press(self, words):
        self.page.get_by_role("button", name=words).first.click()
        self.page.wait_for_load_state()

    def fill(self, label, text):
        self.page.get_by_label(label).first.fill(text)

    def choose(self, words):
        self.page.get_by_text(words, exact=True).first.click()

    def select(self, label, words):
        self.page.get_by_label(label).first.select_option(label=words)


class Keyboard:
    """Tab until one is there, then the key that a reader would press."""

    name = "keyboard"
    FARTHEST = 600

    def __init__(self, page):
        self.page = page

    def reach(self, target):
        """Moves the focus on by Tab until it is on the element."""
        element = target.first.element_handle()
        for _ in range(self.FARTHEST):
            if self.page.evaluate("element => document.activeElement === element", element):
                shadow = self.page.evaluate(
                    "element => { const s = getComputedStyle(element); return s.outlineStyle + s.boxShadow + "
                    "s.backgroundColor }", element)
                assert shadow, "the focus cannot be seen"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def follow(self, words, exact=False):
        self.reach(self.page.get_by_role("link", name=words, exact=exact))
        self.enter()

    def press(self, words):
        self.reach(self.page.get_by_role("button", name=words))
        self.enter()

    def enter(self):
        """Enter, and then the page that follows."""
        before = self.page.evaluate("performance.timeOrigin")
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("before => performance.timeOrigin !== before", arg=before)
        self.page.wait_for_load_state()

    def fill(self, label, text):
        self.reach(self.page.get_by_label(label))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, words):
        """A radio button is one stop for the whole group: the arrows move within it."""
        box = self.page.get_by_label(words, exact=True).first
        if box.get_attribute("type") == "radio":
            name = box.get_attribute("name")
            self.page.evaluate("document.activeElement.blur()")
            for _ in range(self.FARTHEST):
                if self.page.evaluate("name => document.activeElement.name === name", name):
                    break
                self.page.keyboard.press("Tab")
            self.page.keyboard.press("Space")
            for _ in range(20):
                if box.is_checked():
                    return
                self.page.keyboard.press("ArrowDown")
            raise AssertionError(f"the arrows do not reach {words}")
        self.reach(self.page.get_by_label(words, exact=True))
        self.page.keyboard.press("Space")

    def select(self, label, words):
        field = self.page.get_by_label(label)
        self.reach(field)
        self.page.keyboard.press("Home")
        for _ in range(200):
            if field.first.evaluate("field => field.options[field.selectedIndex].text") == words:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {words}")
