public import CareModel
import Foundation

extension KeptFile {
    /// Reads a kept forecast.
    /// - Parameters:
    ///   - bytes: the file's.
    ///   - path: the file as messages name it.
    /// - Throws: everything that is wrong with it.
    public static func forecast(_ bytes: some Collection<UInt8>, path: String) throws(KeptFaults) -> KeptForecast {
        let data = Data(bytes)
        let decoder = JSONDecoder()
        func fail(_ key: String, _ what: String, _ allowed: String = "") -> KeptFaults {
            KeptFaults(faults: [FileFault(file: path, key: key, message: what, allowed: allowed)])
        }
        guard let form = try? decoder.decode(FormOnly.self, from: data) else {
            throw fail("", "this is no kept forecast", "a file that forecast --keep wrote")
        }
        guard form.keptForecast.form <= KeptForecast.form else {
            throw fail(
                "kept_forecast.form",
                "it is of form \(form.keptForecast.form), which a later version of stepcare wrote",
                "form \(KeptForecast.form) or earlier; use that version to score it")
        }
        do {
            return try decoder.decode(Document.self, from: data).forecast(path)
        } catch let faults as KeptFaults {
            throw faults
        } catch DecodingError.keyNotFound(let key, let context) {
            throw fail(place(context.codingPath + [key]), "it is missing")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context)
        {
            throw fail(place(context.codingPath), context.debugDescription)
        } catch {
            throw fail("", "\(error)")
        }
    }

    /// `rows[3].low`, counted from 1 as people count.
    private static func place(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index + 1)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text
    }
}

/// Everything that is wrong with a kept forecast.
public struct KeptFaults: Error, Equatable, Sendable, CustomStringConvertible {
    /// The faults.
    public let faults: [FileFault]

    /// What is wrong.
    public init(faults: [FileFault]) { self.faults = faults }

    /// Every fault on a line of its own.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// As much as must be known before the rest is read.
private struct FormOnly: Decodable {
    struct Head: Decodable { var form: Int }

    var keptForecast: Head

    private enum CodingKeys: String, CodingKey { case keptForecast = "kept_forecast" }
}

/// The document as it is written.
private struct Document: Decodable {
    struct Head: Decodable {
        var form: Int
        var made: String
        var of: String
    }

    struct Run: Decodable {
        var scenario: String
        var title: String
        var sha256: String
        var seed: UInt64
        var replications: Int
        var weeks: Int
        var starts: String
        var version: String
        var events: UInt64
        var start: String
        var changes: [Change]
        var command: String

        private enum CodingKeys: String, CodingKey {
            case scenario, title, seed, replications, weeks, starts, version, events, start, changes, command
            case sha256 = "scenario_sha256"
        }
    }

    struct Change: Decodable {
        var key: String
        var value: String
    }

    struct Team: Decodable {
        var name: String
        var title: String
    }

    struct KeptMeasure: Decodable {
        var name: String
        var unit: String
        var title: String
        var meaning: String
    }

    struct Row: Decodable {
        var measure: String
        var team: String
        var span: String
        var first: String
        var last: String
        var level: Double
        var low: Double
        var high: Double
        var chance: Double
        var basis: String

        private enum CodingKeys: String, CodingKey {
            case measure, team, span, level, low, high, chance, basis
            case first = "first_day"
            case last = "last_day"
        }
    }

    var head: Head
    var manifest: Run
    var teams: [Team]
    var measures: [KeptMeasure]
    var rows: [Row]

    private enum CodingKeys: String, CodingKey {
        case manifest, teams, measures, rows
        case head = "kept_forecast"
    }

