import BookingService
import BookingStore
import CareModel
import HTTPTypes
import NIOCore
import Testing

@testable import WebInterface

/// A page is told of what is about it, and is asked for again for that alone.
@Suite struct ChangeFeedTests {
    private func news(_ clinic: ServedClinic, _ body: (BookingService.Context) throws -> Void) throws -> LogNews {
        let before = try clinic.service.lastEntry()
        try body(clinic.context(.scheduler))
        let news = try clinic.service.news(after: before)
        let last = try clinic.service.lastEntry()
        #expect(news.since == before && news.last == last && last > before)
        return news
    }

    @Test func aTimeThatIsHeldBookedAndCancelledIsNewsOfThePersonAndOfTheDiary() throws {
        let clinic = try ServedClinic()
        let service = clinic.service
        let slot = try #require(service.offer(person: 3, limit: 1, in: clinic.context(.scheduler)).slots.first)
        var hold: Int64 = 0
        let held = try news(clinic) { hold = try service.perform(Hold(person: 3, slot: slot.wanted), in: $0).hold }
        #expect(held.people == [3] && held.clinicians == [slot.clinician] && !held.isOfMore)
        let given = try news(clinic) { _ = try service.perform(Release(hold: hold), in: $0) }
        #expect(given.people == [3] && given.clinicians == [slot.clinician] && !given.isOfMore)
        var appointment: Int64 = 0
        let booked = try news(clinic) { context in
            hold = try service.perform(Hold(person: 3, slot: slot.wanted), in: context).hold
            appointment = try service.perform(Confirm(hold: hold), in: context).appointment
        }
        #expect(booked.people == [3] && booked.clinicians == [slot.clinician] && !booked.isOfMore)
        let cancelled = try news(clinic) { context in
            _ = try service.perform(Cancel(appointment: appointment, byPerson: true, rebooks: true), in: context)
        }
        #expect(cancelled.people == [3] && cancelled.clinicians == [slot.clinician])
    }

    @Test func whatIsAboutNobodyIsNewsForEveryPage() throws {
        let clinic = try ServedClinic()
        let news = try news(clinic) { context in
            var context = context
            context.author = Author(user: clinic.users[.manager] ?? 0, origin: "test")
            _ = try clinic.service.perform(
                CloseRoom(room: 1, first: ServedClinic.monday, last: ServedClinic.monday), in: context)
        }
        #expect(news.isOfMore && news.people.isEmpty)
    }

    @Test func ofVeryMuchItIsSaidThatThereIsMore() throws {
        let clinic = try ServedClinic()
        let before = try clinic.service.lastEntry()
        let context = clinic.context(.scheduler)
        for _ in 0..<260 {
            let hold = try #require(clinic.service.offer(person: 2, limit: 1, in: context).slots.first)
            let held = try clinic.service.perform(Hold(person: 2, slot: hold.wanted), in: context)
            _ = try clinic.service.perform(Release(hold: held.hold), in: context)
        }
        let news = try clinic.service.news(after: before)
        #expect(news.last - news.since > 500)
        #expect(news.isOfMore && news.people.isEmpty)
        let recent = try clinic.service.news(after: news.last - 2)
        #expect(recent.people == [2] && !recent.isOfMore)
    }

    @Test func aPageSaysWhatItShows() async throws {
        let clinic = try ServedClinic()
        let (cookie, _) = try await clinic.session(.scheduler)
        func concerns(_ path: String) async throws -> Substring? {
            let text = try await clinic.ask(.get, path, [.cookie: cookie]).text
            #expect(text.contains("data-live=\""), "\(path)")
            return text.firstMatch(of: /data-concerns="([^"]*)"/)?.1
        }
        #expect(try await concerns("/people/3") == "p3")
        #expect(try await concerns("/diaries/1") == "c1")
        #expect(try await concerns("/people/3/offer")?.hasPrefix("p3 c") == true)
        #expect(try await concerns("/waiting") == nil)
    }

    @Test(.timeLimit(.minutes(2))) func whoListensIsToldWhereTheLogStandsAndThenWhatIsNew() async throws {
        let clinic = try ServedClinic()
        let feed = clinic.web.changes
        let running = Task { try await feed.run() }
        var told = feed.listen().makeAsyncIterator()
        let first = await told.next().map { String(buffer: $0) }
        #expect(first?.contains("event: entry\ndata: {\"since\":") == true)
        // It begins with the last entry that it finds: what is told after that is news.
        while feed.last == 0 { try await Task.sleep(for: .milliseconds(20)) }
        _ = try clinic.service.perform(
            ReceiveContact(person: 4, about: .administration, said: "an invented call"), in: clinic.context(.scheduler))
        var next = await told.next().map { String(buffer: $0) }
        while let said = next, !said.contains("\"p4\"") { next = await told.next().map { String(buffer: $0) } }
        #expect(next?.contains("\"about\":[\"p4\"],\"more\":false") == true)
        running.cancel()
    }
}
