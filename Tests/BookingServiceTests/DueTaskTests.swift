import BookingStore
import CareModel
import Testing

@testable import BookingService

/// What somebody is to do by a day stands on a list until it is done, and shows when it is late.
@Suite struct DueTaskTests {
    @Test(
        "BK-12: the letter about an assessment is due within 48 hours, is overdue after them, and goes when it is done")
    func theAssessmentLetter() throws {
        let clinic = try SmallClinic()
        let person = try clinic.waiting()
        let best = try #require(clinic.service.offer(person: person, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: clinic.context)
        func at(_ hours: Int64) -> BookingService.Context { BookingService.Context(now: best.start + hours * 60) }
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: 15, anxiety: 12)
        _ = try clinic.service.attend(appointment: booked.appointment, contact, in: at(0))
        func letter(_ hours: Int64) throws -> OpenTask? {
            try clinic.service.tasks(in: at(hours)).first { $0.kind == .assessmentLetter && $0.person == person }
        }
        let task = try #require(try letter(47))
        #expect(task.due == best.start + 48 * 60 && !task.isOverdue)
        #expect(try letter(49)?.isOverdue == true)
        try clinic.service.done(task: #require(task.task), in: at(50))
        #expect(try letter(51) == nil)
    }
}
