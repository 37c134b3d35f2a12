/// The value of a cell of a table that leaves.
public enum DataCell: Sendable, Equatable {
    /// Text.
    case text(String)
    /// A number; one that is not finite is nothing.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// Yes or no.
    case flag(Bool)
    /// A day.
    case day(CivilDay)
    /// Not known.
    case nothing

    /// What a comma-separated file has; empty for what is not known.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): NumberText.decimal(number) ?? ""
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .day(let day): day.description
        case .nothing: ""
        }
    }
}
