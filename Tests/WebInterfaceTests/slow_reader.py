"""How long somebody takes on pages who reads and types slowly: reckoned from what the pages show and take."""

import time

# Of an unhurried reader, and of one who types with two fingers.
WORDS_A_MINUTE = 120
CHARACTERS_A_MINUTE = 100
SECONDS_A_CONTROL = 3

# Words that are to be seen in the main part of a page, without those of lists to choose from.
WORDS = """(() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (element.closest("select, script, style") || !element.checkVisibility()) continue;
    words += (texts.currentNode.textContent.match(/\\S+/g) || []).length;
  }
  return words;
})()"""


class SlowReader:
    """Reads every word of every page, fills in each field, and waits for what the server takes."""

    def __init__(self, keys):
        self.keys = keys
        self.words = self.characters = self.controls = 0
        self.waited = 0.0

    def reads(self):
        self.words += self.keys.page.evaluate(WORDS)

    def types(self, field, text):
        """Reaches a field by keyboard, and types into it."""
        self.keys.reach(field)
        self.keys.page.keyboard.press("Control+A")
        self.keys.page.keyboard.type(text)
        self.controls += 1
        self.characters += len(text)

    def uses(self, act):
        """Uses a control, and waits for what follows."""
        begun = time.monotonic()
        act()
        self.controls += 1
        self.waited += time.monotonic() - begun

    @property
    def minutes(self):
        return (self.words / WORDS_A_MINUTE + self.characters / CHARACTERS_A_MINUTE
                + self.controls * SECONDS_A_CONTROL / 60 + self.waited / 60)
