import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// The log is ordered by its sequence: no minute in it keeps anybody from going on, and looks write nothing.
@Suite struct TimeTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic() }

    private func at(_ minutes: Int64, clock: Int64? = nil, isMeant: Bool = false) -> BookingService.Context {
        var other = BookingService.Context(now: context.now + minutes, clock: clock.map { context.now + $0 })
        other.isMinuteMeant = isMeant
        return other
    }

    private func sequence() throws -> Int64 {
        try RawFile(clinic.path).numbers("SELECT max(sequence) FROM log")[0][0] ?? 0
    }

    private static let year: Int64 = 365 * 1440

    /// A minute that was said, what the clock says, and at which minute the command counts after an entry of minute 0;
    /// nil where it is refused.
    static let minutes: [(said: Int64, clock: Int64, counts: Int64?)] = [
        (0, 0, 0), (5, 5, 5), (-1, -1, 0), (-60, 0, 0), (-120, 5, 0), (-121, 5, -121), (-3 * 1440, 0, -3 * 1440),
        (90 * 1440, 0, 90 * 1440), (101 * 1440, 0, nil), (36 * year, 0, nil), (-101 * 1440, 0, nil),
        // Far after the last entry, but the clock says so too; and a clock that is wrong itself.
        (101 * 1440, 100 * 1440, 101 * 1440), (36 * year, 36 * year, nil), (-26 * year, -26 * year, nil),
        (390 * 1440, 390 * 1440, 390 * 1440),
    ]

    @Test(arguments: minutes) func aMinuteCountsOrIsRefused(_ row: (said: Int64, clock: Int64, counts: Int64?)) throws {
        let asked = at(row.said, clock: row.clock)
        guard let counts = row.counts else {
            #expect(throws: BookingError.self) { try StepMinute.of(asked, last: context.now) }
            let meant = at(row.said, clock: row.clock, isMeant: true)
            #expect(try StepMinute.of(meant, last: context.now) == context.now + row.said)
            return
        }
        #expect(try StepMinute.of(asked, last: context.now) == context.now + counts)
    }

    @Test func aServiceGoesOnAfterAMinuteThatWasWrong() throws {
        let person = try clinic.waiting("Slip Invented")
        _ = try service.addRoom(RoomAdded(room: 0, team: 0, name: "Slip", venue: 1), in: at(36 * Self.year))
        for minutes in [0, 1, 60, 1440] as [Int64] { _ = try clinic.service.offer(person: person, in: at(minutes)) }
        let slot = try #require(service.offer(person: person, in: at(2)).slots.first).slot
        let held = try service.hold(person: person, slot: slot, in: at(2))
        #expect(held.expires == context.now + 2 + 10)
        #expect(try service.confirm(hold: held.hold, in: at(3)).start == slot.start)
        #expect(try service.verify().isSound)
    }

    @Test(arguments: [0, 9, 10, 1440, 400 * 1440, -5, -400 * 1440] as [Int64])
    func looksWriteNothing(minutes: Int64) throws {
        let slot = try #require(service.offer(person: 1, in: context).slots.first).slot
        let held = try service.hold(person: 1, slot: slot, in: context)
        let before = try sequence()
        let when = at(minutes)
        _ = try? service.offer(person: 2, in: when)
        _ = try service.waitingList(in: when)
        _ = try service.tasks(in: when)
        _ = try service.outbox(in: when)
        _ = try service.records(of: 1, "record", in: when)
        _ = try service.groups(in: when)
        _ = try service.callsDue(by: when.now.day, in: when)
        _ = try service.people(for: slot, in: when)
        _ = try service.propose(team: 0, in: when)
        _ = try service.publicMeasures(in: when)
        _ = try service.snapshot(in: when)
        _ = try service.audit(in: when)
        _ = try service.verify(in: when)
        #expect(try sequence() == before)
        // The hold keeps its slot at its own minute, whoever looked at another.
        #expect(try service.offer(person: 2, in: at(9)).slots.first?.slot != slot)
        #expect(try service.confirm(hold: held.hold, in: at(9)).start == slot.start)
    }

    @Test func aHoldThatIsPastKeepsNothing() throws {
        let slot = try #require(service.offer(person: 1, in: context).slots.first).slot
        let held = try service.hold(person: 1, slot: slot, in: context)
        #expect(throws: BookingError.holdEnded(held.hold, .expired)) {
            _ = try service.confirm(hold: held.hold, in: at(10))
        }
        let other = try service.hold(person: 2, slot: slot, in: at(10))
        #expect(try service.confirm(hold: other.hold, in: at(11)).start == slot.start)
        #expect(try service.verify().isSound)
    }
}
