import Allocation
import BookingStore
public import CareModel

/// A session of a whole course (BK-2).
public struct CourseSession: Codable, Hashable, Sendable {
    /// Which of the course: those that were had at this step count.
    public var session: Int
    /// The number of the appointment; nil if the session is only proposed.
    public var appointment: Int64?
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// The name of the clinician who holds the person.
    public var clinicianName: String
    /// Whether it is where the interval puts it, or which weeks it moved and why.
    public var why: String
}

/// The sessions of a course that are still to come (BK-2).
public struct CourseReply: Codable, Hashable, Sendable {
    /// By start.
    public var sessions: [CourseSession]
    /// How many of those asked for found no time in the days that the diaries reach.
    public var missing: Int
    /// The person's name.
    public var name: String?
}

extension BookingService {
    /// Books a whole course with the clinician who holds the person, or proposes it (BK-2): as many weekly or
    /// fortnightly sessions as are still to come, at one time of day; weeks of leave and bank holidays are skipped, and
    /// each session says what moved it. Sessions that are booked already stay, and count.
    /// - Parameters:
    ///   - sessions: still to come, the next one included.
    ///   - books: books them; else nothing is booked.
    public func course(person: Int64, sessions: Int, books: Bool = true, in context: Context) throws -> CourseReply {
        try run(context, .book, KeyedCommand("course", .person(person), sessions, books)) { step in
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
}

extension BookingService.CommandStep {
    /// Books what is not booked yet of a series: the next session if none is, then the later ones.
    func book(_ series: [SeriesSession], for index: Int, _ decisions: inout DecisionWriter) throws {
        let number = UInt32(index)
        for session in series where !session.isBooked {
            let isNext = !box.desk.people[index].isBooked
            let fact: DeskFact = isNext ? .chosen(number, session.slot) : .laterChosen(number, session.slot)
            try require(fact, "booking a course")
            try decisions.hear(fact)
        }
        if !decisions.booked.isEmpty { try decisions.tell(index, .courseBooked) }
    }

    fileprivate func reply(_ session: SeriesSession, number: Int, _ index: Int) -> CourseSession {
        let start = session.slot.start
        let isNext = box.desk.people[index].isBooked && box.desk.people[index].slotStart == start
        return CourseSession(
            session: number,
            appointment: isNext
                ? box.appointments[index] : box.laterAppointments[LaterKey(person: index, start: start)],
            start: start, minutes: session.slot.minutes,
            clinicianName: box.clinicians[Int(session.slot.clinician)].name, why: Wording.series(session))
    }
}
