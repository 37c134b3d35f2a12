extension StoreReader {
    /// Everybody whom a test picks, by number; it reads everyone, and keeps only those. O(n).
    /// - Parameter isSought: is given a number and who it is.
    public func identities(
        where isSought: (Int64, Identity) -> Bool
    ) throws -> [(person: Int64, identity: Identity)] {
        try fetch(Identity.columns.select + " ORDER BY person", [], identified)
            .filter { isSought($0.person, $0.identity) }
    }
}
