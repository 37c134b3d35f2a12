import CareModel

/// What a cell is of: what a spreadsheet may have made of it follows from that.
enum CellKind: Equatable {
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
    /// A day and a time; a day without one is read as at so many minutes after midnight.
    case minute(assumed: Int)
    /// A time of day.
    case time

    /// Whether a day is in it.
    var hasDay: Bool {
        switch self {
        case .day, .birthday, .minute: true
        case .text, .word, .words, .number, .time: false
        }
    }

    /// What a dictionary calls it.
    var type: CellType {
        switch self {
        case .text, .word, .words, .time: .text
        case .number: .integer
        case .day, .birthday: .date
        case .minute: .minute
        }
    }

    /// When a working day begins, minutes after midnight: what happened on a day is read as from then on.
    static let startOfDay = 540
    /// When it ends: what is due on a day is due by then.
    static let endOfDay = 1020
}
