public import CareModel
public import Foundation

/// What of diaries and appointments is sought in FHIR R4.
public struct FHIRSearch: Sendable {
    /// The kinds of resources.
    public enum Kind: String, CaseIterable, Sendable {
        /// A clinician's diary.
        case schedule = "Schedule"
        /// A stretch of a diary.
        case slot = "Slot"
        /// An appointment.
        case appointment = "Appointment"
    }

    /// What kind.
    public var kind: Kind
    /// Whose diaries, on which days, and whether names are in them.
    public var options: FHIROptions
    /// Only those with one of these statuses; empty is any.
    public var statuses: [String] = []
    /// Only those with one of these identifiers within their kind; nil is any.
    public var ids: [String]?
    /// Only those that start from this minute on, and before that; nil is any on the days.
    public var starts: Range<CivilMinute>?
    /// Only those of a person; nil is anybody's.
    public var person: Int64?
    /// How many are left out from the start, and how many are told at most.
    public var page = 0..<100

    /// Everything of a kind.
    public init(_ kind: Kind, _ options: FHIROptions) {
        self.kind = kind
        self.options = options
    }
}

/// What was found.
public struct FHIRMatches: Sendable {
    /// How many there are in all.
    public var total = 0
    /// The resources of the page, each as JSON, with its identifier.
    public var resources: [(id: String, content: Data)] = []
    /// Whose they are: people whose names may be in them.
    public var people: [Int64] = []
}

extension BundleResource {
    /// Its kind.
    var kind: FHIRSearch.Kind {
        switch self {
        case .schedule: .schedule
        case .slot: .slot
        case .appointment: .appointment
        }
    }

    var id: String {
        switch self {
        case .schedule(let schedule): schedule.id
        case .slot(let slot): slot.id
        case .appointment(let appointment): appointment.id
        }
    }

    /// When it starts, as it is written; empty of a schedule.
    var start: String {
        switch self {
        case .schedule: ""
        case .slot(let slot): slot.start
        case .appointment(let appointment): appointment.start
        }
    }

    private var status: String? {
        switch self {
        case .schedule: nil
        case .slot(let slot): slot.status
        case .appointment(let appointment): appointment.status
        }
    }

    /// Whose it is; nil of a diary.
    var person: Int64? {
        guard case .appointment(let appointment) = self else { return nil }
        let identifiers = appointment.participant.compactMap(\.actor.identifier)
        return identifiers.first { $0.system == Identifier.person(0).system }.flatMap { Int64($0.value) }
    }

    func isMatch(_ search: FHIRSearch) -> Bool {
        guard kind == search.kind, search.ids?.contains(id) ?? true else { return false }
        if let person = search.person, self.person != person { return false }
        guard let status else { return true }
        if !search.statuses.isEmpty, !search.statuses.contains(status) { return false }
        guard let starts = search.starts else { return true }
        // The day and the time stand first, as clocks in London show them.
        let minute = start.prefix(16)
        return BundleResource.text(starts.lowerBound) <= minute && minute < BundleResource.text(starts.upperBound)
    }

    private static func text(_ minute: CivilMinute) -> String { "\(minute.day)T\(LondonTime.clock(minute))" }
}
