extension Schema {
    /// What a task is about, in words (KT-11, ST-9, BK-12), and who was in touch after a miss (AT-4).
    static let version11 = """
        ALTER TABLE tasks ADD COLUMN about TEXT;
        ALTER TABLE episodes ADD COLUMN returned_after_miss INTEGER NOT NULL DEFAULT 0;
        """
}
