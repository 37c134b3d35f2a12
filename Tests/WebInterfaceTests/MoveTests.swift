import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Testing

@testable import WebInterface

/// Diaries by month, week and day, of clinicians, teams and rooms; and appointments that are moved.
@Suite struct MoveTests {
    private let clinic: ServedClinic
    private let first: BookedSlot
    private let second: BookedSlot

    init() async throws {
        let clinic = try ServedClinic()
        var context = BookingService.Context(now: ServedClinic.now)
        context.author = Author(user: 2, origin: "test")
        func book(_ person: Int64) throws -> BookedSlot {
            let offers = try clinic.service.offer(person: person, limit: 1, in: context)
            return try clinic.service.perform(Book(person: person, slot: offers.slots[0].wanted), in: context)
        }
        (first, second) = (try book(1), try book(2))
        self.clinic = clinic
    }

    private func page(_ path: String, _ role: UserRole = .scheduler) async throws -> ServedClinic.Answer {
        let (cookie, _) = try await clinic.session(role)
        return try await clinic.ask(.get, path, [.cookie: cookie])
    }

    private func start(_ number: Int64) throws -> CivilMinute {
        try clinic.service.appointment(number, in: BookingService.Context(now: ServedClinic.now)).placement.start
    }

    @Test func aDiaryIsShownByMonthWeekAndDay() async throws {
        let address = "/diaries/\(first.clinician)"
        let day = first.start.day
        let week = try await page("\(address)?from=\(day)")
        #expect(week.text.contains("Zebedee 1") && week.text.contains("data-moves=\"\(first.appointment)\""))
        #expect(week.text.contains("data-free=") && week.text.contains("data-moving"))
        let month = try await page("\(address)?view=month&from=2027-05-31")
        // From the Monday of the first week until the Sunday of the last.
        #expect(month.text.contains("Sat 1 May 2027") == false && month.text.contains("Mon 3 May 2027"))
        #expect(month.text.contains("Mon 31 May 2027") && month.text.contains("free for first appointments"))
        let alone = try await page("\(address)?view=day&from=\(day)")
        #expect(alone.text.contains("Zebedee 1") && alone.text.contains(day.longText))
        let team = try await page("/teams/0/diary?from=\(day)")
        #expect(team.text.contains("Clinician 0") && team.text.contains("Clinician 1"))
        #expect(!team.text.contains("Clinician 2"), "of another team")
        #expect(try await page("/teams/9/diary").status == 404)
        #expect(try await page("/rooms/1").text.contains("Blue"))
        #expect(try await page("/rooms/9").status == 404)
        // A clinician sees their own days; of others that they are others' (IG-1).
        let own = try await page("/teams/0/diary?from=\(day)", .clinician)
        #expect(own.status == 200 && own.text.contains("not yours"))
    }

    /// Before and after stand in a row, and lead to the days before and after: over a weekend to working days.
    @Test func daysBeforeAndAfterAreBesideEachOther() async throws {
        func ways(_ path: String) async throws -> [String] {
            let text = try await page(path).text
            let list = text.firstMatch(of: /<ul class="desk-ways">.*?<\/ul>/).map { String($0.output) } ?? ""
            return list.matches(of: /href="([^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }
        }
        #expect(
            try await ways("/diaries/0?from=2027-03-24") == [
                "/diaries/0?view=week&from=2027-03-15", "/diaries/0?view=week&from=2027-03-29",
                "/diaries/0?view=month&from=2027-03-24", "/diaries/0?view=day&from=2027-03-24",
            ])
        #expect(
            try await ways("/diaries/0?view=month&from=2027-03-24").prefix(2) == [
                "/diaries/0?view=month&from=2027-02-28", "/diaries/0?view=month&from=2027-04-01",
            ])
        #expect(
            try await ways("/diaries/0?view=day&from=2027-03-26").prefix(2) == [
                "/diaries/0?view=day&from=2027-03-25", "/diaries/0?view=day&from=2027-03-29",
            ])
        #expect(try await ways("/diaries/0?view=day&from=2027-03-29").first == "/diaries/0?view=day&from=2027-03-26")
        #expect(
            try await ways("/teams/0/diary?from=2027-03-26") == [
                "/teams/0/diary?from=2027-03-25", "/teams/0/diary?from=2027-03-29",
            ])
        #expect(
            try await ways("/rooms/1?from=2027-03-24") == ["/rooms/1?from=2027-03-15", "/rooms/1?from=2027-03-29"])
    }

    /// A weekend without work takes no place in a week, and months of six weeks are whole.
    @Test func daysOfADiaryAreThoseOfItsView() async throws {
        let address = "/diaries/0?from=\(first.start.day)"
        let (cookie, _) = try await clinic.session(.clinician)
        let own = try await clinic.ask(.get, address, [.cookie: cookie])
        #expect(own.status == 200 && !own.text.contains("Sat 27 Mar"))
        let day = try await page("/diaries/0?view=day&from=2027-03-27")
        #expect(day.text.contains("Saturday 27 March 2027"))
        // A month of six weeks is read in two parts.
        let long = try await page("/diaries/0?view=month&from=2027-08-01")
        #expect(long.text.contains("Mon 26 Jul 2027") && long.text.contains("Tue 31 Aug 2027"))
    }

    @Test func aTimeThatWasFoundIsLookedAtAndThenMovedTo() async throws {
        let start = second.start + 7 * 1440
        let address = "/appointments/\(first.appointment)/move"
        let look = try await page("\(address)?clinician=\(first.clinician)&start=\(start.minutes)&from=diary")
        #expect(look.status == 200 && look.text.contains("Move it") && look.text.contains(start.longWords))
        #expect(try self.start(first.appointment) == first.start, "nothing is moved by a look")
        let fields = [
            ("clinician", "\(first.clinician)"), ("start", "\(start.minutes)"), ("from", "diary"), ("by", "person"),
            ("once", "key of a move"),
        ]
        let moved = try await clinic.submit(address, .scheduler, fields)
        #expect(moved.status == 303, "\(moved.text)")
        #expect(moved.headers[.location]?.hasPrefix("/diaries/\(first.clinician)?view=week&from=\(start.day)") == true)
        let again = try await clinic.submit(address, .scheduler, fields)
        #expect(again.headers[.location] == moved.headers[.location], "pressed twice it is moved once")
        let record = try clinic.service.record(of: 1, in: BookingService.Context(now: ServedClinic.now))
        #expect(record.appointments.filter { $0.status == .standing }.map(\.placement.start) == [start])
    }

    @Test func aTimeThatIsTakenIsExplainedWithTheNextBest() async throws {
        let address = "/appointments/\(first.appointment)/move"
        let taken = try await clinic.submit(
            address, .scheduler,
            [
                ("with", "Clinician \(second.clinician)"), ("day", "\(second.start.day)"),
                ("time", second.start.clockWords), ("by", "service"), ("reason", "a reason"),
            ])
        #expect(taken.status == 409 && taken.text.contains("It was not moved"))
        #expect(taken.text.contains("Next best times") && taken.text.contains("value=\"a reason\""))
        #expect(try start(first.appointment) == first.start)
        let empty = try await clinic.submit(address, .scheduler, [("with", "")])
        #expect(empty.status == 422 && empty.text.contains("Select who asks for it"))
        let unknown = try await clinic.submit(
            address, .scheduler, [("with", "nobody"), ("day", "24/3/2027"), ("time", "9:00"), ("by", "person")])
        #expect(unknown.status == 409)
        #expect(try await page("/appointments/999/move").status == 404)
        #expect(try await page(address, .commissioner).status == 403)
    }
}
