public import BookingStore
public import CareModel

/// How near a caseload is to its cap (CL-1, CL-12), the fullest first.
public enum CaseloadStanding: String, CaseIterable, Hashable, Sendable {
    /// More people than the cap.
    case over
    /// As many as the cap, places that are kept for others counted.
    case atCap = "at-cap"
    /// So near the cap that cases may be moved away (PO-8).
    case near
    /// Between.
    case within
    /// So far below it that other people's cases may be moved here (PO-8).
    case room
    /// The role has no people on a caseload (CL-15).
    case none
}

/// A clinician's caseload and hours (KP-8, CL-12).
public struct Workload: Hashable, Sendable {
    /// What the store keeps of the clinician.
    public var details: ClinicianDetails
    /// The team's title.
    public var team: String
    /// People on the caseload.
    public var caseload: Int
    /// Places that are kept for people who are allocated and whose course has not begun (CL-18).
    public var promised: Int
    /// How many new people may be allocated today: 0 at the cap, before a long absence, with late notes (CL-1, CL-6,
    /// CL-17).
    public var openings: Int
    /// How near the caseload is to its cap.
    public var standing: CaseloadStanding
    /// The weeks to come, this one from today on.
    public var weeks: [WorkloadWeek]
}

/// Hours of a week, in minutes: what may be booked is booked, the clinician's own or held, or unused.
public struct WorkloadWeek: Hashable, Sendable {
    /// The first day that is counted: a Monday, or today.
    public var from: CivilDay
    /// What may be booked: without absences and holidays.
    public var bookableMinutes = 0
    /// Of it, what is booked with people and courses.
    public var bookedMinutes = 0
    /// Of it, what is taken by the clinician's own work, or held while somebody chooses (CL-4).
    public var otherMinutes = 0
    /// Booked with people and courses at times that may not be booked: moved in, or overrun (EQ-2).
    public var outsideMinutes = 0

    /// What nobody has taken.
    public var unusedMinutes: Int { bookableMinutes - bookedMinutes - otherMinutes }

    /// A week of which nothing is counted yet.
    public init(from: CivilDay) { self.from = from }

    /// Of several clinicians together.
    public static func + (one: WorkloadWeek, other: WorkloadWeek) -> WorkloadWeek {
        var sum = one
        sum.bookableMinutes += other.bookableMinutes
        sum.bookedMinutes += other.bookedMinutes
        sum.otherMinutes += other.otherMinutes
        sum.outsideMinutes += other.outsideMinutes
        return sum
    }
}
