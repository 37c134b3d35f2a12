extension Schema {
    /// How users sign in, where they are signed in, and which addresses and machines were let in. Nothing of it is in
    /// the log: it says who may come, and not what happened to anybody. Secrets are kept as digests, so that whoever
    /// reads the file can use none. Times are real ones, in seconds since 1970.
    static let version13 = """
        CREATE TABLE sign_ins (
            user INTEGER PRIMARY KEY REFERENCES users (user),
            password TEXT,
            one_time_secret BLOB,
            one_time_step INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0,
            closed_until INTEGER NOT NULL DEFAULT 0,
            changed_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE sessions (
            digest BLOB PRIMARY KEY,
            user INTEGER NOT NULL REFERENCES users (user),
            stage INTEGER NOT NULL,
            form_secret BLOB NOT NULL,
            begun_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            ended_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_user ON sessions (user) WHERE ended_at IS NULL;
        CREATE TABLE entry_keys (
            digest BLOB PRIMARY KEY,
            kind INTEGER NOT NULL,
            user INTEGER NOT NULL REFERENCES users (user),
            title TEXT NOT NULL,
            scopes INTEGER NOT NULL,
            made_at INTEGER NOT NULL,
            expires_at INTEGER,
            ended_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_keys_user ON entry_keys (user, kind) WHERE ended_at IS NULL;
        """
}
