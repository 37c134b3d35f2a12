"""Requests that are slow, or without end, or never made: each is bounded in size and in time, and meanwhile others are
answered. The server waits two seconds here, for what it waits a minute for as it is."""

import concurrent.futures
import itertools
import os
import pathlib
import re
import resource
import socket
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STEPCARE = os.environ.get("STEPCARE") or str(ROOT / ".build/release/stepcare")
PATIENCE = 2
# For a machine that does other things too.
SLACK = 3
# Connections that the last server has room for.
ROOM = 44
HEAD = b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"


class Server:
    def __init__(self, folder, *more, most_files=None):
        def limit():
            if most_files:
                resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))

        self.log = open(f"{folder}.log", "wb")
        self.process = subprocess.Popen(
            [STEPCARE, "serve", folder, "--scenario", str(ROOT / "Scenarios/north-essex.yaml"), "--port", "0", "--patience",
             str(PATIENCE), *more], stdout=subprocess.PIPE, stderr=self.log, text=True, preexec_fn=limit)
        line = self.process.stdout.readline()
        found = re.search(r"https?://127\.0\.0\.1:(\d+)", line)
        assert found, f"the server did not start: {line} {pathlib.Path(self.log.name).read_text()[-2000:]}"
        self.port = int(found.group(1))

    def connect(self, receive_bytes=None):
        connection = socket.socket()
        if receive_bytes:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        connection.settimeout(30)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def health(self):
        """Seconds until it says that it is well."""
        begun = time.monotonic()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=30) as answer:
            assert answer.read() == b"well\n"
        return time.monotonic() - begun

    def resident(self):
        """Memory that it holds, in MB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024

    def files(self):
        """Files and connections that it has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self):
        self.process.terminate()
        status = self.process.wait(timeout=60)
        assert status == 0, f"the server ended with {status}"


