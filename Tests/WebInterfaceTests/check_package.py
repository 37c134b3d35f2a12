"""The Debian package, as a server gets it: what is in it, and what it does when it is installed in a fresh Debian, started
as its own user, booked with in the pages, made newer, removed and purged."""

import filecmp
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time

from debian_tree import ENVIRONMENT, Tree, hindrance, said
from desk import ROOT, Client, Desk

STATE = "var/lib/stepcare"
SETTINGS = "etc/stepcare/serve.conf"
UNIT = "usr/lib/systemd/system/stepcare.service"
begun = time.monotonic()


def tell(words):
    print(f"check-package: {time.monotonic() - begun:5.1f} s  {words}", flush=True)


# MARK: What is in it


def made(folder):
    return pathlib.Path(said(ROOT / ".ci/package", folder, cwd=ROOT).strip())


class Again(threading.Thread):
    """The package a second time, while something else is waited for."""

    def __init__(self, package, folder):
        super().__init__(daemon=True)
        (self.package, self.folder, self.is_same) = (package, folder / "again", None)
        self.start()

    def run(self):
        self.is_same = filecmp.cmp(self.package, made(self.folder), shallow=False)

    def expect_same(self):
        self.join()
        assert self.is_same, "the same build came to two packages that differ"


def look_at_words(package, folder):
    field = {name: said("dpkg-deb", "--field", package, name).strip()
             for name in ("Package", "Version", "Architecture", "Depends", "Installed-Size")}
    version = said(os.environ.get("STEPCARE", ROOT / ".build/release/stepcare"), "--version").strip()
    assert package.name == f"stepcare_{version}_{field['Architecture']}.deb", package.name
    assert field["Package"] == "stepcare" and field["Version"] == version, field
    depends = re.split(r",\s*", re.sub(r"\s*\([^)]*\)", "", field["Depends"]))
    for wanted in ("libc6", "libglpk40", "libgsl27", "libsodium23", "libsqlite3-0", "zlib1g", "adduser", "tzdata"):
        assert any(name.rstrip("0123456789") == wanted.rstrip("0123456789") for name in depends), (wanted, depends)
    said("dpkg-deb", "--control", package, folder / "control")
    said("dpkg-deb", "--extract", package, folder / "files")
    words = [*(folder / "control").iterdir(), *(folder / "files" / name for name in (UNIT, SETTINGS))]
    for file in words:
        text = file.read_text()
        for place in (str(ROOT), "/opt/", "/home/", "/root", "/tmp"):
            assert place not in text, f"{file.name} names {place}, which is of the machine that made it"
    for script in ("postinst", "prerm", "postrm"):
        said("sh", "-n", folder / "control" / script)
    assert (folder / "control/conffiles").read_text() == f"/{SETTINGS}\n"
    said("md5sum", "--check", "--quiet", folder / "control/md5sums", cwd=folder / "files")
    return field


def look_at_files(package, folder):
    programs = 0
    for line in said("dpkg-deb", "--contents", package).splitlines():
        mode, owner, _, _, _, name = line.split(None, 5)
        assert owner == "root/root", line
        if mode[0] == "l":
            assert name == "./usr/bin/stepcare -> ../lib/stepcare/stepcare", line
        elif mode[0] == "d":
            assert mode == "drwxr-xr-x", line
        else:
            programs += mode == "-rwxr-xr-x"
            assert mode == "-rw-r--r--" or name == "./usr/lib/stepcare/stepcare", line
    assert programs == 1
    program = folder / "files/usr/lib/stepcare/stepcare"
    path = re.findall(r"R(?:UN)?PATH.*\[(.*)\]", said("readelf", "--dynamic", program))
    assert path == ["$ORIGIN"], f"the program looks for libraries in {path}"
    assert not re.search(r"\.debug_info|\.symtab", said("readelf", "--sections", "--wide", program)), "not stripped"


