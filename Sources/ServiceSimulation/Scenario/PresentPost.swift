public import Allocation
public import CareModel
public import Diaries

/// A post as a booking database has it today, where a scenario would only describe it: a forecast from today's list
/// starts with whoever is really there.
public struct PresentPost: Sendable {
    /// Names the post's random streams: the key of the scenario's post that it is, or one of its own.
    public var key: UInt64
    /// Index of the team.
    public var team: Int
    /// Rotates days off, where the weeks are the scenario's.
    public var number = 0
    /// What the scenario says of such a post: what it does not say of the holder, the holder's own.
    public var staff: StaffInput
    /// The holder as the desk has them: the cap, the therapies, the meter, the end of the post (CL-1, CL-7, CL-8).
    public var clinician: Clinician
    /// When the holder started.
    public var startedOn: CivilDay
    /// The holder's usual week and assessment week, which no lever changes; nil where they are the scenario's.
    public var weeks: (usual: WeekTemplate, assessment: WeekTemplate)?
    /// Weeks of the holder that begin later (CL-3).
    public var hours: [DatedHours] = []

    /// A post whose weeks are the scenario's, with an empty caseload: a snapshot says who is on it.
    public init(key: UInt64, team: Int, staff: StaffInput, clinician: Clinician, startedOn: CivilDay) {
        self.key = key
        self.team = team
        self.staff = staff
        self.clinician = clinician
        (self.clinician.caseload, self.clinician.promised) = (0, 0)
        self.startedOn = startedOn
    }

    /// What the policy sees of a holder who came later: a new starter in the same post (CL-8).
    func successor(startedOn: CivilDay, workforce: WorkforceInput) -> Clinician {
        var clinician = self.clinician
        clinician.takenThisWeek = 0
        clinician.meter(from: startedOn, workforce)
        clinician.windsDownFrom = staff.until ?? Clinician.never
        clinician.lastDay = staff.until ?? Clinician.never
        return clinician
    }
}

extension Clinician {
    /// New people are metered for the first weeks of a holder (CL-8).
    mutating func meter(from startedOn: CivilDay, _ workforce: WorkforceInput) {
        meteredUntil = startedOn + Int32(workforce.rampWeeks * 7)
        meteredPerWeek = Int32(max(1, (Double(caseloadCap) * workforce.rampSharePerWeek).rounded(.up)))
    }
}
