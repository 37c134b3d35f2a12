"""A PostgreSQL of its own for a benchmark: made, started, asked and stopped here; durable as it is by default."""

import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile

# What keeps a reply durable is the default, and is named so that a changed default is seen.
SETTINGS = {
    "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "shared_buffers": "256MB",
    "max_wal_size": "4GB", "checkpoint_timeout": "15min", "max_connections": "200", "listen_addresses": "",
}

# An exclusion constraint for the clinician and one for the person; the log, readable by person, in the same step.
SCHEMA = """
CREATE EXTENSION btree_gist;
CREATE SEQUENCE numbers MINVALUE 0;
CREATE TABLE appointments (
    appointment bigint PRIMARY KEY, person bigint NOT NULL, clinician integer NOT NULL, kind smallint NOT NULL,
    during tstzrange NOT NULL, booked_at timestamptz NOT NULL, status smallint NOT NULL,
    EXCLUDE USING gist (clinician WITH =, during WITH &&),
    EXCLUDE USING gist (person WITH =, during WITH &&));
CREATE TABLE log (
    sequence bigint PRIMARY KEY, at timestamptz NOT NULL, "user" bigint NOT NULL, origin text NOT NULL,
    kind text NOT NULL, version smallint NOT NULL, person bigint, payload text NOT NULL);
CREATE INDEX log_person ON log (person);
"""

# The same n-th appointment as store-benchmarks books, and its entry in the log: one statement, one transaction.
BOOKING = """
WITH n AS (SELECT nextval('numbers') AS n),
booked AS (
    INSERT INTO appointments
    SELECT n + 1, n % {people} + 1, n % 200, 1,
        tstzrange(start, start + interval '60 minutes'), timestamptz '2027-01-08 09:00+00', 0
    FROM n, LATERAL (SELECT timestamptz '2027-01-11 08:00+00' + make_interval(
        days => (n / 200 / 12)::int, hours => (n / 200 % 12)::int) AS start) AS times
    RETURNING appointment, person, clinician, during)
INSERT INTO log
SELECT appointment, timestamptz '2027-01-08 09:00+00', 1, 'benchmark', 'booked', 1, person,
    json_build_object('appointment', appointment, 'placement', json_build_object(
        'clinician', clinician, 'kind', 1, 'minutes', 60, 'person', person, 'start', lower(during)))::text
FROM booked;
"""


def tools():
    """The folder of PostgreSQL's programs; None where it is not installed."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folders += [pathlib.Path(path).parent for path in [shutil.which("initdb")] if path]
    found = [folder for folder in folders if all((folder / name).exists() for name in ("initdb", "pg_ctl", "pgbench"))]
    return found[-1] if found else None


class Cluster:
    """A cluster in a temporary folder, run by somebody who is not root; use it in a `with`."""

    def __init__(self, folder=None):
        self.bin = tools()
        self.user = "postgres" if "postgres" in [entry.pw_name for entry in pwd.getpwall()] else "nobody"
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stepcare-postgres-", dir=folder))

    def run(self, program, *arguments, text=None):
        """The standard output of one of PostgreSQL's programs."""
        command = [str(self.bin / program), *arguments]
        if os.getuid() == 0:
            entry = pwd.getpwnam(self.user)
            command = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups", *command]
        environment = {**os.environ, "PGHOST": str(self.folder), "PGDATABASE": "postgres", "PGUSER": "postgres"}
        result = subprocess.run(
            command, input=text, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder,
            env=environment)
        if result.returncode != 0:
            raise SystemExit(f"{program} failed: {result.stderr.strip() or result.stdout.strip()}")
        return result.stdout

    def __enter__(self):
        if os.getuid() == 0:
            shutil.chown(self.folder, self.user)
        data = str(self.folder / "data")
        try:
            self.run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--locale=C", "-E", "UTF8")
            with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as file:
                file.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
                file.write(f"unix_socket_directories = '{self.folder}'\n")
            self.run("pg_ctl", "-D", data, "-l", str(self.folder / "log"), "-w", "start")
        except BaseException:
            shutil.rmtree(self.folder)
            raise
        return self

    def __exit__(self, *_):
        try:
            self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self.folder)

    def version(self):
        return re.search(r"\d+\.\d+", self.run("pgbench", "--version")).group(0)

    def book(self, clients, seconds, people):
        """Durable bookings a second by so many clients, each with one on its way, on new and empty tables."""
        self.run("psql", "-q", "-c", "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        self.run("psql", "-q", "-v", "ON_ERROR_STOP=1", text=SCHEMA)
        script = self.folder / "booking.sql"
        script.write_text(BOOKING.format(people=people).replace("\n", " ") + "\n")
        script.chmod(0o644)
        self.run("psql", "-q", "-c", "CHECKPOINT")
        threads = min(clients, os.cpu_count() or 1)
        said = self.run(
            "pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", str(threads), "-T", str(seconds),
            "-f", str(script))
        failed = re.search(r"number of failed transactions: (\d+)", said)
        booked = int(self.run("psql", "-At", "-c", "SELECT count(*) FROM appointments").strip())
        logged = int(self.run("psql", "-At", "-c", "SELECT count(*) FROM log").strip())
        if booked != logged or booked == 0 or (failed and int(failed.group(1))):
            raise SystemExit(f"PostgreSQL has {booked} bookings and {logged} entries:\n{said}")
        return float(re.search(r"tps = ([0-9.]+)", said).group(1))
