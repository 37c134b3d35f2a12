"""A desk to try in a browser: the server as its users start it, and its users."""

import base64
import datetime
import functools
import hashlib
import hmac
import html
import http.client
import http.cookiejar
import os
import pathlib
import re
import signal
import struct
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STEPCARE = os.environ.get("STEPCARE") or str(ROOT / ".build/release/stepcare")
PASSWORD = "three plain words"


class Desk:
    """A server on a folder of its own, at a free port of this machine."""

    # Whom the first administrator adds.
    people = [("Sam Scheduler", "scheduler"), ("Sue Scheduler", "scheduler"), ("Mo Manager", "manager"),
              ("Cora Commissioner", "commissioner"), ("Clio Clinician", "clinician")]

    # Whether a service of a known week is made before the server starts. A server that makes one itself begins with the
    # week that it is, and every week has other people: what is asked of them here would pass in one and not in another.
    founds = True

    def __init__(self, folder, arguments=()):
        self.folder = folder
        self.arguments = arguments
        self.port = 0
        if self.founds and not os.path.exists(folder + "/service.db"):
            self.found()
        self.start()

    def found(self):
        """The service to try things out, on its first morning whatever day it is."""
        os.makedirs(self.folder, exist_ok=True)
        scenario = str(ROOT / "Scenarios/north-essex.yaml")
        subprocess.run([STEPCARE, "service", "init", scenario, self.folder + "/service.db"], check=True,
                       stdout=subprocess.DEVNULL)
        ahead = datetime.datetime(2026, 11, 23, 9) - datetime.datetime.now()
        minutes = round(ahead.total_seconds() / 60)
        pathlib.Path(self.folder + "/clock-ahead-minutes.txt").write_text(f"{minutes}\n")

    def start(self):
        self.log = open(self.folder + ".log", "ab")
        self.process = subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://[0-9.]+:(\d+)", line)
        if not found:
            raise SystemExit(f"the server did not start: {line} {open(self.folder + '.log').read()[-2000:]}")
        self.port = int(found.group(1))
        self.address = found.group(0)
        if not hasattr(self, "users"):
            self.users = {}
            self.invite(self.process.stdout.readline())

    def command(self):
        """How the server is started."""
        return [STEPCARE, "serve", self.folder, "--port", str(self.port), *self.arguments]

    def verification(self, user):
        """How its database is verified."""
        return [STEPCARE, "service", "verify", self.folder + "/service.db", "--user", str(user)]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)

    def verify(self):
        done = subprocess.run(self.verification(self.users["Mo Manager"]), text=True, capture_output=True)
        return done.stdout.strip().splitlines()[-1] if done.returncode == 0 else done.stdout + done.stderr

    # The first administrator, who adds the others.

    def invite(self, line):
        link = re.search(r"/welcome/\S+", line).group(0)
        administrator = Client(self.address)
        administrator.post(link, password=PASSWORD, again=PASSWORD)
        page = administrator.post("/sign-in", name="Administrator", password=PASSWORD)
        key = re.search(r"Key</dt><dd[^>]*>([A-Z2-7 ]+)<", page).group(1)
        page = administrator.post("/codes", code=code(key))
        assert "Today" in page, page
        for name, role in self.people:
            administrator.get("/do/add-user")
            administrator.post("/do/add-user", once=f"add {name}", name=name, role=role)
            number = len(self.users) + 2
            page = administrator.post(f"/users/{number}/invite")
            Client(self.address).post(re.search(r"/welcome/[\w-]+", page).group(0), password=PASSWORD, again=PASSWORD)
            self.users[name] = number
        self.administrator = administrator


class FromAddress(urllib.request.HTTPHandler):
    """Asks from an address of this machine's own, as another computer would."""

    def __init__(self, address):
        super().__init__()
        self.address = address

    def http_open(self, request):
        return self.do_open(functools.partial(http.client.HTTPConnection, source_address=(self.address, 0)), request)


class Client:
    """A browser without scripts: cookies, and forms with the secret of the page before."""

    def __init__(self, address, source="127.0.0.1"):
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), FromAddress(source))
        self.form = ""
        self.status = 0

    def get(self, path):
        return self.open(urllib.request.Request(self.address + path))

    def post(self, path, **fields):
        fields.setdefault("form", self.form)
        body = urllib.parse.urlencode(fields, doseq=True).encode()
        return self.open(urllib.request.Request(self.address + path, body))

    def open(self, request):
        try:
            answer = self.opener.open(request)
        except urllib.error.HTTPError as error:
            answer = error
        self.status = answer.status
        text = answer.read().decode()
        found = re.search(r'name="form" value="([^"]+)"', text)
        if found:
            self.form = found.group(1)
        return text

    def press(self, page, words):
        """Sends the first form of a page whose button says so, as it stands."""
        for action, inside in re.findall(r'<form action="([^"]+)" method="post"[^>]*>(.*?)</form>', page, re.S):
            if re.search(rf"<button[^>]*>{words}", inside):
                hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', inside)
                return self.post(html.unescape(action), **{name: html.unescape(value) for name, value in hidden})
        raise AssertionError(f"no button '{words}' on:\n{page[:3000]}")

    def sign_in(self, name):
        return self.post("/sign-in", name=name, password=PASSWORD)

    def cookie(self):
        return next(cookie.value for cookie in self.jar if cookie.name == "stepcare")


def code(key):
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
