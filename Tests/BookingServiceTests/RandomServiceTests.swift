import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import TestSupport
import Testing

/// A sequence of commands, each with what disturbs it, made from a seed; every third begins on a plain Monday, the
/// others in the week before a clock change.
struct ServiceSequence {
    /// The first fault, and what was given and done until then.
    struct Result {
        var fault: String?
        var given = 0
        var done = 0
        var overrides: Int64 = 0
        var mostAboveCap = 0
    }

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

    /// Gives the commands one by one, until something is wrong.
    func run(sabotage: ((RawFile) throws -> Void)? = nil) throws -> Result {
        let folder = try Folder()
        var runner = try ServiceRunner(folder, monday: monday)
        defer { runner.close() }
        runner.sabotage = sabotage
        var result = Result()
        for (place, step) in steps.enumerated() where result.fault == nil {
            do {
                result.fault = try runner.give(step.command, step.disturbance)
            } catch {
                result.fault = "\(error)"
            }
            result.fault = result.fault.map { "step \(place), \(step.command), \(runner.now): \($0)" }
            let caps = (0..<ServiceFixture.clinicians).map { ServiceFixture.details($0, from: monday).caseloadCap }
            let above = zip(try ServiceChecks.caseloads(runner.file), caps).map { $0 - $1 }.max() ?? 0
            result.mostAboveCap = max(result.mostAboveCap, above)
        }
        (result.given, result.done, result.overrides) = (runner.given, runner.done, try runner.overrides())
        return result
    }

    func shrunk() throws -> ServiceSequence {
        var short = self
        short.steps = try TestSupport.shrunk(steps) { steps in
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
        print(
            "service: \(result.given) commands, \(result.done) done, \(result.overrides) with a reason against a rule, "
                + "most above a cap \(result.mostAboveCap)")
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
        ("UPDATE episodes SET priority = 1 WHERE person = 1", "the desk in memory"),
        ("UPDATE episodes SET state = 7, clinician = 4 WHERE person IN (1, 2, 5)", "above the cap"),
        ("DELETE FROM quanta WHERE key = (SELECT min(key) FROM quanta)", "auditor: no quantum"),
        ("INSERT OR IGNORE INTO quanta VALUES (260584255782913728, 1)", "auditor: a quantum for nothing"),
        ("UPDATE clinicians SET caseload_cap = 9 WHERE clinician = 0", "the desk in memory"),
        ("DELETE FROM episodes WHERE person = 1", "were referred"),
    ])
    func whatIsChangedBehindItsBackIsFound(sql: String, fault: String) throws {
        var sequence = ServiceSequence(seed: 0, count: 60)
        // The first command is done, so that the desk is in memory when the file is changed.
        sequence.steps.insert((.refer(team: 0, traits: 1), .none), at: 0)
        let result = try sequence.run { file in
            guard try file.numbers("SELECT count(*) FROM people")[0][0] ?? 0 > 0 else { return }
            try file.run("PRAGMA foreign_keys = OFF; " + sql)
        }
        #expect(result.fault?.contains(fault) == true, "\(result.fault ?? "nothing was found")")
    }
}
