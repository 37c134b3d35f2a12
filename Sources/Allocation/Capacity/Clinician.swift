public import CareModel

/// What the policy needs to know of a clinician, or rather of a post and whoever holds it now.
@frozen
public struct Clinician: Sendable, Equatable, BitwiseCopyable {
    /// Index of the team.
    public var team: Int32
    /// What the holder is employed as.
    public var role: Role
    /// Therapies the holder is trained in.
    public var trainedIn: ModalitySet
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18: Bool
    /// Most people on the caseload (CL-1).
    public var caseloadCap: Int32
    /// People on the caseload now.
    public var caseload: Int32 = 0
    /// Places that are kept for people who are allocated and whose course has not begun (CL-18).
    public var promised: Int32 = 0
    /// New people are metered before this day (CL-8).
    public var meteredUntil: CivilDay
    /// New people a week while metered (CL-8).
    public var meteredPerWeek: Int32
    /// New people taken in the week of ``meteredWeek``.
    public var takenThisWeek: Int32 = 0
    /// The Monday of the week that ``takenThisWeek`` counts.
    public var meteredWeek: CivilDay
    /// No new people from this day: the holder is leaving (CL-7).
    public var windsDownFrom: CivilDay
    /// The last day on which the holder sees anyone; the post is vacant after it.
    public var lastDay: CivilDay

    /// The holder's sex, for people who ask for one (KT-10).
    public var sex = Sex.unknown
    /// The languages that the holder works in (EQ-2).
    public var languages = LanguageSet()
    /// Where the holder sees people face to face (CL-9).
    public var venues = VenueWeek()

    /// Notes or letters about contacts are late: nobody new until they are done (CL-17).
    public var owesNotes = false

    /// A day that never comes.
    @inlinable public static var never: CivilDay { CivilDay(number: Int32.max / 2) }

    /// A settled clinician with an empty caseload.
    public init(team: Int32, role: Role, trainedIn: ModalitySet, seesUnder18: Bool, caseloadCap: Int32) {
        self.team = team
        self.role = role
        self.trainedIn = trainedIn
        self.seesUnder18 = seesUnder18
        self.caseloadCap = caseloadCap
        meteredUntil = CivilDay(number: Int32.min / 2)
        meteredPerWeek = Int32.max
        meteredWeek = CivilDay(number: Int32.min / 2)
        windsDownFrom = Clinician.never
        lastDay = Clinician.never
    }

    /// People that the caseload still has room for (CL-1), places that are kept left out (CL-18).
    @inlinable
    public var headroom: Int32 { caseloadCap - caseload - promised }

    /// New people that the starter's meter still allows this week (CL-8).
    @inlinable
    public func meterLeft(on day: CivilDay) -> Int32 {
        if day >= meteredUntil { return Int32.max }
        return meteredWeek == day.monday ? meteredPerWeek - takenThisWeek : meteredPerWeek
    }

    /// Whether the starter's meter allows one more this week (CL-8).
    @inlinable
    public func meterAllows(on day: CivilDay) -> Bool { meterLeft(on: day) > 0 }

    /// Whether the holder may see a person of this age on a day: trained for it, and still there (PR-4, CL-7).
    @inlinable
    public func maySee(isUnder18: Bool, on day: CivilDay) -> Bool { (!isUnder18 || seesUnder18) && day <= lastDay }

    /// Whether the holder may take what is asked for on a day: the work of their role too, and nobody new while notes
    /// are late (PR-4, CL-7, CL-15, CL-17).
    @inlinable
    public func mayTake(_ request: SlotRequest, on day: CivilDay) -> Bool {
        maySee(isUnder18: request.isUnder18, on: day) && role.takes(request.kind)
            && (request.kind != .firstAppointment || !owesNotes)
    }

    /// Whether the holder is trained to give a therapy to a person of this age (TX-3, PR-4).
    @inlinable
    public func mayTreat(_ modality: Modality, isUnder18: Bool) -> Bool {
        trainedIn.contains(modality) && (!isUnder18 || seesUnder18)
    }
}
