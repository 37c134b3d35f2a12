import GRDB

extension StoreReader {
    /// The link whose secret has this digest; nil if there is none.
    public func link(withDigest digest: String) throws -> LinkRecord? {
        try fetch(LinkRecord.columns.select + " WHERE digest = ?", [digest], LinkRecord.init).first
    }

    /// A link; nil if there is none with this number.
    public func link(_ link: Int64) throws -> LinkRecord? {
        try fetch(LinkRecord.columns.select + " WHERE link = ?", [link], LinkRecord.init).first
    }

    /// The links of a person that have not ended, by number; one that is past counts until it is ended.
    public func openLinks(ofPerson person: Int64) throws -> [LinkRecord] {
        try fetch(
            LinkRecord.columns.select + " WHERE person = ? AND outcome IS NULL ORDER BY link", [person],
            LinkRecord.init)
    }
}
