import Allocation
import BookingAudit
import BookingStore
import CareModel
import Diaries

@testable import BookingService

/// What must hold after each command, whatever it was.
struct ServiceChecks {
    let path: String
    let file: RawFile
    let now: CivilMinute

    /// The first thing that is wrong; nil if nothing is.
    func fault(
        after command: ServiceCommand, by service: BookingService, caseloadsBefore: [Int], verifies: Bool
    ) throws -> String? {
        if let fault = try Auditor.faults(in: path).first { return "auditor: \(fault)" }
        if let fault = try stateFault() ?? leftoverFault() ?? capFault(after: command, caseloadsBefore) { return fault }
        let context = BookingService.Context(now: now)
        // Holds that are past give their time back at the next step, whatever it does.
        _ = try service.runUnanswered(context) { step in step.box.desk.rules.count }
        let taken = try takenQuanta()
        if let fault = try seatFault() { return fault }
        let fault = try service.runUnanswered(context) { [now] step in
            try DeskDigest.fault(in: step, taken: taken, now: now)
        }
        if let fault { return fault }
        guard verifies else { return nil }
        if let fault = try numbersFault(service) { return "numbers: \(fault)" }
        return try service.verify().differences.first.map { "log against tables: \($0)" }
    }

    /// Everybody who was ever referred is in exactly one state (KP-10), and has one appointment to come at most, beside
    /// the sessions of a course with the clinician who holds the person (BK-2).
    private func stateFault() throws -> String? {
        let people = try file.numbers("SELECT count(*) FROM people")[0][0]
        let referred = try file.numbers("SELECT count(*) FROM log WHERE kind = 'referralReceived'")[0][0]
        let states = try file.numbers(
            "SELECT count(*), count(DISTINCT person) FROM episodes WHERE state BETWEEN 0 AND 10")
        if people != referred || states[0] != [people, people] {
            return "\(referred ?? 0) were referred, \(people ?? 0) are people, \(states[0]) have states"
        }
        let twice = try file.numbers(
            """
            SELECT person FROM appointments JOIN episodes USING (person)
            WHERE status = 0 AND attendance IS NULL GROUP BY person HAVING count(*) > 1
            AND sum(kind = 1 AND state IN (7, 8) AND episodes.clinician = appointments.clinician) < count(*) - 1
            """)
        if let person = twice.first { return "person \(person[0] ?? 0) has two appointments to come" }
        let closed = try file.numbers(
            """
            SELECT person FROM appointments JOIN episodes USING (person)
            WHERE status = 0 AND attendance IS NULL AND state = 10
            """)
        return closed.first.map { "person \($0[0] ?? 0) has left, and has an appointment to come" }
    }

    /// Nobody has two seats, no course has more people than seats, and whoever has one is waiting or in treatment
    /// (TX-4).
    private func seatFault() throws -> String? {
        let full = try file.numbers(
            """
            SELECT number FROM groups JOIN group_seats ON number = group_number
            WHERE left_at IS NULL GROUP BY number HAVING count(*) > largest OR stage > 3
            """)
        if let group = full.first { return "course \(group[0] ?? 0) has more people than seats, or was cancelled" }
        let lost = try file.numbers(
            """
            SELECT person FROM group_seats JOIN episodes USING (person) WHERE left_at IS NULL AND state NOT IN (5, 7)
            UNION SELECT person FROM group_seats WHERE left_at IS NULL GROUP BY person HAVING count(*) > 1
            """)
        return lost.first.map { "person \($0[0] ?? 0) has a seat, and should not, or has two" }
    }

    /// People on each clinician's caseload.
    static func caseloads(_ file: RawFile) throws -> [Int] {
        var loads = [Int](repeating: 0, count: ServiceFixture.clinicians)
        for row in try file.numbers("SELECT clinician, count(*) FROM episodes WHERE state IN (7, 8) GROUP BY clinician")
        {
            guard let clinician = row[0], let count = row[1], loads.indices.contains(Int(clinician)) else { continue }
            loads[Int(clinician)] = Int(count)
        }
        return loads
    }

    /// No caseload grows beyond its cap unless somebody gave a reason (CL-1).
    func capFault(after command: ServiceCommand, _ before: [Int]) throws -> String? {
        let caps = try file.numbers("SELECT caseload_cap FROM clinicians ORDER BY clinician").map { Int($0[0] ?? 0) }
        // A course that was promised starts: case managers take people on beyond their caps (TX-4).
        if case .groupDue = command { return nil }
        // Whose step-up is not agreed was never let go for good (ST-1).
        if case .supervise(_, false) = command { return nil }
        // What is taken back never was: the person is where they were, however full that is now (BK-4).
        let takesBack = command.takesBack
        for (clinician, load) in try ServiceChecks.caseloads(file).enumerated()
        where load > caps[clinician] && load > before[clinician] + (takesBack ? 1 : 0) {
            let why = try file.texts(
                "SELECT coalesce(override_reason, '') FROM appointments ORDER BY appointment DESC LIMIT 1")
            guard case .bookAnywhere(_, _, _, true) = command, why == ["agreed"] else {
                return
                    "clinician \(clinician) has \(load) people, above the cap of \(caps[clinician]), without a reason"
            }
        }
        return nil
    }

    /// The quanta of the clinicians, by clinician and day, as the table of keys has them.
    private func takenQuanta() throws -> [[CivilDay: DayGrid]] {
        var taken = [[CivilDay: DayGrid]](repeating: [:], count: ServiceFixture.clinicians)
        // A hold that is past keeps nothing, though nobody needed its time since.
        let sql = """
            SELECT key FROM quanta LEFT JOIN holds ON hold = -holder
            WHERE key < \(Int64(1) << 61) AND (hold IS NULL OR expires > \(now.minutes))
            """
        for row in try file.numbers(sql) {
            let key = row[0] ?? 0
            let day = CivilDay(number: Int32(key / 192 / 137_438_953_472))
            let quantum = Int(key % 192)
            let clinician = Int(key / 192 % 137_438_953_472)
            taken[clinician][day] = (taken[clinician][day] ?? DayGrid()) | DayGrid(quantum..<quantum + 1)
        }
        return taken
    }
}
