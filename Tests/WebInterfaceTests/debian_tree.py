"""A fresh Debian in a folder, as debootstrap makes it, to install a package in. Kept for the next time in .build/debian."""

import os
import pathlib
import re
import shutil
import stat
import subprocess

PLACE = pathlib.Path(__file__).resolve().parent.parent.parent / ".build/debian"
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
# Where the disk of a tree that is thrown away would be asked to write at once, time and again.
HASTE = "force-unsafe-io\n"


def said(*words, **more):
    done = subprocess.run(words, text=True, capture_output=True, **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, words))} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def proxies():
    """What this machine's apt is told of proxies; nothing is written down of this machine."""
    kinds = {"http_proxy": "Acquire::http::Proxy", "https_proxy": "Acquire::https::Proxy"}
    values = {name: re.search(r"='(.*)'", said("apt-config", "shell", "value", kind) or "=''").group(1)
              for name, kind in kinds.items()}
    return {name: value for name, value in values.items() if value}


def mirror():
    """The release of this machine, and from where its apt has it."""
    release = re.search(r"^VERSION_CODENAME=(\S+)", pathlib.Path("/etc/os-release").read_text(), re.M).group(1)
    lists = PLACE / "lists"
    for own in ([], ["-o", f"Dir::State::lists={lists}"]):
        if own:
            # Nothing is told of what was never asked for, as on a machine that is made anew for each run.
            (lists / "partial").mkdir(parents=True, exist_ok=True)
            said("apt-get", *own, "-q", "update")
        told = said("apt-get", *own, "indextargets", "--format", "$(RELEASE) $(COMPONENT) $(REPO_URI)",
                    "Created-By: Packages")
        for line in told.splitlines():
            suite, component, address = line.split(" ", 2)
            if (suite, component) == (release, "main"):
                return release, address
    raise SystemExit(f"apt knows no source of {release} main")


def hindrance():
    """Why no tree can be made here; nothing if one can."""
    if os.geteuid() != 0:
        return "that takes root"
    if not shutil.which("debootstrap"):
        return "there is no debootstrap"
    PLACE.mkdir(parents=True, exist_ok=True)
    try:
        os.mknod(PLACE / "null", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
    except OSError as error:
        return f"a tree has files of devices, and none may be made here ({error.strerror})"
    os.remove(PLACE / "null")
    return None


class Tree:
    """The folder, and how things are run in it. Whatever is mounted is mounted for one command, and gone with it."""

    def __init__(self):
        self.path = PLACE / "tree"
        self.archives = PLACE / "archives"
        self.release, self.mirror = mirror()
        self.base = PLACE / f"{self.release}.tar"
        self.may_mount = subprocess.run(
            ["unshare", "--mount", "sh", "-c", "mkdir -p $0 && mount -t proc proc $0", str(PLACE / "proc")],
            capture_output=True).returncode == 0
        self.remove()
        self.is_fresh = not self.base.exists()
        if self.is_fresh:
            self.make()
        else:
            self.path.mkdir(parents=True)
            said("tar", "--extract", "--numeric-owner", "--file", self.base, "--directory", self.path)
        shutil.copy("/etc/resolv.conf", self.path / "etc/resolv.conf")

    def make(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        own = ["unshare", "--mount"] if self.may_mount else []
        environment = {**os.environ, **proxies()}
        said(*own, "debootstrap", "--variant=minbase", "--foreign", self.release, self.path, self.mirror, env=environment)
        (self.path / "etc/dpkg/dpkg.cfg.d").mkdir(parents=True, exist_ok=True)
        (self.path / "etc/dpkg/dpkg.cfg.d/haste").write_text(HASTE)
        said(*own, "chroot", self.path, "/debootstrap/debootstrap", "--second-stage", env=environment | ENVIRONMENT)
        (self.path / "etc/apt/sources.list").write_text(f"deb {self.mirror} {self.release} main\n")
        told = "".join(f'Acquire::{name.split("_")[0]}::Proxy "{value}";\n' for name, value in proxies().items())
        (self.path / "etc/apt/apt.conf.d/10test").write_text(told + 'Acquire::Languages "none";\n')
        shutil.copy("/etc/resolv.conf", self.path / "etc/resolv.conf")
        self.run("apt-get", "-q", "update")
        self.run("apt-get", "clean")
        said("tar", "--create", "--numeric-owner", "--file", f"{self.base}.part", "--directory", self.path, ".")
        os.replace(f"{self.base}.part", self.base)

    def inside(self, *words):
        """A command as it is run in the tree."""
        if not self.may_mount:
            return ["chroot", str(self.path), *words]
        return ["unshare", "--mount", "sh", "-c", 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"', str(self.path),
                *words]

    def user(self, name):
        """The number of a user of the tree."""
        return re.search(rf"^{name}:[^:]*:(\d+):", (self.path / "etc/passwd").read_text(), re.M).group(1)

    def run(self, *words):
        return said(*self.inside(*words), env=ENVIRONMENT)

    def install(self, *words):
        """As `apt-get install` does it. What it fetches is kept; where what is kept is out of date, it asks again."""
        there = self.path / "var/cache/apt/archives"
        self.archives.mkdir(exist_ok=True)
        for package in self.archives.glob("*.deb"):
            shutil.copy(package, there)
        words = ["apt-get", "-q", "-y", "--no-install-recommends", "-o", "APT::Keep-Downloaded-Packages=true", "install", *words]
        done = subprocess.run(self.inside(*words), env=ENVIRONMENT, text=True, capture_output=True)
        if done.returncode != 0:
            self.run("apt-get", "-q", "update")
            return self.run(*words)
        for package in there.glob("*.deb"):
            shutil.copy(package, self.archives)
        return done.stdout + done.stderr

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)
