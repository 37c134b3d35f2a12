/// What a cell is of: what a spreadsheet may have made of it follows from that.
enum CellKind {
    /// Any text, which stays as it is.
    case text
    /// One word of a list.
    case word
    /// Several words of a list.
    case words
    /// A whole number.
    case number
    /// A day.
    case day
    /// A day of birth.
    case birthday
    /// A day and a time.
    case minute
    /// A time of day.
    case time

    /// Whether a day is in it.
    var hasDay: Bool { self == .day || self == .birthday || self == .minute }
}
