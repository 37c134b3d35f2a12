/// What a running service knows of the holder of a post beside the post itself; a database does not have it.
public struct HolderSnapshot: Sendable, Equatable {
    /// The last day of the present sickness, or of the last one.
    public var sickUntil = CivilDay(number: Int32.min)
    /// Spells of sickness so far.
    public var spells = 0
    /// Parental leave was announced, or has been: a holder takes it once (CL-6).
    public var hadParentalLeave = false
    /// What the holder declares to be able to do, of the cap and the hours (CL-10).
    public var declared = 1.0
    /// The last day of whoever leaves or has left, and since when they take nobody new (CL-7); nil if nobody does.
    public var lastDay: CivilDay?
    /// Since when whoever leaves takes nobody new (CL-7); nil if nobody leaves.
    public var windsDownFrom: CivilDay?
    /// The week in which new people were counted last, by its Monday, and how many they were (CL-8).
    public var meteredWeek = CivilDay(number: Int32.min / 2)
    /// New people in that week.
    public var takenThisWeek: Int32 = 0
    /// Minutes of contact since the day began that is not written down yet (AT-8).
    public var completedToday: Int32 = 0
    /// Days on which notes of the holder's are late (CL-17).
    public var lateNotes: [ClosedRange<CivilDay>] = []
    /// Whether that is known of them: a day of late notes is heeded when it begins, and not in the minutes before.
    public var owesNotes = false
    /// Time that is taken in the diary without being an appointment (CL-4).
    public var blocked: [BlockedTime] = []
    /// What is decided already: that an illness goes on, that it is long, that a leave begins.
    public var decided: [DecidedSnapshot] = []

    /// A holder of whom nothing is to be remembered.
    public init() {}
}

/// What will befall a holder, whatever luck comes.
public struct DecidedSnapshot: Sendable, Equatable, BitwiseCopyable {
    /// What is to happen: a number that the simulation understands.
    public var kind: UInt8
    /// When.
    public var minute: CivilMinute

    /// Something decided.
    public init(kind: UInt8, minute: CivilMinute) {
        self.kind = kind
        self.minute = minute
    }
}

/// Part of a day that is taken in a diary without being an appointment.
public struct BlockedTime: Sendable, Equatable, BitwiseCopyable {
    /// The day.
    public var day: CivilDay
    /// From when until when.
    public var hours: MinutesOfDay

    /// Time on a day.
    public init(_ day: CivilDay, _ hours: MinutesOfDay) {
        self.day = day
        self.hours = hours
    }
}
