public import BookingStore
public import CareModel

/// A line of `rooms.csv`: a room in which people are seen face to face (CL-9).
public struct RoomRow: Hashable, Sendable {
    /// The room's number, from 1 without gaps.
    public var room: Int64
    /// Index of the team whose room it is.
    public var team: UInt8
    /// Its name.
    public var name: String
    /// Index of the venue, as in `people.csv`; 0 if the team has one venue only.
    public var venue: UInt8
    /// Whether people with an accessibility need can use it (EQ-5).
    public var isAccessible: Bool
    /// The minute of the day at which the venue opens (BK-9); nil if it is always open.
    public var opens: Int?
    /// The minute of the day at which it closes.
    public var closes: Int?

    /// Days on which it cannot be used.
    public var closed: [DayStretch] = []

    /// The room of a store.
    public init(_ added: RoomAdded) {
        room = added.room
        team = added.team
        name = added.name
        venue = added.venue
        isAccessible = added.isAccessible
        opens = added.hours?.start
        closes = added.hours?.end
    }

    /// The room as a store has it.
    public var added: RoomAdded {
        var added = RoomAdded(room: room, team: team, name: name, venue: venue, isAccessible: isAccessible)
        if let opens, let closes, opens < closes { added.hours = MinutesOfDay(start: opens, end: closes) }
        return added
    }
}

extension RoomRow: TableRow {
    static var fileName: String { "rooms.csv" }
    static var blank: RoomRow { RoomRow(RoomAdded(room: 1, team: 0, name: "")) }
    static func columns(_ teams: TeamNames) -> [TableColumn<RoomRow>] {
        [
            TableColumn("room", \.room, .number(1...Int64(9999)), "The room's number, from 1."),
            TableColumn("team", \.team, .team(teams), "The team that it is of."),
            TableColumn("name", \.name, .text, "What it is called."),
            TableColumn("venue", \.venue, .numberOrNone(1...255), "The number of the venue that it is in (CL-9)."),
            TableColumn("accessible", \.isAccessible, .yesOrNo, "Whether it can be reached without stairs (EQ-5)."),
            TableColumn("opens", \.opens, ColumnForm.timeOfDay.orEmpty, "When it opens (BK-9)."),
            TableColumn("closes", \.closes, ColumnForm.timeOfDay.orEmpty, "When it closes (BK-9)."),
            TableColumn("closed-on", \.closed, .stretches, "Days on which it is closed."),
        ]
    }
}

/// Days from a first to a last.
public struct DayStretch: Hashable, Sendable {
    /// The first day.
    public var first: CivilDay
    /// The last day, `first` or later; `RoomClosed.forGood` has no end.
    public var last: CivilDay

    /// Days.
    public init(first: CivilDay, last: CivilDay) {
        self.first = first
        self.last = last
    }
}

extension ColumnForm where Value == [DayStretch] {
    /// Stretches of days with spaces between: the first and the last day with two points between, without a last day
    /// if it has none.
    static var stretches: ColumnForm {
        ColumnForm(
            "days as 2026-12-07..2026-12-11, or 2026-12-07.. for good, with spaces between, or empty",
            text: { stretches in
                stretches.map { "\($0.first).." + ($0.last == RoomClosed.forGood ? "" : "\($0.last)") }
                    .joined(separator: " ")
            },
            value: { text in
                let words = text.split(separator: " ")
                let found = words.compactMap { DayStretch(String($0)) }
                return found.count == words.count ? found : nil
            })
    }
}

extension DayStretch {
    /// Days as they are written in a cell; nil if they are not, or end before they begin.
    fileprivate init?(_ text: String) {
        let ends = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 3, ends[1].isEmpty, let first = CivilDay(ends[0]) else { return nil }
        guard !ends[2].isEmpty else {
            self.init(first: first, last: RoomClosed.forGood)
            return
        }
        guard let last = CivilDay(ends[2]), last >= first else { return nil }
        self.init(first: first, last: last)
    }
}
