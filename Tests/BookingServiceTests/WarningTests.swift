import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// Two misses end an episode only after a warning at the first, and 48 hours to reply to the second (AT-3, AT-4).
@Suite struct WarningTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }

    init() throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].safeguards.replyHours = 48 }
        clinic = try SmallClinic(policy: policy)
    }

    /// Person 5 misses a session of a course.
    /// - Returns: when.
    private func miss(from now: CivilMinute) throws -> CivilMinute {
        let best = try #require(try service.offer(person: 5, in: .init(now: now)).slots.first)
        let booked = try service.book(person: 5, slot: best.slot, in: .init(now: now))
        let end = best.start + Int64(best.slot.minutes)
        let standing = try service.attend(
            appointment: booked.appointment, ContactRecord(.didNotAttend), in: .init(now: end))
        #expect(standing.state == .missedSession)
        return end
    }

    private func warning(_ now: CivilMinute) throws -> OpenTask? {
        try service.tasks(in: .init(now: now)).first { $0.kind == .warnOfDischarge }
    }

    private func end(_ now: CivilMinute) throws -> PersonStanding {
        try service.answered(person: 5, madeContact: false, atLimit: .ends, in: .init(now: now))
    }

    @Test func aWarningAndTwoDays() throws {
        let first = try miss(from: clinic.context.now)
        let task = try #require(try warning(first)?.task)
        #expect(throws: BookingError.notWarned(person: 5, task: task)) { _ = try end(first + 20 * 1440) }
        try service.done(task: task, note: "warned", in: .init(now: first + 60))
        _ = try service.answered(person: 5, madeContact: true, in: .init(now: first + 60))
        // The second does not end it at once, and is warned of no more.
        let second = try miss(from: first + 60)
        #expect(try warning(second) == nil)
        let final = try service.tasks(in: .init(now: second)).filter { $0.kind == .finalMessage }
        #expect(final.map(\.person) == [5])
        let refusal = #expect(throws: BookingError.mayReply(person: 5, until: second + 48 * 60)) {
            _ = try end(second + 47 * 60)
        }
        #expect("\(try #require(refusal))".contains("in-touch"))
        #expect(throws: BookingError.mayReply(person: 5, until: second + 48 * 60)) {
            _ = try service.discharge(person: 5, .droppedOut, in: .init(now: second + 47 * 60))
        }
        #expect(try end(second + 48 * 60).state == .closed)
        #expect(try service.verify().isSound)
    }

    /// Whoever replies in time goes on.
    @Test func aReplyInTime() throws {
        let first = try miss(from: clinic.context.now)
        try service.done(task: try #require(try warning(first)?.task), in: .init(now: first))
        _ = try service.answered(person: 5, madeContact: true, in: .init(now: first))
        let second = try miss(from: first)
        let standing = try service.answered(person: 5, madeContact: true, in: .init(now: second + 60))
        #expect(standing.state == .inTreatment)
        #expect(try service.verify().isSound)
    }
}
