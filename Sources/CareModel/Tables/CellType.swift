/// What the cells of a column hold, in words that every reader of tables has a type for.
public enum CellType: String, CaseIterable, Sendable {
    /// Any text.
    case text
    /// A number with a point in it always: 3.0.
    case number
    /// A whole number without a point.
    case integer
    /// `true` or `false`.
    case boolean
    /// A day, YYYY-MM-DD.
    case date
    /// A minute in the service's own zone, YYYY-MM-DD HH:MM.
    case minute
}
