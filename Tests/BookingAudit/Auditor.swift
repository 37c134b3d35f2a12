import Foundation

/// Reads the file with plain SQL and its own arithmetic, and says what is wrong. It shares no code with the store: it
/// knows the columns, and folds the log by itself.
public struct Auditor {
    /// A stretch of somebody's or something's time, half open, in minutes.
    private struct Stretch {
        var resource: String
        var start: Int64
        var end: Int64
        var holder: String
    }

    private struct Taken {
        var stretches: [Stretch]
        var isStanding = true
    }

    private var appointments: [Int64: Taken] = [:]
    private var holds: [Int64: Taken] = [:]
    private var holdEnds: [Int64: [Int]] = [:]
    private var bookedHolds: [Int64: Int64] = [:]
    private(set) var faults: [String] = []

    /// Everything that is wrong with a file; nothing, if it is sound.
    public static func faults(in path: String) throws -> [String] {
        var auditor = Auditor()
        let file = try RawFile(path)
        try auditor.fold(file)
        auditor.checkOverlaps()
        try auditor.checkTables(file)
        try auditor.checkQuanta(file)
        auditor.checkHolds()
        if try file.texts("PRAGMA integrity_check") != ["ok"] { auditor.faults.append("SQLite finds faults") }
        return auditor.faults
    }

    // MARK: The log

    private mutating func fold(_ file: RawFile) throws {
        let kinds = try file.texts("SELECT kind FROM log ORDER BY sequence")
        let payloads = try file.texts("SELECT payload FROM log ORDER BY sequence")
        let sequences = try file.numbers("SELECT sequence FROM log ORDER BY sequence").map { $0[0] }
        if sequences != (0..<sequences.count).map({ Int64($0) + 1 }) { faults.append("the log has gaps") }
        for index in kinds.indices { try apply(kinds, payloads, index) }
    }

    private mutating func apply(_ kinds: [String], _ payloads: [String], _ index: Int) throws {
        let event = try object(payloads[index])
        switch kinds[index] {
        case "booked":
            let number = integer(event["appointment"])
            if appointments[number] != nil { faults.append("appointment \(number) was booked twice") }
            appointments[number] = Taken(stretches: stretches(event, "appointment \(number)"))
            if event["hold"] != nil { bookedHolds[integer(event["hold"]), default: 0] += 1 }
        case "appointmentCancelled":
            appointments[integer(event["appointment"])]?.isStanding = false
        case "held":
            let number = integer(event["hold"])
            if holds[number] != nil { faults.append("hold \(number) was placed twice") }
            holds[number] = Taken(stretches: stretches(event, "hold \(number)"))
        case "holdEnded":
            let number = integer(event["hold"])
            holds[number]?.isStanding = false
            holdEnds[number, default: []].append(Int(integer(event["outcome"])))
        case "corrected":
            let wrong = Int(integer(event["sequence"])) - 1
            let undone = try object(payloads[wrong])
            if kinds[wrong] == "booked" { appointments[integer(undone["appointment"])]?.isStanding = false }
            if kinds[wrong] == "appointmentCancelled" {
                appointments[integer(undone["appointment"])]?.isStanding = true
            }
        default: break
        }
        checkNow(after: index + 1)
    }

    /// The number of entries after which every overlap is looked for again; the last state is looked at anyway.
    private static let entriesBetween = 500

    private mutating func checkNow(after entries: Int) {
        if entries % Auditor.entriesBetween == 0 { checkOverlaps() }
    }

    private func stretches(_ event: [String: Any], _ holder: String) -> [Stretch] {
        let placement = event["placement"] as? [String: Any] ?? [:]
        let start = integer(placement["start"])
        let end = start + integer(placement["minutes"])
        var resources: [String] = []
        if let seat = placement["seat"] as? [String: Any] {
            resources.append("seat \(integer(seat["session"])) \(integer(seat["number"]))")
        } else {
            resources.append("clinician \(integer(placement["clinician"]))")
            if placement["room"] != nil { resources.append("room \(integer(placement["room"]))") }
        }
        if placement["person"] != nil { resources.append("person \(integer(placement["person"]))") }
        return resources.map { Stretch(resource: $0, start: start, end: end, holder: holder) }
    }

    private func object(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    private func integer(_ value: Any?) -> Int64 { (value as? NSNumber)?.int64Value ?? -1 }

    private var standing: [Stretch] {
        (appointments.values.filter(\.isStanding) + holds.values.filter(\.isStanding)).flatMap(\.stretches)
    }

    // MARK: What must hold

    private mutating func checkOverlaps() {
        let byResource = Dictionary(grouping: standing, by: \.resource)
        for (resource, stretches) in byResource {
            let ordered = stretches.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
            for (one, next) in zip(ordered, ordered.dropFirst()) where next.start < one.end {
                faults.append("\(resource) is double booked at \(next.start): \(one.holder), \(next.holder)")
            }
        }
    }

    private mutating func checkTables(_ file: RawFile) throws {
        let rows = try file.numbers("SELECT appointment, status FROM appointments")
        let standing = Set(rows.filter { $0[1] == 0 }.compactMap { $0[0] })
        if standing != Set(appointments.filter(\.value.isStanding).keys) || rows.count != appointments.count {
            faults.append("the table of appointments is not what the log says")
        }
        let open = try file.numbers("SELECT hold FROM holds WHERE outcome IS NULL").compactMap { $0[0] }
        if Set(open) != Set(holds.filter(\.value.isStanding).keys) {
            faults.append("the table of holds is not what the log says")
        }
    }

    /// Each five minutes of the keys, worked out the long way: by kind, number, day and place in the day.
    private mutating func checkQuanta(_ file: RawFile) throws {
        var expected = Set<String>()
        for stretch in standing {
            for minute in stride(from: stretch.start, to: stretch.end, by: 5) {
                expected.insert("\(stretch.resource) \(minute) \(stretch.holder)")
            }
        }
        var found = Set<String>()
        for row in try file.numbers("SELECT key, holder FROM quanta") {
            let (key, holder) = (row[0] ?? 0, row[1] ?? 0)
            let place = key % 2_305_843_009_213_693_952
            let identity = place / 192 % 137_438_953_472
            let kind = [
                "clinician \(identity)", "person \(identity)", "room \(identity)",
                "seat \(identity / 64) \(identity % 64)",
            ][Int(key / 2_305_843_009_213_693_952)]
            let minute = place / 192 / 137_438_953_472 * 1440 + 360 + place % 192 * 5
            let by = holder < 0 ? "hold \(-holder)" : "appointment \(holder)"
            if !found.insert("\(kind) \(minute) \(by)").inserted { faults.append("\(kind) \(minute) is there twice") }
        }
        for missing in expected.subtracting(found).sorted().prefix(5) { faults.append("no quantum for \(missing)") }
        for extra in found.subtracting(expected).sorted().prefix(5) { faults.append("a quantum for nothing: \(extra)") }
    }

    private mutating func checkHolds() {
        for (hold, ends) in holdEnds where ends.count != 1 {
            faults.append("hold \(hold) ended \(ends.count) times")
        }
        for (hold, ends) in holdEnds where ends == [1] && bookedHolds[hold] != 1 {
            faults.append("hold \(hold) was confirmed, and booked \(bookedHolds[hold] ?? 0) times")
        }
        for hold in bookedHolds.keys where holdEnds[hold] != [1] {
            faults.append("hold \(hold) was booked without being confirmed")
        }
    }
}
