extension Schema {
    /// Courses in a group (TX-4): what they are, who has which seat, who manages whose case, who came. Nobody has two
    /// seats, and no seat two people, because no such row can be stored (BK-1).
    static let version6 = """
        CREATE TABLE groups (
            number INTEGER PRIMARY KEY,
            team INTEGER NOT NULL REFERENCES teams (team),
            rule TEXT NOT NULL,
            largest INTEGER NOT NULL,
            planned_for INTEGER NOT NULL,
            days TEXT NOT NULL,
            held INTEGER NOT NULL,
            facilitators TEXT NOT NULL,
            asked TEXT NOT NULL,
            leaders TEXT NOT NULL,
            stage INTEGER NOT NULL,
            put_offs INTEGER NOT NULL,
            session_put_offs INTEGER NOT NULL,
            opened_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE group_seats (
            entry INTEGER PRIMARY KEY,
            group_number INTEGER NOT NULL REFERENCES groups (number),
            seat INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES people (person),
            taken_at INTEGER NOT NULL,
            left_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX group_seats_seat ON group_seats (group_number, seat) WHERE left_at IS NULL;
        CREATE UNIQUE INDEX group_seats_person ON group_seats (person) WHERE left_at IS NULL;
        CREATE TABLE group_cases (
            entry INTEGER PRIMARY KEY,
            group_number INTEGER NOT NULL REFERENCES groups (number),
            person INTEGER NOT NULL REFERENCES people (person),
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX group_cases_at ON group_cases (at);
        CREATE TABLE group_contacts (
            entry INTEGER PRIMARY KEY,
            group_number INTEGER NOT NULL REFERENCES groups (number),
            session INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES people (person),
            attendance INTEGER NOT NULL,
            depression INTEGER,
            anxiety INTEGER,
            recorded_at INTEGER NOT NULL,
            UNIQUE (group_number, session, person)
        ) STRICT;
        CREATE INDEX group_contacts_person ON group_contacts (person);
        """
}
