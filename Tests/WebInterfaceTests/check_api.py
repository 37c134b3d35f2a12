"""Starts the server on a new folder, and asks the interface for machines as other people's software does: the
description is valid OpenAPI, no request that is made of it meets a fault of the server or an answer that the description
does not know (schemathesis), and every answer of FHIR R4 is read by fhir.resources."""

import base64
import hashlib
import hmac
import http.cookiejar
import json
import os
import re
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

SECONDS = int(os.environ.get("STEPCARE_API_SECONDS", "120"))
PASSWORD = "correct horse battery"


def fail(words):
    sys.exit(f"check-api: {words}")


class Browser:
    """As much of a browser as signing in takes."""

    def __init__(self, base):
        self.base = base
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path):
        return self.opener.open(self.base + path, timeout=30).read().decode()

    def post(self, path, fields):
        data = urllib.parse.urlencode(fields, doseq=True).encode()
        return self.opener.open(self.base + path, data, timeout=60).read().decode()


def form_of(page):
    return re.search(r'name="form" value="([^"]*)"', page).group(1)


def code(key):
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000)


def administrator(base, link):
    browser = Browser(base)
    browser.post(urllib.parse.urlparse(link).path, {"password": PASSWORD, "again": PASSWORD})
    page = browser.post("/sign-in", {"name": "administrator", "password": PASSWORD, "then": "/"})
    key = re.search(r"Key</dt><dd[^>]*>([A-Z2-7 ]+)<", page).group(1)
    browser.post("/codes", {"form": form_of(page), "code": code(key)})
    return browser


def token(browser, title, scopes):
    page = browser.post("/machines", {"form": form_of(browser.get("/users")), "title": title, "scope": scopes})
    return re.search(r"Token</dt><dd[^>]*>([\w-]+)<", page).group(1)


def started(program, folder, port):
    server = subprocess.Popen(
        [program, "serve", str(folder / "service"), "--scenario", "Scenarios/north-essex.yaml", "--port", str(port), "--machine-requests",
         "1000000", "--quiet"],
        stdout=subprocess.PIPE, stderr=(folder / "server.log").open("w"), text=True)
    for line in server.stdout:
        found = re.search(r"chooses a password at (\S+)", line)
        if found:
            return server, found.group(1)
    fail("the server did not start:\n" + (folder / "server.log").read_text())


def free_port():
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


def asked(base, path, secret, body=None):
    request = urllib.request.Request(base + path, None if body is None else json.dumps(body).encode())
    request.add_header("Authorization", f"Bearer {secret}")
    request.add_header("Content-Type", "application/json")
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.headers.get_content_type(), json.loads(answer.read())


def made(answer, what):
    status, _, body = answer
    if status != 200:
        fail(f"{what}: {status} {body}")
    return body


def filled(base, secret):
    """Some people who wait, some who are booked."""
    referrals = [
        {"isNow": True, "referral": {"received": "2027-01-01T00:00", "source": "self-web", "team": number % 3,
                                     "scores": {"depression": 9, "anxiety": 8}},
         "identity": {"name": f"Zebedee {chr(65 + number)}", "consents": ["email"]}}
        for number in range(12)]
    received = made(asked(base, "/api/v1/commands/refer-many", secret, {"referrals": referrals}), "refer-many")
    booked = 0
    for person in [entry["person"] for entry in received["receivedAll"]]:
        made(asked(base, "/api/v1/commands/screen", secret, {"person": person}), "screen")
        asked(base, "/api/v1/commands/attempt-contact", secret, {"person": person, "answer": "wants-appointment"})
        status, _, offers = asked(base, f"/api/v1/people/{person}/offers?limit=1", secret)
        if status != 200 or not offers["slots"] or person % 3 == 0:
            continue
        slot = {key: offers["slots"][0][key] for key in ["clinician", "start", "minutes", "room"]
                if key in offers["slots"][0]}
        made(asked(base, "/api/v1/commands/book", secret, {"person": person, "slot": slot}), "book")
        booked += 1
    if booked < 3:
        fail(f"only {booked} people could be booked")


