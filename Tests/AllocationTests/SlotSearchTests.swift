import Allocation
import CareModel
import Diaries
import RuleEvidence
import TestSupport
import Testing

/// The search of slots against looking everywhere, while the service goes on.
@Suite("Slot search, against looking everywhere")
struct SlotSearchTests {
    /// What a pair of searches disagrees about; nil if they agree.
    static func difference(_ twin: inout Twin, _ request: SlotRequest) -> String? {
        let found = twin.capacity.earliestSlot(request, today: twin.today)
        let expected = twin.naive.earliest(request, today: twin.today)
        if let found, let expected, Int(found.clinician) == expected.clinician, found.start == expected.start {
            let place = twin.naive.place(request, expected.clinician, found.start.day, today: twin.today)
            if place?.room != Int(found.room) { return "\(request): found room \(found.room), is \(place?.room ?? -2)" }
            return reasonsDifference(twin, request, found)
        }
        if found == nil, expected == nil { return nil }
        return "\(request) on \(twin.today): found \(found.map { "\($0)" } ?? "none"), "
            + "is \(expected.map { "\($0)" } ?? "none")"
    }

    /// BK-3: an offer says why.
    private static func reasonsDifference(
        _ twin: borrowing Twin, _ request: SlotRequest, _ offer: SlotOffer
    ) -> String? {
        let reasons = offer.reasons
        let day = offer.start.day
        let team = Int(twin.naive.clinicians[Int(offer.clinician)].team)
        let assessing = twin.naive.isAssessing(team, day)
        let week = twin.naive.weeks(Int(offer.clinician), day)
        let own = (assessing ? week.assessment : week.usual)[day.weekday, SlotPurpose(request.kind)]
        // What an interpreter makes longer may overrun what is set aside (EQ-2).
        let isOwn = offer.quanta.prefix((request.minutes + 4) / 5).allSatisfy { own.contains($0) }
        let isReleased = !isOwn && Int(day - twin.today) <= twin.naive.releaseDays[team]
        if reasons.contains(.assessmentWeek) != assessing { return "assessment week is a reason: \(offer)" }
        if reasons.contains(.priority) != request.hasPriority { return "priority is a reason: \(offer)" }
        if reasons.contains(.released) != isReleased { return "released time is a reason: \(offer) \(request)" }
        return offer.minutes == twin.naive.minutes(request, Int(offer.clinician)) ? nil : "length: \(offer)"
    }

    @Test("PO-1, PO-2, PR-4, PO-7: random services, one request each")
    func fresh() {
        for seed: UInt64 in 1...1500 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            for _ in 0..<random.below(12) { twin.change(&random) }
            if let difference = Self.difference(&twin, twin.request(&random)) {
                Issue.record("seed \(seed): \(difference)")
                return
            }
        }
        RuleEvidence.record(
            ["BK-3"], test: "SlotSearchTests.fresh",
            effect: "each offer of 1,500 random services gives the reasons that looking everywhere gives")
    }

    @Test("The memory of full days never changes an answer: random books, releases, days and changes")
    func withMemory() {
        for seed: UInt64 in 1...250 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            for step in 0..<120 where twin.today < Twin.first + 50 {
                let request = twin.request(&random)
                if let difference = Self.difference(&twin, request) {
                    Issue.record("seed \(seed), step \(step): \(difference)")
                    return
                }
                if let offer = twin.capacity.earliestSlot(request, today: twin.today), random.below(4) > 0 {
                    expect(twin.book(offer), "seed \(seed), step \(step)")
                }
                if random.below(3) == 0 { twin.change(&random) }
            }
        }
    }

    @Test("The memory of full days, when nothing but bookings, releases and days happen")
    func quietService() {
        for seed: UInt64 in 1...120 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            for step in 0..<200 where twin.today < Twin.first + 50 {
                var request = SlotRequest(
                    kind: .firstAppointment, minutes: 50, team: random.below(2),
                    step: random.below(3) == 0 ? .high : .low, earliest: (twin.today + 1).start,
                    latest: twin.today + 28)
                if random.below(8) == 0 { request.earliest = CivilMinute(day: twin.today, minuteOfDay: 720) }
                if let difference = Self.difference(&twin, request) {
                    Issue.record("seed \(seed), step \(step): \(difference)")
                    return
                }
                if let offer = twin.capacity.earliestSlot(request, today: twin.today) { expect(twin.book(offer)) }
                if random.below(8) == 0, !twin.booked.isEmpty { twin.release(random.below(twin.booked.count)) }
                if random.below(12) == 0 { twin.advance(by: 1) }
            }
        }
    }

    @Test("TX-12: the earliest slot with one clinician")
    func oneClinician() {
        for seed: UInt64 in 1...1200 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            for _ in 0..<random.below(20) { twin.change(&random) }
            guard !twin.naive.clinicians.isEmpty else { continue }
            let clinician = random.below(twin.naive.clinicians.count)
            var request = twin.request(&random)
            request.team = Int(twin.naive.clinicians[clinician].team)
            let found = twin.capacity.earliestSlot(request, with: clinician, today: twin.today)
            let expected = twin.naive.earliest(request, with: clinician, today: twin.today)
            guard found?.start == expected, found.map({ Int($0.clinician) == clinician }) ?? true,
                found?.reasons.contains(.continuity) ?? true
            else {
                Issue.record("seed \(seed): found \(String(describing: found)), is \(String(describing: expected))")
                return
            }
        }
    }

    @Test("BK-1: what is booked by one is refused to the next, in part too")
    func doubleBooking() {
        for seed: UInt64 in 1...200 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            guard !twin.naive.clinicians.isEmpty else { continue }
            for _ in 0..<120 {
                let start = CivilMinute(
                    day: Twin.first + Int32(random.below(3)), minuteOfDay: 540 + random.below(60) * 5)
                let offer = SlotOffer(
                    clinician: Int32(random.below(twin.naive.clinicians.count)), start: start,
                    minutes: 5 + random.below(60), reasons: [])
                guard twin.book(offer) else {
                    Issue.record("seed \(seed): \(offer)")
                    return
                }
                if random.below(4) == 0, !twin.booked.isEmpty { twin.release(random.below(twin.booked.count)) }
            }
        }
    }
}
