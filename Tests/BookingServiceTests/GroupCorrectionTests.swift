import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// What became of a person at a session of a course is put right by an entry (BK-4, TX-4).
@Suite struct GroupCorrectionTests {
    private let clinic: SmallClinic
    private let group: GroupEntry

    private var service: BookingService { clinic.service }

    init() throws {
        clinic = try SmallClinic()
        var opening = GroupOpening(team: 0, first: clinic.monday + 14)
        opening.startMinute = 600
        opening.sessionMinutes = 60
        group = try clinic.service.openGroup(opening, in: clinic.context)
        for person in [5, 7] as [Int64] { _ = try clinic.service.joinGroup(person: person, in: clinic.context) }
        _ = try clinic.service.decideGroup(1, in: BookingService.Context(now: try #require(group.due)))
    }

    private func then(_ session: Int) -> BookingService.Context {
        BookingService.Context(now: group.sessions[session - 1] + 90)
    }

    private func attend(_ session: Int, _ outcome: SeatOutcome) throws {
        _ = try service.attendGroup(1, [outcome, SeatOutcome(person: 7, .attendedOnTime)], in: then(session))
    }

    private func outcome(
        _ attendance: Attendance, _ scores: UInt8? = nil, _ next: ContactRecord.NextStep? = nil
    ) -> SeatOutcome {
        var outcome = SeatOutcome(
            person: 5, attendance, scores: scores.map { Scores(depression: $0, anxiety: 7) }, next: next)
        if !attendance.wasSeen { outcome.atLimit = .ends }
        return outcome
    }

    /// What is true of the person, but for the numbers of entries.
    private func truth(_ session: Int) throws -> String {
        let record = try service.record(of: 5, in: then(session))
        let contacts = try RawFile(clinic.path).numbers(
            "SELECT session, attendance, depression, anxiety FROM group_contacts WHERE person = 5 ORDER BY session")
        let tasks = try service.tasks(in: then(session)).filter { $0.person == 5 }.map(\.kind.rawValue).sorted()
        let seats = try service.groups(all: true, in: then(session)).map(\.people)
        return "\(StoredEpisode(record.person.episode)) \(record.person.facts) \(contacts) \(tasks) \(seats)"
    }

    /// Every outcome of the first and of the last session, put right to every other, ends where the right one ends at
    /// first.
    @Test(arguments: [1, 3]) func everyOutcomeCanBecomeEveryOther(session: Int) throws {
        let outcomes = [
            outcome(.attendedOnTime, 9), outcome(.attendedLate), outcome(.didNotAttend), outcome(.arrivedTooLate),
            outcome(.cancelledByPatient), outcome(.attendedOnTime, 4, .completed),
            outcome(.attendedOnTime, nil, .stops),
            outcome(.attendedOnTime, 12, .stepUp),
        ]
        for wrong in outcomes {
            for right in outcomes where wrong != right {
                // Scores and lateness alone leave what was agreed, and scores that are not given, as they are.
                guard right.next != nil || !right.attendance.wasSeen || wrong.next == nil && right.scores != nil
                else { continue }
                let (one, other) = (try GroupCorrectionTests(), try GroupCorrectionTests())
                for tests in [one, other] {
                    for early in 1..<session { try tests.attend(early, outcome(.attendedOnTime, 10)) }
                }
                try one.attend(session, wrong)
                _ = try one.service.correctSeat(group: 1, person: 5, right, why: "a slip", in: then(session))
                try other.attend(session, right)
                #expect(try one.truth(session) == other.truth(session), "\(wrong) to \(right)")
                #expect(try one.service.verify().differences.map(\.description) == [])
                #expect(try Auditor.faults(in: one.clinic.path).isEmpty)
            }
        }
    }

    @Test func whatComesLaterIsCorrectedFirstAndCanBeToldAgain() throws {
        try attend(1, outcome(.didNotAttend))
        try attend(2, outcome(.attendedOnTime, 8))
        #expect(throws: BookingError.self) {
            _ = try service.correctSeat(
                group: 1, session: 1, person: 5, outcome(.attendedOnTime, 9), in: then(2))
        }
        _ = try service.correctSeat(group: 1, session: 2, person: 5, nil, in: then(2))
        _ = try service.correctSeat(group: 1, session: 1, person: 5, outcome(.attendedOnTime, 9), in: then(2))
        _ = try service.correctSeat(group: 1, session: 2, person: 5, outcome(.attendedOnTime, 8), in: then(2))
        let other = try GroupCorrectionTests()
        try other.attend(1, outcome(.attendedOnTime, 9))
        try other.attend(2, outcome(.attendedOnTime, 8))
        #expect(try truth(2) == other.truth(2))
        try attend(3, outcome(.attendedOnTime, 5))
        try other.attend(3, outcome(.attendedOnTime, 5))
        #expect(try truth(3) == other.truth(3))
        #expect(try service.verify().differences.isEmpty)
    }

    @Test func whatIsNotThereCannotBePutRight() throws {
        try attend(1, outcome(.attendedOnTime, 9))
        for (course, session, person) in [(2, 1, 5), (1, 2, 5), (1, 1, 6), (1, 0, 5), (0, 1, 5)]
            as [(Int64, Int, Int64)]
        {
            #expect(throws: BookingError.self) {
                var right = outcome(.didNotAttend)
                right.person = person
                _ = try service.correctSeat(group: course, session: session, person: person, right, in: then(1))
            }
        }
        var wrong = outcome(.didNotAttend)
        wrong.scores = Scores(depression: 3, anxiety: 3)
        #expect(throws: BookingError.self) {
            _ = try service.correctSeat(group: 1, person: 5, wrong, in: then(1))
        }
    }
}
