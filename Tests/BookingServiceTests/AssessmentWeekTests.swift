import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A manager gives a week to first appointments, and calls that off again (PO-1): by the rule that the simulator
/// follows, with an entry in the log; what is offered for the week follows.
@Suite struct AssessmentWeekTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var week: CivilDay { clinic.monday + 28 }

    init() throws {
        clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
    }

    private func declare(
        _ day: CivilDay, weeks: Int? = nil, share: Double? = nil, reason: String? = nil
    ) throws -> [AssessmentWeekEntry] {
        try service.perform(
            DeclareAssessmentWeek(team: 0, day: day, weeks: weeks, share: share, reason: reason), in: clinic.context)
    }

    private func callOff(_ day: CivilDay) throws -> [AssessmentWeekEntry] {
        try service.perform(CallOffAssessmentWeek(team: 0, day: day, why: "leave"), in: clinic.context)
    }

    /// Whether somebody is given a first appointment in time that is for treatment in a usual week.
    private func isGiven(_ day: CivilDay, by service: BookingService) throws -> Bool {
        let person = try clinic.waiting()
        let start = CivilMinute(day: day, minuteOfDay: 10 * 60 + 40)
        let slot = WantedSlot(clinician: 0, start: start, minutes: 50)
        let book = Book(person: person, slot: slot)
        do { _ = try service.perform(book, in: clinic.context) } catch {
            guard error == .needsReason([.setAside]) else { throw error }
            return false
        }
        return true
    }

    @Test func offersFollow() throws {
        #expect(try !isGiven(week, by: service))
        let declared = try declare(week + 2, share: 1)
        #expect(declared.map(\.monday) == [week] && declared[0].team == 1)
        #expect(declared[0].firstMinutes > declared[0].usualFirstMinutes && declared[0].treatmentMinutes == 0)
        #expect(declared[0].usualTreatmentMinutes > 0)
        #expect(try isGiven(week, by: service))
        // The weeks beside it are as they were, and any other process finds it so in the log.
        let other = BookingService(try BookingStore.open(at: clinic.path), policy: ServiceFixture.policy)
        #expect(try !isGiven(week + 7, by: other))
        #expect(try isGiven(week + 2, by: other))
        #expect(try other.assessmentWeeks(in: clinic.context) == declared)
        #expect(try callOff(week) == [])
        #expect(try !isGiven(week + 4, by: service) && !isGiven(week + 4, by: other))
        #expect(try other.assessmentWeeks(in: clinic.context).isEmpty)
        #expect(try service.verify().isSound)
    }

    /// A week that is declared with a share has it; those beside it keep the team's, and hours that change are laid out
    /// in it too.
    @Test func aShareIsOfItsWeekAlone() throws {
        let usual = try #require(declare(week).first)
        let own = try #require(declare(week + 56, share: 1, reason: "ninety people wait").first)
        #expect(own.treatmentMinutes == 0 && own.firstMinutes > usual.firstMinutes && usual.treatmentMinutes > 0)
        #expect(try service.assessmentWeeks(in: clinic.context) == [usual, own])
        let other = BookingService(try BookingStore.open(at: clinic.path), policy: ServiceFixture.policy)
        #expect(try other.assessmentWeeks(in: clinic.context) == [usual, own])
        #expect(try isGiven(week + 56, by: other))
        #expect(try !isGiven(week, by: other))
        let snapshot = try other.snapshot(in: clinic.context)
        #expect(snapshot.running?.assessmentShares.first == [AssessmentShare(monday: week + 56, share: 1)])
        let hours = [MinutesOfDay?](repeating: MinutesOfDay(start: 9 * 60, end: 12 * 60), count: 5) + [nil, nil]
        _ = try other.changeHours(
            clinician: 0, HoursChange(from: week + 50, hours), in: clinic.context)
        let after = try #require(try other.assessmentWeeks(in: clinic.context).last)
        #expect(after.treatmentMinutes == 0 && after.firstMinutes < own.firstMinutes)
        #expect(try callOff(week + 56) == [usual])
        let again = try #require(declare(week + 56).first)
        #expect(again.treatmentMinutes > 0)
        #expect(try service.verify().isSound)
    }

    @Test func theRuleAsksForNoticeAndDistance() throws {
        #expect(throws: BookingError.self) { _ = try declare(clinic.monday + 14) }
        let told = { (day: CivilDay) in
            do {
                _ = try self.declare(day)
                return "it was done"
            } catch { return "\(error)" }
        }
        #expect(told(clinic.monday + 14).contains("the earliest begins on \(clinic.monday + 21)"))
        _ = try declare(week, weeks: 2)
        #expect(told(week + 21).contains("too near to the one from \(week)"))
        #expect(told(week).contains("already"))
        #expect(told(clinic.monday - 7).contains("over"))
        #expect(try declare(week + 49).map(\.monday) == [week + 49])
        // Against the rule it takes a reason, which is kept.
        _ = try declare(clinic.monday + 14, reason: "ninety people wait")
        let log = try service.store.read { try $0.events(after: 0, limit: 10_000) }.map(\.event.words)
        #expect(
            log.contains(
                "the week from \(clinic.monday + 14) was given to first appointments, against the rule: "
                    + "ninety people wait"))
        #expect(throws: BookingError.self) { _ = try callOff(week + 70) }
        for wrong in [0.0, -1, 1.5, .nan] {
            #expect(throws: BookingError.self) { _ = try declare(week + 98, share: wrong) }
        }
        for wrong in [0, 9, Int.max] {
            #expect(throws: BookingError.self) { _ = try declare(week + 98, weeks: wrong) }
        }
    }

    @Test func whoMayNotOverrideARuleIsRefused() throws {
        var context = clinic.context
        let admin = try service.perform(AddUser(user: "An Administrator", role: .administrator), in: context)
        context.author = Author(user: admin, origin: "test")
        let scheduler = try service.perform(AddUser(user: "A Scheduler", role: .scheduler), in: context)
        context.author = Author(user: scheduler, origin: "test")
        let author = context
        #expect(throws: BookingError.forbidden(.scheduler, .changeStaff)) {
            _ = try service.perform(DeclareAssessmentWeek(team: 0, day: week), in: author)
        }
    }
}
