import Allocation
import BookingService
import BookingStore
import CareModel
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

@testable import Interchange

/// State, appointments, clinician and the minutes of an episode are checked against each other, in all combinations;
/// whatever is accepted, the desk and a forecast can carry.
@Suite struct PlaceTests {
    /// Whether the desk can carry a person: what the rules of the rulebook say of it, written down a second time.
    private static func isCoherent(_ combination: Combination) -> Bool {
        let state = combination.state
        let needsSince = [.waitingTreatment, .inTreatment, .missedSession, .awaitingSupervision].contains(state)
        guard combination.hasSince || !needsSince else { return false }
        guard combination.hasClinician == [.inTreatment, .missedSession].contains(state) else { return false }
        guard let open = combination.appointment?.isOpen else { return state != .firstAppointmentBooked }
        guard open else { return state != .firstAppointmentBooked }
        if combination.appointment?.isSeat == true { return false }
        switch combination.appointment?.kind {
        case .firstAppointment: return state == .firstAppointmentBooked
        case .treatment: return state == .inTreatment || state == .missedSession
        case .keepingInTouch: return state == .waitingTreatment
        case nil: return true
        }
    }

    @Test func everyCombinationIsAcceptedOrAFault() throws {
        for combination in Combination.all {
            let tables = Combination.tables([combination])
            let faults = Combination.faults(of: tables)
            #expect(faults.isEmpty == Self.isCoherent(combination), "\(combination): \(faults)")
            #expect(
                faults.allSatisfy { $0.line > 1 && !$0.key.isEmpty && !$0.allowed.isEmpty }, "\(combination): \(faults)"
            )
        }
    }

    /// All that is accepted, in one service.
    @Test func whatIsAcceptedRuns() throws {
        let accepted = Combination.all.filter(Self.isCoherent)
        #expect(accepted.count > 60)
        try Trial(tables: Combination.tables(accepted)).run(seed: 1)
    }

    /// Wild tables: what of them is taken can be carried, and nobody in it vanishes.
    @Test(arguments: 0..<24)
    func whateverIsTakenRuns(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed) &+ 77)
        let wild = WildTables.make(&generator)
        let read = try Combination.read(wild, acceptValid: true)
        try Trial(tables: read.tables).run(seed: seed)
        guard read.faults.isEmpty else { return }
        #expect(try Combination.read(wild).tables == read.tables, "seed \(seed)")
    }
}