def check_fhir(base, secret):
    """Every answer of FHIR is what fhir.resources takes for R4, and a spoiled one is not."""
    from fhir.resources.R4B import get_fhir_model_class

    def read(path):
        status, kind, body = asked(base, path, secret)
        if kind != "application/fhir+json":
            fail(f"{path} is {kind}")
        try:
            get_fhir_model_class(body["resourceType"]).model_validate(body)
        except ValueError as error:
            fail(f"{path} is no {body['resourceType']}: {error}")
        return status, body

    checked = 0
    for path in ["Patient/1", "Slot/none", "Slot?start=never", "Slot?start=2027"]:
        status, body = read(f"/fhir/{path}")
        if status < 400 or body["resourceType"] != "OperationOutcome":
            fail(f"{path}: {status} {body}")
        checked += 1
    read("/fhir/metadata")
    for kind in ["Schedule", "Slot", "Appointment"]:
        path, found = f"/fhir/{kind}?_count=200", []
        while path and len(found) < 1000:
            status, bundle = read(path)
            if status != 200:
                fail(f"{path}: {status} {bundle}")
            found += bundle.get("entry", [])
            following = [link["url"] for link in bundle["link"] if link["relation"] == "next"]
            path = following[0].removeprefix(base) if following else None
            checked += 1
        if not found:
            fail(f"there is no {kind}")
        if len({entry["fullUrl"] for entry in found}) != len(found):
            fail(f"a {kind} comes twice")
        for entry in found[:20]:
            status, body = read(entry["fullUrl"].removeprefix(base))
            if status != 200 or body != entry["resource"]:
                fail(f"{entry['fullUrl']} is not what was found")
            checked += 1
        spoiled = dict(found[0]["resource"], **({"actor": "x"} if kind == "Schedule" else {"start": "noon"}))
        try:
            get_fhir_model_class(kind).model_validate(spoiled)
        except ValueError:
            continue
        fail(f"nobody objects to a spoiled {kind}")
    return checked


def check_description(base, folder):
    from openapi_spec_validator import validate

    with urllib.request.urlopen(base + "/api/v1/openapi.json", timeout=60) as answer:
        description = json.load(answer)
    validate(description)
    (folder / "openapi.json").write_text(json.dumps(description))
    return sum(len(operations) for operations in description["paths"].values())


def near(value):
    """What is sent, with numbers and times that mean something in the service: requests reach further."""
    if isinstance(value, list):
        return [near(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    value = {key: near(entry) for key, entry in value.items()}
    if value.get("type") == "integer" and value.get("maximum", 0) > 2**30:
        value["minimum"], value["maximum"] = 0, 14
    if value.get("type") == "integer" and value.get("maximum") in [254, 255]:
        value["maximum"] = 3
    today = time.strftime("%Y-%m")
    if "T[0-2]" in value.get("pattern", ""):
        value["pattern"] = f"^{today}-[0-2][0-9]T(09|1[0-6]):[0-5][05]$"
    if value.get("format") == "date":
        del value["format"]
        value["pattern"] = f"^{today}-[0-2][1-9]$"
    return value


def check_requests(base, secret, folder):
    """Requests that are made of the description, good and bad, until the time is over."""
    description = json.loads((folder / "openapi.json").read_text())
    schemas = description["components"]["schemas"]
    schemas.update({name: near(schema) for name, schema in schemas.items() if name.endswith("Sent")})
    for operations in description["paths"].values():
        for operation in operations.values():
            operation.update({part: near(operation[part]) for part in ["parameters", "requestBody"] if part in operation})
    (folder / "near.json").write_text(json.dumps(description))
    return sum(check_requests_of(folder / name, base, secret, folder) for name in ["near.json", "openapi.json"])


def check_requests_of(description, base, secret, folder):
    command = [
        str(Path(sys.executable).parent / "schemathesis"), "run", str(description), "--url", base,
        "--header", f"Authorization: Bearer {secret}", "--phases", "coverage,fuzzing", "--continue-on-failure",
        "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        "--max-examples", os.environ.get("STEPCARE_API_EXAMPLES", "40"), "--generation-deterministic",
        # One worker: Python 3.11 counts the depth of what it parses for all threads together, and stops now and then
        # with "AST constructor recursion depth mismatch" where two parse at once.
        "--no-color", "--workers", "1", "--max-time", str(SECONDS // 2),
        # Whose token it is stays.
        "--exclude-path", "/api/v1/commands/remove-user",
    ]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS * 2)
    log = result.stdout + result.stderr
    (folder / "schemathesis.log").write_text(log)
    if result.returncode != 0:
        fail("schemathesis found:\n" + log[-12000:])
    counts = re.findall(r"(\d+) generated", log)
    return int(counts[-1]) if counts else 0


def main(program):
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port = free_port()
        server, link = started(program, folder, port)
        try:
            base = f"http://127.0.0.1:{port}"
            browser = administrator(base, link)
            secret = token(browser, "check-api", list(range(8)))
            filled(base, secret)
            operations = check_description(base, folder)
            resources = check_fhir(base, secret)
            requests = check_requests(base, secret, folder)
            if requests < 500:
                fail(f"only {requests} requests were made")
            if server.poll() is not None:
                fail(f"the server ended with {server.returncode}")
            check_fhir(base, secret)
        finally:
            server.terminate()
            server.wait(timeout=30)
        unexpected = [line for line in (folder / "server.log").read_text().splitlines() if " error " in line]
        if unexpected:
            fail("the server's log has errors:\n" + "\n".join(unexpected[:20]))
    print(f"check-api: {operations} operations, {resources} answers of FHIR R4 and {requests} requests that were made "
          "of the description are as they should be")


if __name__ == "__main__":
    main(sys.argv[1])
