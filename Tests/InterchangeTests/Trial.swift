import Allocation
import BookingService
import BookingStore
import CareModel
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

@testable import Interchange

/// A service that is founded on tables, and everything that is done at a desk with whoever is in it.
struct Trial {
    let tables: ServiceTables

    private static let scenario = """
        name: trial
        starts: 2027-03-22
        weeks: 2
        teams:
          - name: north
            population: { registered: 30000, adults: 0.79, prevalence: 0.16 }
            referrals: { per-week: !measured 5, sources: { self: 1 }, months: published }
            staff: [{ role: pwp, count: 1 }, { role: hit, count: 1, modalities: [cbt] }]
          - name: south
            population: { registered: 30000, adults: 0.79, prevalence: 0.16 }
            referrals: { per-week: !measured 5, sources: { self: 1 }, months: published }
            staff: [{ role: pwp, count: 1 }, { role: hit, count: 1, modalities: [cbt] }]

        """

    /// The teams, and a practitioner and a therapist in each, with nobody in the service.
    static var nobody: ServiceTables {
        var tables = Clinic.tables()
        (tables.people, tables.episodes, tables.appointments) = ([], [], [])
        let (hours, known) = (tables.availability, tables.clinicians)
        (tables.availability, tables.clinicians) = ([], [])
        for clinician in 0..<Int32(4) {
            var row = known[Int(clinician) / 2]
            row.details.clinician = clinician
            row.details.role = clinician % 2 == 0 ? .wellbeingPractitioner : .highIntensityTherapist
            if clinician % 2 == 0 { row.details.trainedIn = ModalitySet([.guidedSelfHelp]) }
            tables.clinicians.append(row)
            for stretch in hours where stretch.clinician == 0 {
                tables.availability.append(
                    AvailabilityRow(clinician: clinician, week: .usual, stretch: stretch.stretch))
            }
        }
        return tables
    }

    /// Forecasts, and does everything that may be refused and must never trap; nobody vanishes, and nothing differs.
    func run(seed: Int) throws {
        let folder = try Folder()
        let store = try Clinic.store(tables, in: folder)
        defer { try? store.close() }
        #expect(try store.verify().isSound, "seed \(seed)")
        let service = BookingService(store, policy: Clinic.policy)
        let context = BookingService.Context(now: Clinic.now)
        try expectNobodyVanished(service, store, context, seed)
        try forecast(service.snapshot(in: context), folder)
        try useDesk(service, seed)
        #expect(try store.verify().isSound, "seed \(seed)")
        var later = context
        later.now = Clinic.now + 8 * 1440
        try forecast(service.snapshot(in: later), folder)
    }

    /// Whoever is in the service is on a list, has an appointment, or is somebody's task (KP-10).
    private func expectNobodyVanished(
        _ service: BookingService, _ store: BookingStore, _ context: BookingService.Context, _ seed: Int
    ) throws {
        var seen = Set(try service.waitingList(in: context).map(\.person))
        seen.formUnion(try service.tasks(in: context).compactMap(\.person))
        seen.formUnion(
            try store.read { try $0.openAppointments(blocksFrom: Clinic.now).compactMap(\.placement.person) })
        for known in try store.read({ try $0.openPeople() }) where known.facts.listedAt != nil {
            seen.insert(known.number)
        }
        for known in try store.read({ try $0.openPeople() }) {
            #expect(seen.contains(known.number), "seed \(seed): \(known.number) \(known.episode.state) has vanished")
        }
        #expect(try store.read { try $0.openPeople().count } == tables.episodes.count { $0.episode.state.isOpen })
    }

    private func forecast(_ snapshot: ServiceSnapshot, _ folder: Folder) throws {
        try folder.write("trial.yaml", Trial.scenario)
        var scenario = try ScenarioLoader.load(path: folder.file("trial.yaml")).scenario
        scenario.begin(on: snapshot.taken.day)
        var simulation = Simulation(scenario, from: snapshot, seed: 1, replication: 0, weeks: 2)
        simulation.checksInvariants = true
        simulation.run()
        _ = simulation.finish()
    }

    /// Tries all that clerks and clinicians do with everybody; what is not possible is refused.
    private func useDesk(_ service: BookingService, _ seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var context = BookingService.Context(now: Clinic.now)
        let people = tables.people.indices.map { Int64($0 + 1) }
        for appointment in tables.appointments.map(\.record.appointment) where generator.below(3) == 0 {
            _ = try? service.perform(Cancel(appointment: appointment, byPerson: generator.below(2) == 0), in: context)
        }
        _ = try service.perform(
            EnterAbsence(clinician: 0, first: Clinic.now.day, last: Clinic.now.day + 9, reason: .sickness), in: context)
        for person in people {
            _ = try? service.offer(person: person, in: context)
            _ = try? service.perform(AttemptContact(person: person, answer: .wantsAppointment), in: context)
            _ = try? service.perform(AttemptContact(person: person, answer: .notReached), in: context)
            _ =
                generator.below(2) == 0
                ? try? service.perform(MakeContact(person: person), in: context)
                : try? service.perform(EndWithoutContact(person: person), in: context)
            _ = try? service.perform(BookCall(person: person), in: context)
            _ = try? service.perform(EndHold(person: person), in: context)
            _ = try? service.perform(AgreeStepUp(person: person), in: context)
            _ = try? service.perform(MoveCase(person: person), in: context)
            _ = try? service.perform(PlanCourse(person: person, sessions: 3), in: context)
        }
        for team in 0..<2 {
            _ = try service.propose(team: team, in: context)
            _ = try service.perform(Allocate(team: team), in: context)
            _ = try service.perform(Backfill(team: team), in: context)
        }
        context.now = Clinic.now + 7 * 1440
        for appointment in 1...Int64(tables.appointments.count + 40) {
            var contact = ContactRecord(generator.below(3) == 0 ? .didNotAttend : .attendedOnTime)
            contact.next = ContactRecord.NextStep.allCases[generator.below(5)]
            _ = try? service.perform(Attend(appointment: appointment, contact: contact), in: context)
        }
        _ = try? service.perform(
            EnterAbsence(clinician: 1, first: context.now.day, last: context.now.day + 99, reason: .parentalLeave),
            in: context)
        for person in people where generator.below(2) == 0 {
            let reason = EndReason.allCases[generator.below(EndReason.allCases.count)]
            _ = try? service.perform(Discharge(person: person, reason: reason), in: context)
        }
    }
}
