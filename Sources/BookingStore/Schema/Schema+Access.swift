extension Schema {
    /// Why somebody looked at the record of a person who is not one of theirs (IG-1).
    static let version10 = """
        ALTER TABLE access_log ADD COLUMN reason TEXT;
        """
}
