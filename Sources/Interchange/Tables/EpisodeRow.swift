import Allocation
public import BookingStore
public import CareModel

/// A line of `episodes.csv`: where a person is, and what is known beside it.
public struct EpisodeRow: Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Where the person is (KP-10).
    public var episode: StoredEpisode
    /// What is known beside it.
    public var facts: PersonFacts

    /// An episode.
    public init(person: Int64, episode: StoredEpisode, facts: PersonFacts) {
        self.person = person
        self.episode = episode
        self.facts = facts
    }

    /// Why it ended; nil while it is open.
    fileprivate var endReason: EndReason? {
        get { episode.state == .closed ? episode.endReason : nil }
        set { episode.endReason = newValue ?? .completed }
    }

    /// The clinician whose caseload holds the person.
    fileprivate var clinician: Int32? {
        get { episode.clinician < 0 ? nil : episode.clinician }
        set { episode.clinician = newValue ?? -1 }
    }

    fileprivate var assessor: Int32? {
        get { facts.assessor < 0 ? nil : facts.assessor }
        set { facts.assessor = newValue ?? -1 }
    }

    /// What is agreed or known, as the desk's bits; the same facts stand beside them one by one.
    fileprivate var flags: UInt16 {
        get {
            var flags = DeskPerson.Flags(rawValue: facts.flags)
            if facts.acceptsShortNotice { flags.insert(.shortNotice) }
            if facts.keepingInTouchOptOut { flags.insert(.optedOut) }
            if facts.movedByPerson { flags.insert(.movedByPerson) }
            if facts.movedByService { flags.insert(.movedByService) }
            return flags.rawValue
        }
        set {
            facts.flags = newValue
            let flags = DeskPerson.Flags(rawValue: newValue)
            facts.acceptsShortNotice = flags.contains(.shortNotice)
            facts.keepingInTouchOptOut = flags.contains(.optedOut)
            facts.movedByPerson = flags.contains(.movedByPerson)
            facts.movedByService = flags.contains(.movedByService)
        }
    }
}

/// Scores as cells: empty for scores that nobody has taken, which the desk keeps as nothing in both questionnaires at
/// the start.
extension EpisodeRow {
    private var isStartScored: Bool { facts.startScores != Scores(depression: 0, anxiety: 0) }
    private var isScored: Bool { isStartScored || facts.scores != Scores(depression: 0, anxiety: 0) }

    fileprivate var startDepression: UInt8? {
        get { isStartScored ? facts.startScores.depression : nil }
        set { facts.startScores.depression = newValue ?? 0 }
    }

    fileprivate var startAnxiety: UInt8? {
        get { isStartScored ? facts.startScores.anxiety : nil }
        set { facts.startScores.anxiety = newValue ?? 0 }
    }

    fileprivate var depression: UInt8? {
        get { isScored ? facts.scores.depression : nil }
        set { facts.scores.depression = newValue ?? 0 }
    }

    fileprivate var anxiety: UInt8? {
        get { isScored ? facts.scores.anxiety : nil }
        set { facts.scores.anxiety = newValue ?? 0 }
    }
}

extension EpisodeRow: TableRow {
    static var fileName: String { "episodes.csv" }
    static var blank: EpisodeRow {
        let none = Scores(depression: 0, anxiety: 0)
        return EpisodeRow(
            person: 0, episode: StoredEpisode(received: CivilMinute(minutes: 0)),
            facts: PersonFacts(startScores: none, scores: none))
    }
    static func columns(_ teams: TeamNames) -> [TableColumn<EpisodeRow>] {
        placeColumns + milestoneColumns + factColumns
    }

    private static var placeColumns: [TableColumn<EpisodeRow>] {
        let count = ColumnForm<UInt8>.number(0...255)
        return [
            TableColumn("person", \.person, .number(1...999_999_999)),
            TableColumn("state", \.episode.state, .state),
            TableColumn("step", \.episode.step, .step),
            TableColumn("priority", \.episode.priority, .priority),
            TableColumn("therapy", \.episode.modality, .modality),
            TableColumn("end-reason", \.endReason, ColumnForm.endReason.orEmpty),
            TableColumn("stepped-up", \.episode.wasSteppedUp, .yesOrNo),
            TableColumn("missed", \.episode.missedCount, count),
            TableColumn("contacts-at-step", \.episode.contactsAtStep, count),
            TableColumn("low-contacts", \.episode.lowContacts, count),
            TableColumn("high-contacts", \.episode.highContacts, count),
            TableColumn("clinician", \.clinician, ColumnForm.number(0...Int32(9999)).orEmpty),
        ]
    }

    private static var milestoneColumns: [TableColumn<EpisodeRow>] {
        let milestone = ColumnForm.minute.blank({ $0 == Episode.never }, is: Episode.never)
        return [
            TableColumn("received", \.episode.received, .minute),
            TableColumn("state-since", \.episode.stateSince, .minute),
            TableColumn("waiting-since", \.episode.waitingSince, milestone),
            TableColumn("first-appointment", \.episode.firstAppointment, milestone),
            TableColumn("first-treatment", \.episode.firstTreatment, milestone),
            TableColumn("second-treatment", \.episode.secondTreatment, milestone),
            TableColumn("last-treatment", \.episode.lastTreatment, milestone),
        ]
    }

    private static var factColumns: [TableColumn<EpisodeRow>] {
        let minute = ColumnForm.minute.orEmpty
        let day = ColumnForm.day.orEmpty
        let depression = ColumnForm.number(0...Scores.depressionCeiling).orEmpty
        let anxiety = ColumnForm.number(0...Scores.anxietyCeiling).orEmpty
        return [
            TableColumn("start-phq-9", \.startDepression, depression),
            TableColumn("start-gad-7", \.startAnxiety, anxiety),
            TableColumn("phq-9", \.depression, depression),
            TableColumn("gad-7", \.anxiety, anxiety),
            TableColumn("sessions-at-step", \.facts.sessionsAtStep, .number(0...255)),
            TableColumn("planned-sessions", \.facts.plannedSessions, .number(0...255)),
            TableColumn("next-action-due", \.facts.nextActionDue, ColumnForm.dueMinute.orEmpty),
            TableColumn("screening-task", \.facts.screeningTask, .screeningTask),
            TableColumn("contact-attempts", \.facts.contactAttempts, .number(0...255)),
            TableColumn("appointments-offered", \.facts.appointmentCount, .number(0...65535)),
            TableColumn("reached-at", \.facts.reachedAt, minute),
            TableColumn("agreed", \.flags, .deskFlags),
            TableColumn("last-kept-in-touch", \.facts.lastKeptInTouch, day),
            TableColumn("assessor", \.assessor, ColumnForm.number(0...Int32(9999)).orEmpty),
            TableColumn("not-before", \.facts.notBefore, day),
            TableColumn("due-on", \.facts.dueOn, day),
            TableColumn("listed-at", \.facts.listedAt, minute),
        ]
    }
}
