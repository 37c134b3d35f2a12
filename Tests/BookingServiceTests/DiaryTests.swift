import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A clinician's diary shows as free only what can be booked, on any day of any year.
@Suite struct DiaryTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic { $0.people = [] } }

    private func day(_ day: CivilDay, of clinician: Int32 = 0) throws -> DiaryDay {
        try #require(service.diary(ofClinician: clinician, from: day, days: 1, in: context).days.first)
    }

    /// The days of the first weeks on which something of the first clinician is free.
    private func freeDays() throws -> [CivilDay] {
        try (0..<28 as Range<Int32>).map { context.now.day + $0 }.filter { try !day($0).entries.isEmpty }
    }

    @Test func nothingIsFreeWhereTheDiariesDoNotReach() throws {
        for offset in [400, 1000, 13_000, 30_000, 2_000_000] as [Int32] {
            let shown = try day(context.now.day + offset)
            #expect(shown.entries.isEmpty && shown.absence == ["the diaries do not reach that far"])
        }
        #expect(try day(context.now.day - 10_000).entries.isEmpty)
    }

    @Test func nothingIsFreeAfterALastDay() throws {
        let before = try freeDays()
        let last = try #require(before.dropLast().last)
        var change = ClinicianChange()
        change.lastDay = last
        _ = try service.change(clinician: 0, change, in: context)
        #expect(try freeDays() == before.filter { $0 <= last })
        #expect(try day(last + 1).absence == ["left: the last day is \(last)"])
    }

    @Test func nothingIsFreeOnABankHoliday() throws {
        var days: [CivilDay] = []
        for offset in 0..<200 as Range<Int32> {
            let shown = try day(context.now.day + offset)
            guard shown.absence.contains("bank holiday") else { continue }
            #expect(shown.entries.isEmpty)
            days.append(shown.day)
        }
        // Good Friday and Easter Monday of 2027 among them.
        #expect(days.map(\.description).contains("2027-03-26") && days.map(\.description).contains("2027-03-29"))
    }

    @Test func aDayOfAnotherYearIsASlip() throws {
        let now = context.now.day
        for day in [now + 13_000, now + 2000, now - 2000, now - 36_000] {
            var change = ClinicianChange()
            change.lastDay = day
            #expect(throws: BookingError.self) { _ = try service.change(clinician: 0, change, in: context) }
            #expect(throws: BookingError.self) {
                _ = try service.absent(clinician: 0, first: day, last: day, .leave, in: context)
            }
        }
        // Sickness that began long ago, and leave that was agreed a year ahead, are none.
        for day in [now - 200, now + 400] {
            _ = try service.absent(clinician: 0, first: day, last: day + 300, .leave, in: context)
        }
    }
}
