public import CareModel

/// What a clerk looks for beside what the referral asks for, all at once (BK-3): with whom, when in the day and in the
/// week, between which days, in a room, and where. What the person needs holds all the same.
public struct SlotWish: Hashable, Sendable {
    /// Indices of the clinicians it may be with; nil is anybody who may take it.
    public var clinicians: [Int32]?
    /// When in the day; any leaves it as the person asks.
    public var timeOfDay: TimeOfDayPreference = .any
    /// On this day of the week; nil is any.
    public var weekday: Weekday?
    /// The first day; nil is as soon as can be.
    public var first: CivilDay?
    /// The last day; nil is as far as the diaries reach.
    public var last: CivilDay?
    /// In a room, whether or not the person asks for it (CL-9).
    public var isFaceToFace = false
    /// In an accessible room (EQ-5).
    public var needsAccess = false
    /// The venue; 0 is as the person asks.
    public var venue: UInt8 = 0
    /// With a clinician who speaks the language that the person asks for, and no interpreter (EQ-2).
    public var isWithoutInterpreter = false

    /// Nothing beside what the referral asks for.
    public init() {}

    /// Whether it may be with a clinician.
    func admits(clinician: Int) -> Bool { clinicians?.contains(Int32(clinician)) ?? true }

    /// Whether it may be on a day.
    func admits(_ day: CivilDay) -> Bool { weekday.map { $0 == day.weekday } ?? true }

    /// A request with what is looked for too.
    func applied(to request: SlotRequest) -> SlotRequest {
        var request = request
        if timeOfDay != .any { request.timeOfDay = timeOfDay }
        if let first { request.earliest = max(request.earliest, first.start) }
        if let last { request.latest = min(request.latest, last) }
        if isFaceToFace || needsAccess || venue > 0 { request.needs.isFaceToFace = true }
        if needsAccess { request.needs.needsAccess = true }
        if venue > 0 { request.needs.venue = venue }
        if isWithoutInterpreter, request.needs.language > 0 { request.needs.interpreterMinutes = -1 }
        return request
    }
}
