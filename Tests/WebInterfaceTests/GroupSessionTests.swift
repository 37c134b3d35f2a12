import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// A session of a course in a group is recorded on one page, a row for each person (TX-4, AT-1).
@Suite struct GroupSessionTests {
    private static let path = "/groups/1/do/attend"

    /// A course of three people whose first session was an hour ago.
    private func course() throws -> ServedClinic {
        let session = CivilMinute(day: ServedClinic.monday + 14, minuteOfDay: 13 * 60)
        let clinic = try ServedClinic(waitingForTreatment: true) {
            $0.clock = ServiceClock(showing: session + 60) { Date() }
        }
        func act(_ command: BookingCommand, _ now: CivilMinute = ServedClinic.now) throws {
            let author = Author(user: clinic.users[.administrator] ?? 0, origin: "test")
            _ = try clinic.service.perform(command, in: BookingService.Context(now: now, author: author))
        }
        var opening = GroupOpening(team: 0, first: session.day)
        (opening.startMinute, opening.sessions, opening.sessionMinutes) = (13 * 60, 2, 60)
        (opening.smallest, opening.largest) = (2, 5)
        try act(.openGroup(OpenGroup(opening: opening)))
        for person in 1...3 { try act(.joinGroup(JoinGroup(person: Int64(person), group: 1))) }
        try act(.decideGroup(DecideGroup(group: 1)), CivilMinute(day: session.day - 7, minuteOfDay: 540))
        return clinic
    }

    private func group(_ clinic: ServedClinic) throws -> GroupEntry? {
        try clinic.service.groups(all: true, in: clinic.context(.manager)).first
    }

    private func page(_ clinic: ServedClinic) async throws -> String {
        let (cookie, _) = try await clinic.session(.manager)
        return try await clinic.ask(.get, Self.path, [.cookie: cookie]).text
    }

    @Test func eachPersonIsARow() async throws {
        let clinic = try course()
        let text = try await page(clinic)
        #expect(text.matches(of: /class="desk-row"/).count == 3)
        for person in 1...3 {
            #expect(text.contains(">Zebedee \(person)</legend>"))
            for field in ["attendance", "phq", "gad", "next"] { #expect(text.contains("name=\"\(field)-\(person)\"")) }
        }
        #expect(!text.contains("name=\"limit-1\""), "nothing is asked before it must be")
    }

    @Test func whatIsRecordedIsShown() async throws {
        let clinic = try course()
        let answer = try await clinic.submit(
            Self.path, .manager,
            [
                ("attendance-1", "5"), ("phq-1", "12"), ("gad-1", "9"), ("attendance-2", "3"), ("attendance-3", "2"),
            ])
        #expect(answer.status == 200 && answer.text.contains("1 came, 1 did not come, 1 cancelled before"))
        #expect(answer.text.contains("PHQ-9 12, GAD-7 9") && answer.text.contains("/people/2/do/correct-seat"))
        #expect(try group(clinic)?.held == 1)
    }

    @Test func whoeverHasNothingChosenCameIfThatIsSaid() async throws {
        let clinic = try course()
        let without = try await clinic.submit(Self.path, .manager, [("attendance-2", "3")])
        #expect(without.status == 422 && without.text.contains("href=\"#attendance-1\""))
        #expect(without.text.contains("Select what became of Zebedee 3"))
        #expect(try group(clinic)?.held == 0)
        let with = try await clinic.submit(
            Self.path, .manager, [("attendance-2", "3"), ("others-came", "yes")])
        #expect(with.status == 200 && with.text.contains("2 came, 1 did not come"))
    }

    /// What is wrong stands in the row that it is about, all of it at once, and what was entered is still there.
    @Test func faultsStandInTheirRows() async throws {
        let clinic = try course()
        let answer = try await clinic.submit(
            Self.path, .manager,
            [
                ("attendance-1", "5"), ("phq-1", "99"), ("attendance-2", "3"), ("phq-2", "4"), ("gad-2", "4"),
                ("attendance-3", "3"), ("next-3", "step-up"),
            ])
        #expect(answer.status == 422)
        for field in ["phq-1", "phq-2", "next-3"] { #expect(answer.text.contains("id=\"\(field)-error\""), "\(field)") }
        #expect(answer.text.contains("value=\"99\"") && answer.text.contains("Take the scores away"))
        #expect(try group(clinic)?.held == 0)
    }

    @Test func aSessionThatWasNotHeldNeedsNobody() async throws {
        let clinic = try course()
        let answer = try await clinic.submit(Self.path, .manager, [("not-held", "yes")])
        #expect(answer.text.contains("The session was not held") && answer.status == 200)
        #expect(try group(clinic)?.held == 0)
    }
}
