public import CareModel
import Reporting

/// A forecast that is kept under a name, so that what happens can be laid over it. What it said stands in a file of its
/// own, as `stepcare forecast --keep` writes it, which nothing changes any more.
public struct SavedForecast: Hashable, Keepable {
    /// Its name; no two are called alike.
    public var name: String
    /// Who keeps it, by number, and as they were called then.
    public var owner: Int64
    public var ownerName: String
    /// When it was kept, by the service's clock.
    public var keptAt: String
    /// What was forecast: the scenario's title, and what was changed in it, if anything was.
    public var title: String
    /// Whether it began with the service's list of a minute.
    public var isOfList: Bool
    /// The name of its file.
    let file: String
    /// The first day, and the last of its last month, as numbers.
    private let firstDay: Int32
    private let lastDay: Int32
    /// The calendar months that it tells of, by their first days as numbers.
    private let monthDays: [Int32]

    /// The days of which it tells.
    public var days: ClosedRange<CivilDay> { CivilDay(number: firstDay)...CivilDay(number: lastDay) }
    /// The first days of the calendar months that it tells of.
    public var months: [CivilDay] { monthDays.map { CivilDay(number: $0) } }

    /// How many of its months have passed by a day.
    public func monthsPassed(by day: CivilDay) -> Int { months.count { Self.after($0) <= day } }

    /// The day after its first whole month, from which there is something to lay over it by month; nil if it has none.
    public var firstMonthIsWhole: CivilDay? { months.first.map(Self.after) }

    /// The day after a month.
    private static func after(_ month: CivilDay) -> CivilDay {
        month + Int32(CivilDay.daysInMonth(year: month.date.year, month: month.date.month))
    }

    init(_ kept: KeptForecast, as name: String, of title: String, by keeper: Keeper, in file: String) {
        (self.name, self.title, self.file) = (name, title, file)
        (owner, ownerName, keptAt) = (keeper.user, keeper.name, keeper.at)
        isOfList = kept.subject == .database
        let starts = kept.manifest.starts
        firstDay = starts.number
        lastDay = (starts + Int32(7 * kept.manifest.weeks - 1)).number
        var seen: Set<CivilDay> = []  // lookup only
        let months = kept.rows.filter { $0.span == .month }.map(\.first).filter { seen.insert($0).inserted }
        monthDays = months.sorted().map(\.number)
    }
}

/// Who keeps something, and when.
public struct Keeper: Hashable, Sendable {
    /// By number, and as they are called.
    public var user: Int64
    public var name: String
    /// By the service's clock, in words.
    public var at: String

    /// Somebody, at a time.
    public init(user: Int64, name: String, at: String) { (self.user, self.name, self.at) = (user, name, at) }
}
