import CareModel
import Foundation
import Testing

@testable import Reporting

/// Every number of the page that says where it stands in the files is there, and is the same.
@Suite struct PageNumbersTests {
    /// A table of the files: what each row has in each column.
    private typealias Table = [[String: String]]

    private static func tables(_ forecast: Forecast) -> [String: Table] {
        Dictionary(
            uniqueKeysWithValues: ForecastCSV.files(forecast).map { file in
                (String(file.name.dropLast(4)), rows(file.text))
            })
    }

    private static func rows(_ text: String) -> Table {
        let lines = text.split(separator: "\r\n").map(cells)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// The cells of a line, quotes taken off.
    private static func cells(_ line: Substring) -> [String] {
        var (cells, cell, isQuoted) = ([String](), "", false)
        for letter in line {
            if letter == "\"" {
                isQuoted.toggle()
            } else if letter == ",", !isQuoted {
                cells.append(cell)
                cell = ""
            } else {
                cell.append(letter)
            }
        }
        return cells + [cell]
    }

    /// The attributes of an element, without `data-`.
    private static func attributes(_ text: Substring) -> [String: String] {
        Dictionary(
            text.matches(of: /data-([a-z]+)="([^"]*)"/).map { (String($0.output.1), String($0.output.2)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The rows of a file that are meant.
    private static func meant(_ place: [String: String], _ table: Table) -> Table {
        let weeks = place["weeks"]?.split(separator: "-").compactMap { Int($0) }
        let people = place["people"]?.split(separator: "=").map(String.init)
        return table.filter { row in
            for key in ["measure", "span", "first", "queue", "step"] {
                if let value = place[key], row[key] != value { return false }
            }
            for key in ["team", "role", "cause"] where place["in"] != "waiting-list" || place[key] != nil {
                if let cell = row[key], cell != place[key] ?? "total" { return false }
            }
            if place["in"] == "measures" {
                if row["characteristic"] != people?.first ?? "total" || row["value"] != people?.last ?? "total" {
                    return false
                }
            }
            guard let weeks, let week = row["week"].flatMap({ Int($0) }) else { return true }
            return weeks[0] <= week && week <= weeks[1]
        }
    }

    /// What the files have.
    private static func value(_ place: [String: String], _ table: Table) -> Double? {
        let values = meant(place, table).compactMap { row in
            place["column"].flatMap { row[$0] }.flatMap { Double($0) }
        }
        switch place["fold"] {
        case "least": return values.min()
        case "most": return values.max()
        case "mean": return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        case "sum": return values.reduce(0, +)
        default: return values.count == 1 ? values[0] : nil
        }
    }

    /// Whether a text tells a number, as it is or in percent: to its last digit, or to two figures.
    private static func tells(_ text: String, _ value: Double) -> Bool {
        let words = ["all", "almost all", "none", "fewer than 1 in 100"]
        if words.contains(text.lowercased()) { return value >= 0.985 || value < 0.015 }
        guard let number = Double(text.filter { $0.isNumber || $0 == "." || $0 == "-" }.replacing(/^-+$/, with: "")),
            !text.isEmpty
        else { return false }
        let hundred = text.lowercased().hasPrefix("about ") && text.hasSuffix(" in 100")
        let shown = hundred ? Double(text.split(separator: " ").dropFirst().first ?? "") ?? .nan : number
        return [value, 100 * value].contains { abs(shown - $0) <= max(0.5000001, 0.0501 * abs($0)) }
    }

    @Test(arguments: [2, 20, 104]) func everyNumberIsInTheFiles(weeks: Int) {
        let forecast = SampleForecast(weeks: weeks).make()
        let tables = Self.tables(forecast)
        let page = ReportHTML.page(forecast, chartScript: "")
        let numbers = page.matches(of: /<data value="([^"]*)"([^>]*)>([^<]*)<\/data>/)
        #expect(numbers.count > 250)
        for number in numbers {
            let place = Self.attributes(number.output.2)
            let found = place["in"].flatMap { tables[$0] }.flatMap { Self.value(place, $0) }
            let shown = Double(number.output.1)
            guard let found, let shown else {
                Issue.record("\(number.output.0) is not in the files")
                continue
            }
            #expect(abs(found - shown) <= 1e-9 * max(1, abs(found)), "\(number.output.0): \(found)")
            #expect(Self.tells(String(number.output.3), found), "\(number.output.0): \(found)")
        }
    }

    /// The numbers below charts are those of `weekly.csv`.
    @Test func everyWeekOfAChartIsInTheFiles() {
        let forecast = SampleForecast(weeks: 12).make()
        let weekly = Self.tables(forecast)["weekly"] ?? []
        let page = ReportHTML.page(forecast, chartScript: "")
        var count = 0
        for figure in page.split(separator: "<figure ").dropFirst() where figure.contains("data-in=\"weekly\"") {
            let heads = figure.matches(of: /<th scope="col"( data-key[^>]*)>/).map { Self.attributes($0.output.1) }
            let rows = figure.matches(of: /<tr><th>[^<]*((?:<td>[^<\n]*)+)\n/)
            for (week, row) in rows.enumerated() {
                let cells = row.output.1.split(separator: "<td>")
                guard cells.count == heads.count else {
                    Issue.record("a row of \(cells.count) cells under \(heads.count) heads")
                    continue
                }
                for (head, cell) in zip(heads, cells) where head["in"] != nil {
                    var place = head
                    place["weeks"] = "\(week + 1)-\(week + 1)"
                    let found = Self.value(place, weekly).map { $0 * (Double(head["scale"] ?? "1") ?? 1) }
                    #expect(NumberText.dense(found ?? .nan) == cell, "\(place): \(String(describing: found))")
                    count += 1
                }
            }
        }
        #expect(count > 3000)
    }

    /// A number that is not in the files would be noticed.
    @Test func aWrongNumberIsNoticed() {
        #expect(Self.tells("13.5", 13.46) && !Self.tells("13.5", 14.8) && Self.tells("1,600", 1584))
        #expect(Self.tells("about 96 in 100", 0.963) && !Self.tells("about 96 in 100", 0.85))
        let forecast = SampleForecast(weeks: 2).make()
        let table = Self.tables(forecast)["measures"] ?? []
        let place = ["in": "measures", "measure": "recovery", "team": "mid-sample", "column": "mean"]
        #expect(Self.value(place, table) != nil)
        #expect(Self.value(place.merging(["team": "nowhere"]) { $1 }, table) == nil)
    }
}
