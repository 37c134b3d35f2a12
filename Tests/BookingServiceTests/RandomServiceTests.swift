import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// A sequence of commands, each with what disturbs it, made from a seed; every third begins on a plain Monday, the
/// others in the week before a clock change.
struct ServiceSequence {
    typealias Step = (command: ServiceCommand, disturbance: Disturbance)

    let monday: CivilDay
    var steps: [Step]

    init(seed: Int, count: Int) {
        var random = SplitMix(seed: UInt64(seed) &+ 0x5E41)
        monday = ServiceFixture.mondays[seed % ServiceFixture.mondays.count]
        steps = (0..<count).map { _ in
            let command = ServiceCommand(&random)
            let disturbance = random.below(4) == 0 ? Disturbance(rawValue: random.below(6)) ?? .none : .none
            return (command, disturbance)
        }
    }

    /// The first fault, with the commands given and done until then.
    func run(sabotage: ((RawFile) throws -> Void)? = nil) throws -> (fault: String?, given: Int, done: Int) {
        let folder = try Folder()
        var runner = try ServiceRunner(folder, monday: monday)
        defer { runner.close() }
        runner.sabotage = sabotage
        for (place, step) in steps.enumerated() {
            do {
                guard let fault = try runner.give(step.command, step.disturbance) else { continue }
                return ("step \(place), \(step.command), \(runner.now): \(fault)", runner.given, runner.done)
            } catch {
                return ("step \(place), \(step.command), \(runner.now): \(error)", runner.given, runner.done)
            }
        }
        return (nil, runner.given, runner.done)
    }

    func shrunk() throws -> ServiceSequence {
        var short = self
        short.steps = try BookingAudit.shrunk(steps) { steps in
            var shorter = self
            shorter.steps = steps
            return try shorter.run().fault != nil
        }
        return short
    }
}

@Suite("Random commands to the service") struct RandomServiceTests {
    init() { #expect(Faults.isInstalled) }

    @Test(arguments: 0..<Size.of("SERVICE_SEEDS", else: 12))
    func everythingHoldsAfterEachCommand(seed: Int) throws {
        let sequence = ServiceSequence(
            seed: seed + Size.of("SERVICE_FIRST_SEED", else: 0), count: Size.of("SERVICE_OPERATIONS", else: 200))
        let result = try sequence.run()
        print("service: \(result.given) commands, \(result.done) done")
        guard result.fault != nil else {
            #expect(result.done * 4 > result.given, "hardly any command was done")
            return
        }
        let short = try sequence.shrunk()
        let fault = try short.run().fault ?? "only now and then"
        let steps = short.steps.map { "\($0.command) \($0.disturbance)" }.joined(separator: "\n")
        Issue.record("seed \(seed): \(fault)\n\(steps)")
    }

    /// The checks are checked: whatever is changed behind the service's back is found.
    @Test(arguments: [
        ("UPDATE episodes SET state = 7, clinician = 4 WHERE person = 1", "the desk in memory"),
        ("DELETE FROM quanta WHERE key = (SELECT min(key) FROM quanta)", "auditor: no quantum"),
        ("INSERT OR IGNORE INTO quanta VALUES (165666816, 1)", "auditor: a quantum for nothing"),
        ("UPDATE clinicians SET caseload_cap = 9 WHERE clinician = 0", "the desk in memory"),
        ("DELETE FROM episodes WHERE person = 1", "were referred"),
    ])
    func whatIsChangedBehindItsBackIsFound(sql: String, fault: String) throws {
        let result = try ServiceSequence(seed: 0, count: 30).run { file in
            guard try file.numbers("SELECT count(*) FROM people")[0][0] ?? 0 > 0 else { return }
            try file.run("PRAGMA foreign_keys = OFF; " + sql)
        }
        #expect(result.fault?.contains(fault) == true, "\(result.fault ?? "nothing was found")")
    }
}