    /// The forecast, if nothing is wrong with it.
    func forecast(_ path: String) throws(KeptFaults) -> KeptForecast {
        var faults: [FileFault] = []
        func fault(_ key: String, _ what: String, _ allowed: String) {
            faults.append(FileFault(file: path, key: key, message: what, allowed: allowed))
        }
        let made = Document.minute(head.made)
        if made == nil { fault("kept_forecast.made", "'\(head.made)' is no minute", "YYYY-MM-DD HH:MM") }
        let subject = KeptForecast.Subject(rawValue: head.of)
        if subject == nil {
            let known = KeptForecast.Subject.allCases.map(\.rawValue).joined(separator: ", ")
            fault("kept_forecast.of", "'\(head.of)' is not known", known)
        }
        let starts = CivilDay(manifest.starts)
        if starts == nil { fault("manifest.starts", "'\(manifest.starts)' is no day", "YYYY-MM-DD") }
        if rows.isEmpty { fault("rows", "there are none", "a row for each measure, team and span") }
        var seen: Set<KeptRow.Place> = []  // lookup only
        var kept: [KeptRow] = []
        for (index, row) in rows.enumerated() {
            guard let row = read(row, "rows[\(index + 1)]", fault) else { continue }
            if !seen.insert(row.place).inserted {
                fault("rows[\(index + 1)]", "\(row.measure), \(row.span) from \(row.first) is there twice", "each once")
            }
            kept.append(row)
        }
        guard faults.isEmpty, let made, let subject, let starts else { throw KeptFaults(faults: faults) }
        return KeptForecast(
            made: made, subject: subject,
            manifest: Manifest(
                scenario: manifest.scenario, title: manifest.title, scenarioSHA256: manifest.sha256,
                seed: manifest.seed, replications: manifest.replications, weeks: manifest.weeks, starts: starts,
                version: manifest.version, events: manifest.events, start: manifest.start,
                changes: manifest.changes.map { RunChange(key: $0.key, value: $0.value) }, command: manifest.command),
            teams: teams.map { TeamName(name: $0.name, title: $0.title) },
            measures: measures.map {
                KeptForecast.KeptMeasure(name: $0.name, unit: $0.unit, title: $0.title, meaning: $0.meaning)
            }, rows: kept)
    }

    /// A row, if nothing is wrong with it.
    private func read(
        _ row: Row, _ key: String, _ fault: (_ key: String, _ what: String, _ allowed: String) -> Void
    ) -> KeptRow? {
        guard let first = CivilDay(row.first), let last = CivilDay(row.last) else {
            fault(key, "'\(row.first)' to '\(row.last)' are no days", "YYYY-MM-DD")
            return nil
        }
        guard let span = ForecastSpan(rawValue: row.span), span.holds(first, last) else {
            let known = ForecastSpan.allCases.map(\.rawValue).joined(separator: ", ")
            fault(key + ".span", "\(first) to \(last) is no '\(row.span)'", known)
            return nil
        }
        guard let basis = KeptRow.Basis(rawValue: row.basis) else {
            let known = KeptRow.Basis.allCases.map(\.rawValue).joined(separator: ", ")
            fault(key + ".basis", "'\(row.basis)' is not known", known)
            return nil
        }
        guard row.low <= row.high else {
            fault(key + ".low", "\(row.low) is above the upper end, \(row.high)", "at most the upper end")
            return nil
        }
        guard row.chance > 0, row.chance < 1 else {
            fault(key + ".chance", "it is \(row.chance)", "above 0 and below 1")
            return nil
        }
        guard measures.contains(where: { $0.name == row.measure }) else {
            fault(key + ".measure", "'\(row.measure)' is not among the measures", "one of them")
            return nil
        }
        let team = row.team == DataGroup.total ? nil : row.team
        guard team == nil || teams.contains(where: { $0.name == team }) else {
            fault(key + ".team", "'\(row.team)' is not among the teams", "one of them, or \(DataGroup.total)")
            return nil
        }
        return KeptRow(
            measure: row.measure, team: team, span: span, first: first, last: last, level: row.level, low: row.low,
            high: row.high, chance: row.chance, basis: basis)
    }

    /// `YYYY-MM-DD HH:MM`.
    private static func minute(_ text: String) -> CivilMinute? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = CivilDay(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return CivilMinute(day: day, minuteOfDay: hour * 60 + minute)
    }
}