def look_at_unit(folder):
    """How shut in the service is, by systemd's own measure: from 0, nothing open, to 10."""
    if not shutil.which("systemd-analyze"):
        return "exposure not measured: no systemd-analyze here"
    unit = folder / "files" / UNIT
    # The unit names a program and a file that are not on this machine.
    told = said("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=15", unit)
    return "exposure " + re.search(r"Overall exposure level for stepcare.service: (\S+)", told).group(1)


def look_with_lintian(package):
    if not shutil.which("lintian"):
        return
    # Libraries beside the program are what lintian is against, and what a runtime that Debian does not have needs.
    tolerated = "embedded-library,custom-library-search-path,initial-upload-closes-no-bugs,no-changelog"
    said("lintian", "--fail-on", "error", "--suppress-tags", tolerated, package)


# MARK: What it does


class InstalledDesk(Desk):
    """The desk as the unit of the package starts it, in the tree, as its user; but for the port."""

    people = [("Sue Scheduler", "scheduler"), ("Mo Manager", "manager")]

    def __init__(self, tree, folder):
        self.tree = tree
        self.port = free_port()
        self.folder = f"{folder}/desk"
        self.start()

    def command(self):
        unit = (self.tree.path / UNIT).read_text()
        settings = dict(re.findall(r"^([A-Z]+)=(.*)$", (self.tree.path / SETTINGS).read_text(), re.M))
        assert settings["HOST"] == "127.0.0.1", "others would reach it without encryption"
        settings["PORT"] = str(self.port)
        words = []
        for word in re.search(r"^ExecStart=(.*)$", unit, re.M).group(1).split():
            if re.fullmatch(r"\$\{\w+\}", word):
                words.append(settings[word[2:-1]])
            elif word.startswith("$"):
                words += settings[word[1:]].split()
            else:
                words.append(word)
        assert re.search(r"^User=stepcare$", unit, re.M)
        return self.inside(*words)

    def verification(self, user):
        return self.inside("stepcare", "service", "verify", f"/{STATE}/service.db", "--user", str(user))

    def inside(self, *words):
        """Runs the program as its user. Where /proc may not be mounted, in which a program finds what it was told and
        what lies beside it, the installed program runs outside of the tree."""
        clean = ["env", "-i", *(f"{name}={ENVIRONMENT[name]}" for name in ("PATH", "LC_ALL"))]
        shut_in = ["--no-new-privs", "sh", "-c", 'umask 0077 && exec "$@"', "sh"]
        if self.tree.may_mount:
            return self.tree.inside(
                *clean, "setpriv", "--reuid=stepcare", "--regid=stepcare", "--init-groups", *shut_in, *words)
        number = self.tree.user("stepcare")
        words = [str(self.tree.path / "usr/lib/stepcare/stepcare"),
                 *(f"{self.tree.path}{word}" if word.startswith(f"/{STATE}") else word for word in words[1:])]
        return [*clean, "setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups", *shut_in, *words]


def free_port():
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


def main_of(page):
    """The words of a page."""
    return re.sub(r"\s*<[^>]+>\s*", " ", page[page.find("<main"):])[:2000]


def book(desk):
    """Somebody who waits gets a time, in the pages; the number of the person."""
    clerk = Client(desk.address)
    assert "Today" in clerk.sign_in("Sue Scheduler")
    waiting = clerk.get("/waiting?for=waiting-first-appointment&all=yes")
    for person in re.findall(r'href="/people/(\d+)"', waiting):
        offer = clerk.get(f"/people/{person}/offer")
        # The button of a time that is offered, not that of one that is typed.
        if re.search(r"<button[^>]*>Hold<span", offer):
            held = clerk.press(offer, "Hold<span")
            assert "Is this time right" in held, main_of(held)
            done = clerk.press(held, "Book it")
            assert "Booked:" in done, main_of(done)
            return person
    raise AssertionError("nothing is free for anybody")


def expect_booked(desk, person):
    clerk = Client(desk.address)
    clerk.sign_in("Sue Scheduler")
    assert "First appointment booked" in clerk.get(f"/people/{person}"), "the booking is gone"


