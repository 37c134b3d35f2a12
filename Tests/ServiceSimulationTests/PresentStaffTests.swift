import Allocation
import CareModel
import Diaries
import Testing

@testable import ServiceSimulation

/// A forecast from a database starts with whoever works there, not with whom a scenario describes.
@Suite struct PresentStaffTests {
    private let own = SampleService.scenario()
    private var day: CivilDay { own.starts + 21 }

    private func staff(of scenario: ServiceScenario) -> [StaffedPost] {
        Simulation(scenario, from: ServiceSnapshot(taken: scenario.starts.start), seed: 1, replication: 0, weeks: 1)
            .staffing()
    }

    private func simulated(_ scenario: ServiceScenario) -> [StaffedPost] {
        Simulation(scenario, from: ServiceSnapshot(taken: day.start), seed: 1, replication: 0, weeks: 2).staffing()
    }

    /// A day a week for first appointments, and nothing else.
    private var shortWeek: WeekTemplate {
        var week = WeekTemplate()
        week[.tuesday, .firstAppointment] = DayGrid(36..<72)
        return week
    }

    @Test func staffAsDescribedChangesNothing() {
        var scenario = own
        #expect(scenario.takeOver(staff(of: own), on: day, from: own).differences == [])
        #expect(scenario.presentPosts.map(\.key) == Simulation.postKeys(of: own))
        let (present, described) = (simulated(scenario), simulated(own))
        #expect(present.map(\.clinician.caseloadCap) == described.map(\.clinician.caseloadCap))
        #expect(present.map(\.weeks.usual) == described.map(\.weeks.usual))
        #expect(present.map(\.weeks.assessment) == described.map(\.weeks.assessment))
    }

    @Test func whatDiffersIsTheDatabases() {
        var known = staff(of: own)
        known[2].weeks = (shortWeek, shortWeek)
        known[3].clinician.caseloadCap = 5
        known[4].clinician.windsDownFrom = day + 7
        known[4].clinician.lastDay = day + 30
        var scenario = own
        let found = scenario.takeOver(known, on: day, from: own).differences
        #expect(
            found == [
                StaffDifference(clinician: 2, what: .weeks), StaffDifference(clinician: 3, what: .caseload),
            ])
        let present = simulated(scenario)
        #expect(present[2].weeks.usual == shortWeek)
        #expect(present[3].clinician.caseloadCap == 5)
        #expect(present[4].clinician.windsDownFrom == day + 7 && present[4].clinician.lastDay == day + 30)
        #expect(present[1].weeks.usual == known[1].weeks.usual)
    }

    /// A change that is tried out reaches those who are as their own scenario says, and nobody else.
    @Test func aChangeReachesThoseWhoAreAsDescribed() {
        var known = staff(of: own)
        known[0].clinician.caseloadCap = 5
        known[1].weeks = (shortWeek, shortWeek)
        var scenario = own
        scenario.teams[0].staff[0].caseloadPerWTE = 33
        scenario.teams[0].practice.diary.lowFirstShare = 0.9
        _ = scenario.takeOver(known, on: day, from: own)
        let present = simulated(scenario)
        #expect(present[0].clinician.caseloadCap == 5 && present[1].clinician.caseloadCap == 33)
        #expect(present[0].weeks.usual.minutes(.firstAppointment) > known[0].weeks.usual.minutes(.firstAppointment))
        #expect(present[1].weeks.usual == shortWeek)
    }

    /// One more clinician than the scenario has, and one less: the indices are the database's, and the service runs.
    @Test func moreAndFewerClinicians() {
        var known = staff(of: own)
        var one = known[0]
        one.weeks = (shortWeek, shortWeek)
        known.insert(one, at: 0)
        let last = known.removeLast()
        var scenario = own
        let found = scenario.takeOver(known, on: day, from: own).differences
        let members = SampleService.scenario().teams[0].staff[0].count
        #expect(found.filter { $0.what == .post } == [StaffDifference(clinician: members, what: .post)])
        #expect(found.first == StaffDifference(clinician: 0, what: .weeks))
        #expect(last.clinician.role == .traineeHighIntensityTherapist)
        var simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: day.start), seed: 1, replication: 0, weeks: 30)
        simulation.checksInvariants = true
        simulation.run()
        #expect(simulation.staffing().count == known.count)
    }
}
