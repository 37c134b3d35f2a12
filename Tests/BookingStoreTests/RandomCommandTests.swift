import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// A sequence of commands, each with its mishap, made from a seed.
struct CommandSequence {
    var steps: [(command: Command, mishap: Mishap)]

    init(seed: Int, count: Int, mishaps: Bool) {
        var random = SplitMix(seed: UInt64(seed))
        steps = (0..<count).map { _ in
            let command = CommandSequence.command(&random)
            // Most steps go well; each mishap has its share of the rest.
            let mishap = mishaps && random.below(8) == 0 ? Mishap(rawValue: random.below(5)) ?? .none : .none
            return (command, mishap)
        }
    }

    init(steps: [(command: Command, mishap: Mishap)]) { self.steps = steps }

    private static func command(_ random: inout SplitMix) -> Command {
        let place = random.below(1 << 20)
        switch random.below(20) {
        case 0..<6: return .book(placement(&random))
        case 6..<9: return .hold(placement(&random), minutes: Int64(1 + random.below(10)))
        case 9..<11: return .confirm(place)
        case 11: return .release(place)
        case 12..<14: return .cancel(place)
        case 14..<16: return .reschedule(place, placement(&random))
        case 16: return .attend(place)
        case 17: return .undoCancel(place)
        case 18: return .undoBooking(place)
        default: return .clock(Int64(random.below(12)) - 3)
        }
    }

    private static func placement(_ random: inout SplitMix) -> Placement {
        let start = CivilMinute(
            day: Clinic.monday + Int32(random.below(3)), minuteOfDay: 480 + 5 * random.below(96))
        return Placement(
            person: Int64(1 + random.below(8)), clinician: Int32(random.below(4)),
            room: random.below(3) == 0 ? Int64(1 + random.below(2)) : nil, kind: .treatment, start: start,
            minutes: [15, 30, 42, 50, 60, 90][random.below(6)])
    }

    /// The first difference between store and naive clinic, or what is wrong in the end.
    func run(mistake: @escaping (Command) -> Command = { $0 }) throws -> String? {
        let folder = try Folder()
        var runner = try CommandRunner(folder)
        defer { try? runner.store.close() }
        runner.mistake = mistake
        for (command, mishap) in steps {
            if let difference = runner.give(command, mishap) { return difference }
        }
        return try runner.faults().first
    }

    /// The shortest part found that still fails.
    func shrunk(fails: (CommandSequence) throws -> Bool) rethrows -> CommandSequence {
        CommandSequence(steps: try TestSupport.shrunk(steps) { try fails(CommandSequence(steps: $0)) })
    }
}

@Suite struct RandomCommandTests {
    init() { #expect(Faults.isInstalled) }

    @Test(arguments: 0..<Size.of("STORE_SEEDS", else: 40))
    func storeAndNaiveClinicAgree(seed: Int) throws {
        let sequence = CommandSequence(
            seed: seed + Size.of("STORE_FIRST_SEED", else: 0), count: Size.of("STORE_OPERATIONS", else: 500),
            mishaps: true)
        guard try sequence.run() != nil else {
            let mishaps = sequence.steps.filter { $0.mishap != .none }.count
            print("store: \(sequence.steps.count) commands, \(mishaps) mishaps")
            return
        }
        let short = try sequence.shrunk { try $0.run() != nil }
        let difference = try short.run() ?? "only now and then"
        let steps = short.steps.map { "\($0.command) \($0.mishap)" }.joined(separator: "\n")
        Issue.record("seed \(seed): \(difference)\n\(steps)")
    }

    /// The test itself is tested: a naive clinic that forgets rooms is found out, and the proof is short.
    @Test func aMistakeIsFoundAndShrunk() throws {
        let forgetsRooms: (Command) -> Command = { command in
            guard case .book(var placement) = command else { return command }
            placement.room = nil
            return .book(placement)
        }
        let sequence = CommandSequence(seed: 7, count: 300, mishaps: false)
        #expect(try sequence.run(mistake: forgetsRooms) != nil)
        let short = try sequence.shrunk { try $0.run(mistake: forgetsRooms) != nil }
        #expect(short.steps.count <= 6)
    }

    /// Without the unique key the store books twice, and the auditor says so: the key is what keeps the promise.
    @Test func withoutTheKeyTheAuditorFindsDoubleBookings() throws {
        let folder = try Folder()
        let runner = try CommandRunner(folder)
        try runner.store.close()
        try RawFile(runner.path).run(
            """
            DROP TABLE quanta;
            CREATE TABLE quanta (key INTEGER NOT NULL, holder INTEGER NOT NULL) STRICT;
            """)
        let store = try BookingStore.open(at: runner.path)
        try store.book(1, Clinic.placement(Clinic.at(10)))
        try store.book(2, Clinic.placement(person: 2, Clinic.at(10, 30)))
        #expect(try Auditor.faults(in: runner.path).contains { $0.contains("clinician 0 is double booked") })
        #expect(try !store.verify().isSound)
    }

    /// Each append of a step that has several: thrown after the k-th, nothing stays.
    @Test func thrownAfterEachAppend() throws {
        let folder = try Folder()
        let runner = try CommandRunner(folder)
        let events: [ServiceEvent] = [
            .held(HoldPlaced(hold: 1, placement: Clinic.placement(Clinic.at(10)), expires: Clinic.now + 5)),
            .holdEnded(HoldEnded(hold: 1, outcome: .confirmed)),
            .booked(Booking(appointment: 1, placement: Clinic.placement(Clinic.at(10)), hold: 1)),
            .personFactsChanged(PersonFactsChanged(person: 1, facts: Clinic.referral(1).facts)),
            .taskAdded(TaskAdded(task: 1, kind: .assessmentLetter, due: Clinic.at(10, day: 2), person: 1)),
            .appointmentCancelled(AppointmentCancelled(appointment: 1, by: .patient, noticeMinutes: 10)),
        ]
        struct Thrown: Error {}
        let before = try runner.store.read { try $0.lastSequence }
        for k in 0...events.count {
            #expect(throws: Thrown.self) {
                try runner.store.writeBlocking { writer in
                    for event in events.prefix(k) { try writer.append(event, at: Clinic.now, by: Clinic.author) }
                    throw Thrown()
                }
            }
            #expect(try runner.store.read { try $0.lastSequence } == before)
        }
        #expect(try runner.faults().isEmpty)
    }

    /// The disk fails at commit: everyone in the group is told, nothing has changed, and the next step goes through.
    @Test(arguments: [Faults.Kind.write, .sync, .full])
    func aFailedCommitIsToldToAll(kind: Faults.Kind) async throws {
        let folder = try Folder()
        let runner = try CommandRunner(folder)
        let (store, path) = (runner.store, runner.path)
        let before = try store.read { try $0.lastSequence }
        Faults.arm(path, kind, at: 1)
        let failures = await withTaskGroup(of: Bool.self) { group in
            for person in 1...Clinic.people {
                group.addTask {
                    do {
                        try await store.write { writer in
                            _ = try writer.book(
                                writer.nextNumber(of: .appointment),
                                Clinic.placement(person: person, Clinic.at(Int(person) + 8)))
                        }
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        Faults.disarm(path)
        let booked = try store.read { try $0.standingAppointments(from: Clinic.now) }.count
        #expect(failures > 0)
        #expect(failures + booked == Int(Clinic.people))
        #expect(store.generation > 0)
        #expect(try store.read { try $0.lastSequence } == before + Int64(booked))
        try store.book(100, Clinic.placement(Clinic.at(18)))
        #expect(try runner.faults().isEmpty)
    }
}