def expect_own_user(desk, tree):
    number = tree.user("stepcare")
    uid = re.search(r"^Uid:\t(\d+)\t(\d+)", pathlib.Path(f"/proc/{desk.process.pid}/status").read_text(), re.M)
    assert uid.groups() == (number, number), uid.groups()
    for name in ("", "/service.db"):
        status = (tree.path / (STATE + name)).stat()
        assert (status.st_uid, status.st_mode & 0o077) == (int(number), 0), f"others may look at /{STATE}{name}"


def stopped(desk):
    status = desk.stop()
    assert status == 0, f"the server ended with {status}"
    assert desk.verify() == "Nothing differs.", desk.verify()


def newer(package, folder):
    """The same package, as a later version."""
    said("dpkg-deb", "--raw-extract", package, folder / "newer")
    control = folder / "newer/DEBIAN/control"
    control.write_text(re.sub(r"^Version: (.*)$", r"Version: \1+later", control.read_text(), flags=re.M))
    later = folder / "later.deb"
    said("dpkg-deb", "--root-owner-group", "-Znone", "--build", folder / "newer", later)
    return later


def install(tree, package):
    shutil.copy(package, tree.path / "tmp/stepcare.deb")
    told = tree.install("/tmp/stepcare.deb")
    status = said("dpkg-query", "--admindir", tree.path / "var/lib/dpkg", "-W", "-f=${Status} ${Version}", "stepcare")
    assert status.startswith("install ok installed "), status
    return told


def use(tree, package, folder):
    told = install(tree, package)
    assert "systemctl enable --now stepcare" in told, told
    state = tree.path / STATE
    assert state.is_dir() and not list(state.iterdir()), "something was made before anybody asked for it"
    libraries = tree.run("/lib64/ld-linux-x86-64.so.2", "--list", "/usr/lib/stepcare/stepcare")
    assert "not found" not in libraries, libraries
    if tree.may_mount:
        checked = tree.run("stepcare", "check", "/usr/share/stepcare/scenarios/north-essex.yaml")
        assert "North Essex" in checked, checked
        tell("installed: every library is there")
    else:
        tell("installed: every library is there; /proc may not be mounted here, and the program runs outside of the tree")

    desk = InstalledDesk(tree, folder)
    try:
        expect_own_user(desk, tree)
        person = book(desk)
        stopped(desk)
        tell(f"started as its own user, administrator by the link, person {person} booked, stopped, nothing differs")

        settings = tree.path / SETTINGS
        settings.write_text(settings.read_text().replace("PORT=8080", "PORT=8081"))
        install(tree, newer(package, folder))
        assert "PORT=8081" in settings.read_text(), "the settings were not kept"
        desk.start()
        expect_booked(desk, person)
        stopped(desk)
        tell("a newer package keeps the bookings and the settings")
    except BaseException:
        desk.kill()
        raise

    tree.run("apt-get", "-q", "-y", "remove", "stepcare")
    assert not (tree.path / "usr/lib/stepcare").exists() and settings.exists()
    assert (state / "service.db").exists(), "the database went with the program"
    told = tree.run("apt-get", "-q", "-y", "purge", "stepcare")
    assert f"stays in /{STATE}" in told, told
    assert (state / "service.db").exists() and not (tree.path / "etc/stepcare").exists()
    tree.run("getent", "passwd", "stepcare")
    tell("removed and purged: the database stays, and it is said where")


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        package = made(folder)
        field = look_at_words(package, folder)
        look_at_files(package, folder)
        look_with_lintian(package)
        tell(f"{package.name}: {package.stat().st_size / 1e6:.1f} MB, installed {int(field['Installed-Size']) / 1024:.0f} MB, "
             f"{look_at_unit(folder)}; {field['Depends']}")
        if why := hindrance():
            tell(f"NOT installed anywhere: {why}")
            Again(package, folder).expect_same()
            return
        again = Again(package, folder)
        tree = Tree()
        tell(f"a fresh Debian, {tree.release}: {'made' if tree.is_fresh else 'kept from before'}")
        try:
            use(tree, package, folder)
        finally:
            tree.remove()
        again.expect_same()
        tell("made again, it is the same to the last byte")


main()
