extension Schema {
    /// Hours that are in force from a day on (CL-3), and days on which rooms are closed (CL-9).
    static let version8 = """
        CREATE TABLE dated_weeks (
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            week INTEGER NOT NULL,
            first INTEGER NOT NULL,
            stretches TEXT NOT NULL,
            PRIMARY KEY (clinician, week, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE room_closures (
            closure INTEGER PRIMARY KEY,
            room INTEGER NOT NULL REFERENCES rooms (room),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            why TEXT NOT NULL,
            is_over INTEGER NOT NULL
        ) STRICT;
        """
}
