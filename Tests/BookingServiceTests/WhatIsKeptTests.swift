import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// What is kept between steps is of this minute, and of nothing that was refused.
@Suite struct WhatIsKeptTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }

    init() throws { clinic = try SmallClinic() }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    /// Nothing happens meanwhile: the answer of the day before is kept, and is another day's.
    @Test func anAnswerIsOfItsMinute() throws {
        let today = try service.waitingList(in: clinic.context)
        let tomorrow = try service.waitingList(in: at(clinic.context.now + 1440))
        #expect(!today.isEmpty && today.count == tomorrow.count)
        for entry in today {
            let later = try #require(tomorrow.first { $0.person == entry.person })
            #expect(later.days == entry.days + 1, "person \(entry.person)")
        }
        #expect(try service.waitingList(in: clinic.context) == today)
    }

    /// The desk heard that a session took place before what became of the second person was refused.
    @Test func aStepThatIsRefusedLeavesTheDeskAsItWas() throws {
        var opening = GroupOpening(team: 0, first: clinic.monday + 14)
        (opening.startMinute, opening.sessionMinutes) = (600, 60)
        let group = try service.openGroup(opening, in: clinic.context)
        for person in [5, 7] as [Int64] { _ = try service.joinGroup(person: person, in: clinic.context) }
        _ = try service.decideGroup(1, in: at(try #require(group.due)))
        let now = at(group.sessions[0] + 90)
        let seen = SeatOutcome(person: 5, .attendedOnTime)
        #expect(throws: BookingError.self) {
            let missed = SeatOutcome(person: 7, .didNotAttend, next: .completed)
            _ = try service.attendGroup(1, [seen, missed], in: now)
        }
        #expect(try service.groups(in: now).map(\.held) == [0])
        let recorded = try service.attendGroup(1, [seen, SeatOutcome(person: 7, .attendedLate)], in: now)
        #expect(recorded.held == 1)
        #expect(try service.verify().isSound)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }
}
