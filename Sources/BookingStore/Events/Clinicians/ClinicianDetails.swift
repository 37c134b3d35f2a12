public import CareModel

/// A clinician, or rather a post and who holds it now, as it is from now on (CL-1).
public struct ClinicianDetails: Hashable, Sendable, Codable {
    /// Index of the clinician, as in `Episode.clinician`, from 0.
    public var clinician: Int32
    /// Index of the team.
    public var team: UInt8
    /// The holder's name.
    public var name: String
    /// What the holder is employed as.
    public var role: Role
    /// Whole-time equivalent in hundredths, 1 … 100.
    public var wholeTimePercent: Int
    /// Most people on the caseload (CL-1).
    public var caseloadCap: Int
    /// Therapies the holder is trained in (TX-3).
    public var trainedIn: ModalitySet
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18: Bool
    /// Sex, for a person who prefers one.
    public var sex: Sex
    /// Indices of the languages the holder works in beside English (EQ-2).
    public var languages: [UInt8]
    /// When the holder started.
    public var startedOn: CivilDay
    /// New people are metered before this day (CL-8); nil if they are not.
    public var meteredUntil: CivilDay?
    /// New people a week while metered (CL-8).
    public var meteredPerWeek: Int
    /// No new people from this day, because the holder leaves (CL-7); nil if not.
    public var windsDownFrom: CivilDay?
    /// The last day on which the holder sees anyone; nil if none is known.
    public var lastDay: CivilDay?
    /// New people taken in the week of ``meteredWeek`` (CL-8).
    public var takenThisWeek = 0
    /// The Monday of the week that ``takenThisWeek`` counts; nil if nobody was taken while metered.
    public var meteredWeek: CivilDay?
    /// The venue of each weekday, Monday first; 0, or none at all, is wherever there is a room (CL-9).
    public var venues: [UInt8] = []

    /// A clinician's details.
    public init(
        clinician: Int32, team: UInt8, name: String, role: Role, wholeTimePercent: Int, caseloadCap: Int,
        trainedIn: ModalitySet, seesUnder18: Bool = false, sex: Sex = .unknown, languages: [UInt8] = [],
        startedOn: CivilDay, meteredUntil: CivilDay? = nil, meteredPerWeek: Int = 0, windsDownFrom: CivilDay? = nil,
        lastDay: CivilDay? = nil
    ) {
        self.clinician = clinician
        self.team = team
        self.name = name
        self.role = role
        self.wholeTimePercent = wholeTimePercent
        self.caseloadCap = caseloadCap
        self.trainedIn = trainedIn
        self.seesUnder18 = seesUnder18
        self.sex = sex
        self.languages = languages
        self.startedOn = startedOn
        self.meteredUntil = meteredUntil
        self.meteredPerWeek = meteredPerWeek
        self.windsDownFrom = windsDownFrom
        self.lastDay = lastDay
    }
}

/// A clinician was added.
struct ClinicianAdded: WholeDetails {
    static let kind = EventKind.clinicianAdded
    var details: ClinicianDetails

    init(_ details: ClinicianDetails) { self.details = details }

    var words: String { "\(details.name) joined" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(
            ClinicianDetails.columns, [Int64(details.clinician)] + details.columnValues, entry)
    }
}

/// What is known of a clinician changed.
struct ClinicianChanged: WholeDetails {
    static let kind = EventKind.clinicianChanged
    var details: ClinicianDetails

    init(_ details: ClinicianDetails) { self.details = details }

    var words: String { "what is known of \(details.name) was changed" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            ClinicianDetails.update, details.columnValues + [Int64(details.clinician)], entry,
            else: "there is no clinician \(details.clinician)")
    }
}
