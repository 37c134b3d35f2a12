public import CareModel

// How values of the core are written in the log. Enumerations are their raw values, which are frozen by a test; times
// are whole minutes and days since 2000-01-01. Where they are to be read, cases have their names, and times are text.

extension CancellationCause: NamedCode {}
extension AbsenceReason: Codable {}

extension CivilMinute: Codable {
    /// Reads whole minutes since 2000-01-01 00:00.
    public init(from decoder: any Decoder) throws {
        self.init(minutes: try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes whole minutes since 2000-01-01 00:00, or `YYYY-MM-DDTHH:MM` where it is to be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard encoder.isReadable else { return try container.encode(minutes) }
        try container.encode(description.replacing(" ", with: "T"))
    }
}

extension CivilDay: Codable {
    /// Reads days since 2000-01-01.
    public init(from decoder: any Decoder) throws {
        self.init(number: try decoder.singleValueContainer().decode(Int32.self))
    }

    /// Writes days since 2000-01-01, or `YYYY-MM-DD` where it is to be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if encoder.isReadable { try container.encode(description) } else { try container.encode(number) }
    }
}

extension ModalitySet: Codable {
    /// Reads the bits.
    public init(from decoder: any Decoder) throws {
        self.init(bits: try decoder.singleValueContainer().decode(UInt8.self))
    }

    /// Writes the bits, or the therapies by name where they are to be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard encoder.isReadable else { return try container.encode(bits) }
        try container.encode(modalities.map(\.name))
    }
}

extension Scores: Codable {
    private enum Key: String, CodingKey { case depression, anxiety }

    /// Reads both scores; refuses one that is out of range.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let depression = try container.decode(UInt8.self, forKey: .depression)
        let anxiety = try container.decode(UInt8.self, forKey: .anxiety)
        guard depression <= Scores.depressionCeiling, anxiety <= Scores.anxietyCeiling else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "scores \(depression), \(anxiety) out of range")
            )
        }
        self.init(depression: depression, anxiety: anxiety)
    }

    /// Writes both scores.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(depression, forKey: .depression)
        try container.encode(anxiety, forKey: .anxiety)
    }
}

extension MinutesOfDay: Codable {
    private enum Key: String, CodingKey { case start, end }

    /// Reads a stretch; refuses one that is not within a day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let start = try container.decode(Int.self, forKey: .start)
        let end = try container.decode(Int.self, forKey: .end)
        guard start >= 0, end >= start, end <= 1440 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(start)–\(end) is no stretch of a day"))
        }
        self.init(start: start, end: end)
    }

    /// Writes the first minute and the minute after the last.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
    }
}

extension Absence: Codable {
    private enum Key: String, CodingKey { case first, last, reason }

    /// Reads first day, last day and reason.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            first: try container.decode(CivilDay.self, forKey: .first),
            last: try container.decode(CivilDay.self, forKey: .last),
            reason: try container.decode(AbsenceReason.self, forKey: .reason))
    }

    /// Writes first day, last day and reason.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(first, forKey: .first)
        try container.encode(last, forKey: .last)
        try container.encode(reason, forKey: .reason)
    }
}
