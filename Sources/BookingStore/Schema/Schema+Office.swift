extension Schema {
    /// Which messages were sent (BK-7), and which looks were refused (IG-1).
    static let version7 = """
        ALTER TABLE outbox ADD COLUMN sent_at INTEGER;
        CREATE INDEX outbox_waiting ON outbox (person) WHERE is_withdrawn = 0 AND sent_at IS NULL;
        ALTER TABLE access_log ADD COLUMN is_refused INTEGER NOT NULL DEFAULT 0;
        """
}
