import Allocation
import BookingStore
import CareModel

/// Books a whole course with the clinician who holds the person, or proposes it (BK-2): as many weekly or fortnightly
/// sessions as are still to come, at one time of day; weeks of leave and bank holidays are skipped, and each session
/// says what moved it. Sessions that are booked already stay, and count.
public struct PlanCourse: UseCase {
    /// The person's number.
    public var person: Int64
    /// Sessions still to come, the next one included, 1 … 40.
    public var sessions: Int
    /// Books them; else nothing is booked.
    public var books: Bool

    /// The command.
    public init(person: Int64, sessions: Int, books: Bool = true) {
        self.person = person
        self.sessions = sessions
        self.books = books
    }
}

extension PlanCourse {
    package static let name = "course"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "course" }

    package func perform(in step: CommandStep) throws -> CourseReply {
        let index = try step.index(of: person)
        let state = step.box.desk.episodes[index].state
        guard state == .inTreatment else {
            throw BookingError.impossible(person: person, state: state, command: "planning a course")
        }
        guard (1...40).contains(sessions) else {
            throw BookingError.invalid("a course has 1 to 40 sessions still to come, not \(sessions)")
        }
        var decisions = step.decisions()
        let had = Int(step.box.desk.people[index].sessionsAtStep)
        let agrees = step.box.desk.people[index].flags.contains(.supervisorAgrees)
        let planned = UInt8(clamping: had + sessions)
        if books {
            try decisions.hear(.coursePlanned(UInt32(index), sessions: planned, supervisorAgrees: agrees))
        }
        let series = step.box.desk.series(for: index, sessions: sessions)
        if books { try step.book(series, for: index, &decisions) }
        return CourseReply(
            sessions: series.enumerated().map { step.reply($0.element, number: had + $0.offset + 1, index) },
            missing: max(0, sessions - series.count), name: try step.name(of: person))
    }
}

extension CommandStep {
    /// Books what is not booked yet of a series: the next session if none is, then the later ones.
    func book(_ series: [SeriesSession], for index: Int, _ decisions: inout DecisionWriter) throws {
        let number = UInt32(index)
        for session in series where !session.isBooked {
            let isNext = !box.desk.people[index].isBooked
            let fact: DeskFact = isNext ? .chosen(number, session.slot) : .laterChosen(number, session.slot)
            try require(fact, "booking a course")
            try decisions.hear(fact)
        }
        if !decisions.booked.isEmpty { try decisions.log.messages.tell(index, .courseBooked) }
    }

    fileprivate func reply(_ session: SeriesSession, number: Int, _ index: Int) -> CourseSession {
        let start = session.slot.start
        return CourseSession(
            session: number,
            appointment: box.appointments[index, start],
            start: start, minutes: session.slot.minutes,
            clinicianName: box.clinicians[Int(session.slot.clinician)].name, why: Wording.series(session))
    }
}
