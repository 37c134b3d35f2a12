import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// The waiting list in numbers: who is counted where, and what whoever may see totals only is told (KT-8, EQ-1).
@Suite struct WaitsNowTests {
    private let clinic: SmallClinic

    init() throws { clinic = try SmallClinic() }

    private func row(_ waits: WaitsNow, _ division: WaitDivision, _ id: String) -> WaitCounts? {
        waits.divisions.first { $0.division == division }?.rows.first { $0.part?.id == id }
    }

    @Test func aWaitFallsIntoTheBandOfThePromiseThatItKeeps() throws {
        let before = try clinic.service.waitsNow(in: clinic.context)
        #expect(before.bands.map(\.title) == ["up to 28 days", "29 to 42 days", "43 to 126 days", "over 126 days"])
        for (days, band) in [(28, 0), (29, 1), (42, 1), (43, 2), (126, 2), (127, 3)] {
            let start = try clinic.service.waitsNow(in: clinic.context)
            _ = try clinic.waiting("Invented \(days)", daysAgo: Int64(days))
            let waits = try clinic.service.waitsNow(in: clinic.context)
            for place in waits.bands.indices {
                let more = (waits.total.byBand[place] ?? 0) - (start.total.byBand[place] ?? 0)
                #expect(more == (place == band ? 1 : 0), "\(days) days, band \(place)")
            }
        }
    }

    @Test func whoIsAskedForIsCountedAndNobodyElse() throws {
        let person = try clinic.waiting(daysAgo: 200)
        let all = try clinic.service.waitsNow(in: clinic.context)
        let team = try #require(all.choices.first { $0.division == .team }?.parts.first)
        let longest = try #require(all.longest?.first)
        #expect(longest.person == person && longest.days == 200 && longest.part(.clinician)?.title == "nobody yet")
        let some = try clinic.service.waitsNow([.team: team.id, .band: "over-126"], in: clinic.context)
        #expect(some.total.total == 1 && some.longest?.map(\.person) == [person])
        #expect(some.choices == all.choices && some.others == all.others)
        #expect(row(some, .queue, "waiting-first-appointment")?.total == 1)
        #expect(try clinic.service.waitsNow([.team: "nowhere"], in: clinic.context).total.total == 0)
    }

    /// Small numbers are left out and others rounded, and nobody is named, for whoever may see totals only.
    @Test func whoeverMaySeeTotalsOnlyIsToldWhatMayBeShared() throws {
        for number in 1...7 { _ = try clinic.waiting("Invented \(number)", daysAgo: 300) }
        var context = clinic.context
        let administrator = try clinic.service.perform(AddUser(user: "A", role: .administrator), in: context)
        context.author = Author(user: administrator, origin: "test")
        let exact = try clinic.service.waitsNow(in: context)
        #expect(exact.total.byBand.last == 7 && exact.longest?.isEmpty == false && !exact.isShared)
        context.author = Author(
            user: try clinic.service.perform(AddUser(user: "C", role: .commissioner), in: context), origin: "test")
        let shared = try clinic.service.waitsNow(in: context)
        #expect(shared.isShared && shared.longest == nil && shared.total.byBand.last == 5)
        let counts = shared.divisions.flatMap(\.rows).flatMap { $0.byBand + [$0.total] } + shared.others.map(\.people)
        #expect(counts.allSatisfy { $0.map { $0 >= 5 && $0 % 5 == 0 } ?? true } && counts.contains(nil))
        #expect(shared.divisions.map { $0.rows.map(\.part) } == exact.divisions.map { $0.rows.map(\.part) })
    }
}
