import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// Everybody whose appointment an absence cancels is shown time of their own (BK-6).
@Suite struct AbsenceTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic { $0.people = [] } }

    /// Somebody who was referred so many days ago and waits for a first appointment.
    private func waiting(_ days: Int64) throws -> Int64 { try clinic.waiting("Invented \(days)", daysAgo: days) }

    @Test func noTwoPeopleAreShownTheSameTime() throws {
        let people = try [3, 5, 1].map { try waiting($0) }
        let day = context.now.day + 4
        for (place, person) in people.enumerated() {
            let start = CivilMinute(day: day, minuteOfDay: 540 + place * 60)
            let slot = SlotOffer(clinician: 0, start: start, minutes: 0, reasons: [])
            _ = try service.book(person: person, slot: slot, reason: "agreed", in: context)
        }
        let affected = try service.absent(clinician: 0, first: day, last: day, .sickness, limit: 3, in: context)
        #expect(affected.map(\.person) == people)
        let shown = affected.flatMap(\.slots)
        #expect(affected.allSatisfy { !$0.slots.isEmpty } && shown.count > 4)
        for (index, one) in shown.enumerated() {
            for other in shown[..<index] where one.clinician == other.clinician {
                let isApart =
                    one.start + Int64(one.minutes) <= other.start || other.start + Int64(other.minutes) <= one.start
                #expect(isApart, "\(one.start) and \(other.start) with \(one.clinician)")
            }
        }
        // Whoever is due first has the best of all, and it is still free for anybody.
        let best = try #require(service.offer(person: people[1], in: context).slots.first)
        #expect(affected[1].slots.first?.slot == best.slot)
        #expect(try service.offer(person: people[0], in: context).slots.first?.slot == best.slot)
        for booking in affected {
            let slot = try #require(booking.slots.first)
            _ = try service.book(person: booking.person, slot: slot.slot, in: context)
        }
        #expect(try service.verify().isSound)
    }
}