def answer(connection):
    """What comes until the other side closes; and whether that was by force."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


def status(text):
    return int(text.split(b" ", 2)[1]) if text.startswith(b"HTTP/1.1 ") else None


def send(connection, pieces, pause=0.0):
    """Sends until the other side takes no more: bytes that it took, and seconds that it took them for."""
    begun, taken = time.monotonic(), 0
    try:
        for piece in pieces:
            connection.sendall(piece)
            taken += len(piece)
            if time.monotonic() - begun > 30:
                raise SystemExit(f"check-requests: {taken} bytes were taken in 30 seconds, and no end")
            time.sleep(pause)
    except ConnectionError:
        pass
    return taken, time.monotonic() - begun


def without_end(piece):
    while True:
        yield piece


def expect_in_time(seconds, what):
    assert seconds < PATIENCE + SLACK, f"{what} was waited for {seconds:.1f} s"


def dripping(server, what, begin, drops):
    """A byte now and then never ends, and never lets a silent connection be one."""
    with server.connect() as connection:
        connection.sendall(begin)
        _, seconds = send(connection, drops, pause=0.1)
        expect_in_time(seconds, what)
        assert answer(connection) == b"", f"{what} was answered"


def dripping_head(server):
    head = b"POST /sign-in HTTP/1.1\r\nX: "
    dripping(server, "a head", b"", itertools.chain((bytes([byte]) for byte in head), without_end(b"x")))


def dripping_body(server):
    dripping(server, "a body", HEAD + b"Content-Length: 60000\r\n\r\n", without_end(b"x"))


def dripping_chunks(server):
    dripping(server, "a body in chunks", HEAD + b"Transfer-Encoding: chunked\r\n\r\n", without_end(b"1\r\nx\r\n"))


def head_without_end(server):
    for what, begin, piece in (("an address", b"GET /", b"a" * 1000), ("one header", b"GET / HTTP/1.1\r\nX: ", b"a" * 1000),
                               ("headers", b"GET / HTTP/1.1\r\n", b"X-Header: " + b"a" * 990 + b"\r\n"),
                               ("small headers", b"GET / HTTP/1.1\r\n", b"A: b\r\n")):
        with server.connect() as connection:
            connection.sendall(begin)
            taken, seconds = send(connection, (piece for _ in range(2000)))
            text = answer(connection)
            # By force, if more was on the way than was read: then the answer may be lost.
            assert status(text) in (400, None), f"{what} without end: {text[:200]}"
            expect_in_time(seconds, f"{what} without end")
    with server.connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * 33_000 + b"\r\n\r\n")
        text = answer(connection)
        assert status(text) == 400, text[:200]


def body_without_end(server):
    refused(server, "a body of 100 MB", b"Content-Length: 104857600\r\n\r\n", b"x" * 65536)


def chunks_without_end(server):
    refused(server, "chunks", b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n")


def refused(server, what, headers, piece):
    """What is too large is refused as soon as that is known; the rest is thrown away for a moment, and then not read."""
    before = server.resident()
    with server.connect() as connection:
        connection.sendall(HEAD + headers)
        if b"chunked" in headers:
            connection.sendall(piece * 2)
        text = connection.recv(65536)
        assert status(text) == 413, f"{what}: {text[:200]}"
        _, seconds = send(connection, without_end(piece))
        expect_in_time(seconds, f"{what}, after it was refused,")
    grown = server.resident() - before
    assert grown < 64, f"{grown:.0f} MB are held after {what} without end"


def answer_unread(server):
    """Whoever asks for more than they read."""
    page = urllib.request.urlopen(f"http://127.0.0.1:{server.port}/sign-in").read().decode()
    style = re.search(r'href="(/assets/nhsuk\.[^"]+)"', page).group(1)
    size = len(urllib.request.urlopen(f"http://127.0.0.1:{server.port}{style}").read())
    asked = 20_000_000 // size
    with server.connect(receive_bytes=4096) as connection:
        connection.sendall(f"GET {style} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * asked)
        time.sleep(PATIENCE + 1.5)
        got = len(answer(connection))
        assert got < asked * size * 0.9, f"{got} bytes were kept for somebody who did not read"


def idle_connections(server, number):
    before = server.resident()
    idle = [server.connect() for _ in range(number)]
    opened = time.monotonic()
    slowest = max(server.health() for _ in range(10))
    grown = server.resident() - before
    assert slowest < 1, f"{slowest:.1f} s to an answer beside {number} idle connections"
    for connection in idle:
        assert answer(connection) == b""
        connection.close()
    expect_in_time(time.monotonic() - opened, "a silent connection")
    assert grown < 100, f"{grown:.0f} MB for {number} idle connections"
    return f"{number} idle connections: {slowest * 1000:.0f} ms to an answer, {grown:.0f} MB"


def certificate(folder):
    """The one that tests of commands have, and its key, as options."""
    text = (ROOT / "Tests/CommandTests/Certificates.swift").read_text()
    for name in ("one.pem", "one-key.pem"):
        lines = re.search(rf'"{name}",\s*"""\n(.*?)\n\s*"""', text, re.S).group(1).splitlines()
        pathlib.Path(folder, name).write_text("".join(line.strip() + "\n" for line in lines))
    return ["--certificate", f"{folder}/one.pem", "--key", f"{folder}/one-key.pem"]


def encrypted(server):
    """Whoever does not come to an agreement on how to encrypt is no better than one who says nothing."""
    with server.connect() as silent, server.connect() as drips:
        drips.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
        _, seconds = send(drips, without_end(b"\x01"), pause=0.1)
        expect_in_time(seconds, "the start of an encrypted connection")
        assert answer(silent) == b""


def more_than_there_is_room_for(server, number):
    """The others wait until one ends; nothing else goes short."""
    before = server.files()
    idle = [server.connect() for _ in range(number)]
    time.sleep(0.5)
    assert 20 < server.files() - before <= ROOM + 2, f"{server.files() - before} more files are open"
    seconds = server.health()
    expect_in_time(seconds, "a place")
    for connection in idle:
        connection.close()
    assert server.health() < 1


TOGETHER = [dripping_head, dripping_body, dripping_chunks, head_without_end, body_without_end, chunks_without_end,
            answer_unread]


def stopping(server):
    """A request that does not end does not keep a server from stopping."""
    with server.connect() as connection:
        connection.sendall(HEAD + b"Content-Length: 60000\r\n\r\nx")
        time.sleep(0.2)
        begun = time.monotonic()
        server.stop()
        expect_in_time(time.monotonic() - begun, "the end of the server")


def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    most = 65_536 if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, most), hard))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        server = Server(place + "/desk")
        try:
            # They wait for the most part, and do not disturb each other.
            with concurrent.futures.ThreadPoolExecutor() as together:
                for done in [together.submit(one, server) for one in TOGETHER]:
                    done.result()
            said = idle_connections(server, min(1000, most - 500))
            assert server.health() < 1
            stopping(server)
            # What is kept for files is not given away.
            server = Server(place + "/small", most_files=256 + ROOM)
            more_than_there_is_room_for(server, 70)
            server.stop()
            server = Server(place + "/encrypted", *certificate(place))
            encrypted(server)
            server.stop()
        finally:
            server.process.kill()
    print(f"check-requests: drips, heads and bodies without end, answers that nobody reads: all bounded; {said}; "
          f"{time.monotonic() - begun:.0f} s")


main()
