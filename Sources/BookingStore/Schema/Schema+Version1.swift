extension Schema {
    /// The log and what stands beside it. Times are minutes, days are days, both since 2000-01-01.
    static let version1Log = """
        CREATE TABLE log (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            user INTEGER NOT NULL,
            origin TEXT NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            person INTEGER,
            payload TEXT NOT NULL
        ) STRICT;
        CREATE INDEX log_person ON log (person) WHERE person IS NOT NULL;
        CREATE TRIGGER log_keeps_order BEFORE INSERT ON log
            WHEN NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM log)
            BEGIN SELECT raise(ABORT, 'the log has no gaps'); END;
        CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
            BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
        CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log
            BEGIN SELECT raise(ABORT, 'the log is never deleted'); END;

        CREATE TABLE corrections (
            sequence INTEGER PRIMARY KEY REFERENCES log (sequence),
            corrected_by INTEGER NOT NULL REFERENCES log (sequence)
        ) STRICT;

        CREATE TABLE commands (
            key TEXT PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            reply BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE access_log (
            entry INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            user INTEGER NOT NULL,
            origin TEXT NOT NULL,
            person INTEGER NOT NULL,
            what TEXT NOT NULL
        ) STRICT;
        CREATE INDEX access_log_person ON access_log (person);
        CREATE TRIGGER access_log_is_not_changed BEFORE UPDATE ON access_log
            BEGIN SELECT raise(ABORT, 'the access log is never changed'); END;
        CREATE TRIGGER access_log_is_not_deleted BEFORE DELETE ON access_log
            BEGIN SELECT raise(ABORT, 'the access log is never deleted'); END;
        """

    /// The service, its teams, rooms, clinicians and users.
    static let version1Service = """
        CREATE TABLE service (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            name TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            scenario TEXT NOT NULL,
            first_day INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE teams (
            team INTEGER PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE rooms (
            room INTEGER PRIMARY KEY,
            team INTEGER NOT NULL REFERENCES teams (team),
            name TEXT NOT NULL,
            venue INTEGER NOT NULL,
            is_accessible INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE clinicians (
            clinician INTEGER PRIMARY KEY,
            team INTEGER NOT NULL REFERENCES teams (team),
            name TEXT NOT NULL,
            role INTEGER NOT NULL,
            whole_time_percent INTEGER NOT NULL,
            caseload_cap INTEGER NOT NULL,
            trained_in INTEGER NOT NULL,
            sees_under_18 INTEGER NOT NULL,
            sex INTEGER NOT NULL,
            languages TEXT NOT NULL,
            started_on INTEGER NOT NULL,
            metered_until INTEGER,
            metered_per_week INTEGER NOT NULL,
            winds_down_from INTEGER,
            last_day INTEGER
        ) STRICT;
        CREATE TABLE availability (
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            week INTEGER NOT NULL,
            weekday INTEGER NOT NULL,
            purpose INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            PRIMARY KEY (clinician, week, weekday, purpose, start)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE absences (
            absence INTEGER PRIMARY KEY,
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            reason INTEGER NOT NULL,
            is_removed INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX absences_clinician ON absences (clinician, last);
        CREATE TABLE assessment_weeks (
            team INTEGER NOT NULL REFERENCES teams (team),
            monday INTEGER NOT NULL,
            PRIMARY KEY (team, monday)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE users (
            user INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            role INTEGER NOT NULL,
            clinician INTEGER REFERENCES clinicians (clinician),
            is_active INTEGER NOT NULL
        ) STRICT;
        """

    /// Appointments, holds, and the quanta that they take. A negative holder is a hold.
    static let version1Booking = """
        CREATE TABLE appointments (
            appointment INTEGER PRIMARY KEY,
            person INTEGER REFERENCES people (person),
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            room INTEGER REFERENCES rooms (room),
            session INTEGER REFERENCES appointments (appointment),
            seat INTEGER,
            kind INTEGER NOT NULL,
            start INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            hold INTEGER REFERENCES holds (hold),
            replaces INTEGER REFERENCES appointments (appointment),
            channel INTEGER NOT NULL,
            reasons INTEGER NOT NULL,
            override_reason TEXT,
            booked_at INTEGER NOT NULL,
            status INTEGER NOT NULL,
            attendance INTEGER,
            depression INTEGER,
            anxiety INTEGER,
            cancelled_at INTEGER,
            notice_minutes INTEGER,
            why TEXT
        ) STRICT;
        CREATE INDEX appointments_person ON appointments (person);
        CREATE INDEX appointments_clinician ON appointments (clinician, start);
        CREATE INDEX appointments_session ON appointments (session) WHERE session IS NOT NULL;
        CREATE TABLE holds (
            hold INTEGER PRIMARY KEY,
            person INTEGER REFERENCES people (person),
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            room INTEGER REFERENCES rooms (room),
            session INTEGER REFERENCES appointments (appointment),
            seat INTEGER,
            kind INTEGER NOT NULL,
            start INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            placed_at INTEGER NOT NULL,
            outcome INTEGER,
            ended_at INTEGER
        ) STRICT;
        CREATE INDEX holds_open ON holds (expires) WHERE outcome IS NULL;
        CREATE TABLE quanta (
            key INTEGER PRIMARY KEY,
            holder INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE steps (n INTEGER PRIMARY KEY) STRICT;
        WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n < 191)
            INSERT INTO steps SELECT n FROM count;
        """

    /// What belongs to one day lies together: the keys of quanta begin with the day instead of the resource, and the
    /// diaries are found by day, then clinician. A booking then changes pages that others of its day have changed.
    static let version4 = """
        CREATE TABLE quanta_by_day (
            key INTEGER PRIMARY KEY,
            holder INTEGER NOT NULL
        ) STRICT;
        INSERT INTO quanta_by_day
            SELECT (key >> 61 << 61)
                + (((key & 16777215) / 192 << 37) + (key >> 24 & 137438953471)) * 192 + (key & 16777215) % 192 AS moved,
                holder
            FROM quanta ORDER BY moved;
        DROP TABLE quanta;
        ALTER TABLE quanta_by_day RENAME TO quanta;
        CREATE INDEX appointments_day ON appointments (start / 1440, clinician);
        DROP INDEX appointments_clinician;
        """
}
