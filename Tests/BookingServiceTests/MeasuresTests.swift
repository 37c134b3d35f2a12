import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// The measures of a period at the desk (KP-12, KP-13, TX-14, EQ-1).
@Suite struct MeasuresTests {
    private let clinic: SmallClinic

    init() throws { clinic = try SmallClinic() }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    private func seen(
        _ person: Int64, _ now: CivilMinute, _ change: (inout ContactRecord) -> Void
    ) throws -> CivilMinute {
        let best = try #require(try clinic.service.offer(person: person, in: at(now)).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: at(now))
        var contact = ContactRecord(.attendedOnTime)
        change(&contact)
        let end = best.start + Int64(best.slot.minutes)
        _ = try clinic.service.attend(appointment: booked.appointment, contact, in: at(end))
        return end
    }

    /// Two people recover and one does not; one of them comes back. By group nobody is shown: they are fewer than five.
    @Test func aPeriodIsMeasured() throws {
        let service = clinic.service
        let first = clinic.context.now
        var now = first
        var last = now
        for number in 0..<3 {
            var identity = Identity(name: "Person \(["One", "Two", "Three"][number]) Invented")
            if number == 0 { identity.nhsNumber = "9434765919" }
            let referral = ServiceFixture.referral(0, traits: 1, at: now)
            let person = try service.refer(referral, identity, in: at(now)).person
            _ = try service.screen(person: person, ScreeningFacts(), in: at(now))
            _ = try service.contact(person: person, .wantsAppointment, in: at(now))
            now = try seen(person, now) {
                $0.step = .low
                $0.scores = Scores(depression: 18, anxiety: 15)
            }
            now = try seen(person, now) {
                $0.scores = number == 2 ? Scores(depression: 17, anxiety: 14) : Scores(depression: 4, anxiety: 3)
                $0.next = .completed
            }
            last = now
        }
        var known = Identity(name: "Person One Invented")
        known.nhsNumber = "9434765919"
        let again = try service.refer(ServiceFixture.referral(0, traits: 1, at: last), known, in: at(last))
        #expect(again.before?.count == 1)
        let period = first.day...last.day
        let rows = try service.measures(in: period, byGroup: true, in: at(last))
        func value(_ name: String, step: Step? = nil) -> MeasuredPeople? {
            rows.first { $0.measure == name && $0.step == step && $0.team == nil && $0.group == nil }
        }
        let before = try service.measures(in: (first.day - 30)...(first.day - 1), byGroup: false, in: at(last))
        #expect(value("referrals")?.value == 4 && value("finished-courses")?.value == 3)
        #expect(value("recovery").map { ($0.value * 3).rounded() } == 2 && value("recovery")?.people == 3)
        #expect(value("returners")?.value == 1 && value("returners-share")?.value == 0.25)
        #expect(value("courses-per-finished-mean")?.value == 1)
        let hours = try #require(value("hours-per-finished-mean"))
        #expect(hours.people == 3 && hours.value > 0.5 && hours.value < 3)
        #expect(value("hours-per-finished-mean", step: .low)?.value == hours.value)
        #expect(rows.contains { $0.team == "north" && $0.measure == "recovery" })
        #expect(!rows.contains { $0.group != nil }, "fewer than five people are shown")
        #expect(!before.contains { $0.measure == "finished-courses" && $0.value > 0 })
    }

    /// Groups of five people and more are shown, counts in fives.
    @Test func groupsOfFiveAreShown() throws {
        for number in 0..<6 {
            let names = ["One", "Two", "Three", "Four", "Five", "Six"]
            _ = try clinic.waiting("Group \(names[number]) Invented") { $0.veteran = number < 4 ? .yes : .no }
        }
        let day = clinic.context.now.day
        let rows = try clinic.service.measures(in: day...day, byGroup: true, in: clinic.context)
        func shown(_ characteristic: Characteristic, _ value: String) -> [Double] {
            rows.filter {
                $0.measure == "referrals" && $0.group?.characteristic == characteristic && $0.group?.name == value
            }.map(\.value)
        }
        #expect(shown(.language, "english-or-not-recorded") == [5])
        #expect(shown(.veteran, "yes") == [] && shown(.veteran, "no") == [])
    }
}
