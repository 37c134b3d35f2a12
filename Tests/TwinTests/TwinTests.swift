import Allocation
import BookingStore
import CareModel
import Foundation
import ServiceSimulation
import Testing

@testable import BookingService

/// One core, two clocks: a simulated service that is written down and told to the booking service on SQLite must meet
/// with the same decisions, one by one, and end with the same caseloads, lists and bookings.
@Suite("Twin")
struct TwinTests {
    /// Weeks that are replayed: a quarter of a year, or as many as the environment says.
    static var weeks: Int {
        ProcessInfo.processInfo.environment["STEPCARE_TWIN_WEEKS"].flatMap { Int($0) } ?? 4
    }

    /// Weeks before the first day.
    static var warmUpWeeks: Int {
        ProcessInfo.processInfo.environment["STEPCARE_TWIN_WARM_UP"].flatMap { Int($0) } ?? 104
    }

    @Test("A simulated service and the booking service decide alike")
    func decisionsAreTheSame() throws {
        let twin = try Twin(weeks: Self.weeks, seed: 7, warmUpWeeks: Self.warmUpWeeks)
        var simulation = Simulation(
            twin.scenario, from: twin.snapshot, seed: 7, replication: 0, weeks: Self.weeks, recorder: twin.recorder)
        simulation.run()
        let service = try twin.service()
        var facts = 0
        var decisions = 0
        for (number, day) in twin.days.enumerated() {
            let told = day.map { TimedFact($0) }
            let decided = try service.replay(told, booksByItself: true)
            for (entry, effects) in zip(day, decided) where entry.decided != effects {
                Issue.record("at \(entry.at), \(entry.told): \(entry.decided) against \(effects)")
                return
            }
            facts += told.count
            decisions += decided.reduce(0) { $0 + $1.count }
            // Now and then the service is closed and read again: nothing may be lost by it.
            if number % 9 == 5 { service.memory.forget() }
        }
        #expect(facts > 1000 && decisions > 1000)
        try compare(simulation, service)
        try goesOnInAForecast(service, twin)
        let report = try service.verify()
        #expect(report.isSound, "\(report.differences.prefix(5))")
        print("twin: \(Self.weeks) weeks, \(facts) facts, \(decisions) decisions, \(report.entries) entries, all alike")
    }

    /// A forecast from the service's list has everybody, and whoever has a seat in a course is in that course (TX-4).
    private func goesOnInAForecast(_ service: BookingService, _ twin: Twin) throws {
        let box = try #require(service.memory.desk)
        let seats = box.desk.groups.filter(\.isOpen).map { $0.members.map { UInt64($0) + 1 } }
        let open = box.desk.episodes.indices.count { box.desk.episodes[$0].state.isOpen }
        let today = try service.snapshot(in: BookingService.Context(now: (box.desk.now.day + 1).start))
        #expect(today.people.count == open && today.groups.map(\.members) == seats && !seats.joined().isEmpty)
        var scenario = twin.scenario
        scenario.starts = today.taken.day
        var forecast = Simulation(scenario, from: today, seed: 7, replication: 0, weeks: 8)
        forecast.checksInvariants = true
        forecast.run()
    }

    func compare(_ simulation: borrowing Simulation, _ service: BookingService) throws {
        service.memory.forget()
        let same = try service.runUnanswered(BookingService.Context(now: simulation.present)) { _ in true }
        #expect(same)
        let box = try #require(service.memory.desk)
        for list in 0..<simulation.waitingPeople.count {
            let read = (0..<box.desk.treatmentLists[list].count).map { box.desk.treatmentLists[list][$0].person }
            #expect(read == simulation.waitingPeople[list], "the list for treatment \(list)")
        }
        for (clinician, caseload) in simulation.caseloads.enumerated() {
            #expect(box.desk.capacity.clinicians[clinician].caseload == caseload, "the caseload of \(clinician)")
        }
        #expect(simulation.courses.contains { !$0.members.isEmpty })
        #expect(box.desk.groups == simulation.courses)
        for (person, booked) in simulation.bookings.enumerated() {
            let read = box.desk.people[person].isBooked ? box.desk.people[person].slot : nil
            #expect(read == booked, "the booking of \(person + 1)")
        }
    }
}
