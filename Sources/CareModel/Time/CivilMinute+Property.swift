extension CivilMinute: PropertyValue {
    /// A minute.
    public static var form: PropertyForm { .minute }
    /// Minutes since 2000-01-01 00:00.
    public var written: Int64 { minutes }
    /// A minute.
    public init?(written: Int64) { self.init(minutes: written) }
}

extension CivilDay: PropertyValue {
    /// A day.
    public static var form: PropertyForm { .day }
    /// Days since 2000-01-01.
    public var written: Int64 { Int64(number) }
    /// A day.
    public init?(written: Int64) {
        guard let number = Int32(exactly: written) else { return nil }
        self.init(number: number)
    }
}

extension Weekday: NamedCode, PropertyValue {}
