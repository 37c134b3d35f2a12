import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Clinicians ask supervision about people, and are answered in time (ST-9).
@Suite struct TicketTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic() }

    private func ask(_ isUrgent: Bool = false, at now: CivilMinute? = nil) throws -> Int64 {
        try service.perform(
            AskSupervision(person: 3, question: "another step?", isUrgent: isUrgent),
            in: BookingService.Context(now: now ?? context.now))
    }

    @Test("Four working days, to the end of work; an urgent one within the hour")
    func due() throws {
        let (slow, urgent) = (try ask(), try ask(true))
        let tickets = try service.tickets(in: context)
        #expect(tickets.map(\.task) == [urgent, slow] && tickets.allSatisfy { $0.about == "another step?" })
        #expect(tickets[0].due == context.now + 60)
        // Asked on a Monday: Friday.
        #expect(tickets[1].due.day == clinic.monday + 4)
        // Asked on a Thursday: the Wednesday after.
        let late = try ask(at: CivilMinute(day: clinic.monday + 3, minuteOfDay: 700))
        let far = BookingService.Context(now: CivilMinute(day: clinic.monday + 10, minuteOfDay: 700))
        let all = try service.tickets(in: far)
        #expect(all.first { $0.task == late }?.due.day == clinic.monday + 9)
        #expect(all.allSatisfy { $0.isOverdue })
    }

    @Test("An answer ends it, and is in the story")
    func answered() throws {
        let ticket = try ask()
        #expect(throws: BookingError.self) { _ = try service.perform(FinishTask(task: ticket), in: context) }
        _ = try service.perform(AnswerTicket(task: ticket, answer: "yes, step 3"), in: context)
        #expect(try service.tickets(in: context).isEmpty)
        let story = try service.record(of: 3, in: context).entries.map(\.event.words)
        #expect(story.contains("task \(ticket) was done: yes, step 3"))
        #expect(story.contains { $0.hasSuffix("supervision ticket, another step?") })
        #expect(throws: BookingError.self) {
            _ = try service.perform(AnswerTicket(task: ticket, answer: "again"), in: context)
        }
        #expect(try service.verify().isSound)
    }

    @Test("A ticket that asks nothing, an answer that says nothing, and a task that is none are refused")
    func refused() throws {
        let ticket = try ask()
        #expect(throws: BookingError.self) {
            _ = try service.perform(AskSupervision(person: 3, question: "  "), in: context)
        }
        #expect(throws: BookingError.self) {
            _ = try service.perform(AnswerTicket(task: ticket, answer: ""), in: context)
        }
        _ = try service.perform(ReceiveContact(person: 3, about: .administration), in: context)
        let other = try #require(service.tasks(in: context).first { $0.kind == .seeToRequest }?.task)
        #expect(throws: BookingError.self) {
            _ = try service.perform(AnswerTicket(task: other, answer: "yes"), in: context)
        }
    }

    @Test("A clinician who asked does not answer; another does")
    func anotherAnswers() throws {
        let admin = try service.perform(AddUser(user: "Ann Invented", role: .administrator), in: context)
        func by(_ user: Int64) -> BookingService.Context {
            BookingService.Context(now: context.now, author: Author(user: user, origin: "test"))
        }
        let one = try service.perform(AddUser(user: "Ben Invented", role: .clinician), in: by(admin))
        let two = try service.perform(AddUser(user: "Cay Invented", role: .clinician), in: by(admin))
        let ticket = try service.perform(AskSupervision(person: 3, question: "why?"), in: by(one))
        #expect(throws: BookingError.self) {
            _ = try service.perform(AnswerTicket(task: ticket, answer: "so"), in: by(one))
        }
        _ = try service.perform(AnswerTicket(task: ticket, answer: "so"), in: by(two))
    }
}
