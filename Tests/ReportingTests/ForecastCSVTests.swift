import CareModel
import Testing

@testable import Reporting

@Suite("The CSV files")
struct ForecastCSVTests {
    /// Reads RFC 4180 text, strictly: each line ends with CRLF.
    static func parse(_ text: String) -> [[String]] {
        var lines: [[String]] = []
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var quoted = false
        let scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            let next = position + 1 < scalars.count ? scalars[position + 1] : " "
            switch (quoted, scalar) {
            case (true, "\"") where next == "\"":
                field.append("\"")
                position += 1
            case (_, "\""): quoted.toggle()
            case (false, ","):
                fields.append(String(field))
                field = .init()
            case (false, "\r") where next == "\n":
                lines.append(fields + [String(field)])
                fields = []
                field = .init()
                position += 1
            default: field.append(scalar)
            }
            position += 1
        }
        #expect(fields.isEmpty && field.isEmpty && !quoted)
        return lines
    }

    @Test("have as many fields in each line as in the heading")
    func rectangular() {
        for file in ForecastCSV.files(SampleForecast(weeks: 12).make()) {
            let lines = Self.parse(file.text)
            #expect(lines.count > 1, "\(file.name)")
            #expect(lines.allSatisfy { $0.count == lines[0].count }, "\(file.name)")
        }
    }

    @Test("read back the numbers to the last bit")
    func numbers() throws {
        let forecast = SampleForecast(weeks: 5).make()
        let lines = Self.parse(ForecastCSV.text("weekly.csv", forecast))
        let mean = try #require(lines[0].firstIndex(of: "mean"))
        #expect(lines.count == forecast.weekly.count + 1)
        for (line, band) in zip(lines.dropFirst(), forecast.weekly) {
            #expect(Double(line[mean]) == NumberText.withoutNoise(band.mean))
            #expect(abs(NumberText.withoutNoise(band.mean) - band.mean) <= 16 * band.mean.ulp)
        }
    }

    @Test("quote what needs it")
    func quoting() {
        var forecast = ForecastJSONTests.oneOfEach()
        let odd = "a \"quoted\", word\r\nand a line"
        forecast.assumptions[0].note = odd
        let lines = Self.parse(ForecastCSV.text("assumptions.csv", forecast))
        #expect(lines[1][6] == odd)
        #expect(lines[1][7] == "true")
        #expect(CSVText.quoted(" edge") == "\" edge\"")
        #expect(CSVText.quoted("plain") == "plain")
        #expect(DataCell.number(.nan).text == "")
    }

    @Test("are eight, by name")
    func names() {
        #expect(
            ForecastCSV.files(SmallForecast.empty()).map(\.name) == [
                "measures.csv", "weekly.csv", "distributions.csv", "waiting-list.csv", "assessment-weeks.csv",
                "promised.csv", "levers.csv", "assumptions.csv",
            ])
    }

    @Test("have a unit in every row, total for all together, and the same columns whatever the scenario")
    func tidy() throws {
        var forecast = SampleForecast(weeks: 6).make()
        let before = ForecastCSV.files(forecast)
        forecast.standards.firstAppointmentDays = 21
        forecast.standards.nationalFirstDays = 21
        forecast.manifest.changes = [RunChange(key: "weeks", value: "6")]
        for (one, other) in zip(before, ForecastCSV.files(forecast)) {
            #expect(one.entries.map(\.column) == other.entries.map(\.column), "\(one.name)")
        }
        for name in ["measures.csv", "weekly.csv", "distributions.csv"] {
            let lines = Self.parse(before.first { $0.name == name }?.text ?? "")
            let unit = try #require(lines[0].firstIndex(of: "unit"))
            let team = try #require(lines[0].firstIndex(of: "team"))
            #expect(lines.dropFirst().allSatisfy { !$0[team].isEmpty }, "\(name)")
            let units = lines.dropFirst().map { $0[unit] }
            let isKnown = units.allSatisfy { MeasureUnit(rawValue: $0) != nil }
            #expect(isKnown, "\(name): \(Set(units).sorted())")
        }
    }

    @Test("are told by the dictionary, column by column, and its own columns too")
    func dictionary() throws {
        let forecast = SampleForecast(weeks: 6).make()
        let tables = ForecastCSV.files(forecast)
        let beside = ForecastCSV.dictionaries(forecast, of: tables)
        #expect(beside.map(\.name) == ["measure-dictionary.csv", "dictionary.csv"])
        let lines = Self.parse(try #require(beside.last).text)
        for table in tables + beside {
            let told = lines.filter { $0[0] == table.name }.map { $0[1] }
            #expect(told == Self.parse(table.text)[0], "\(table.name)")
        }
        let names = Set((tables + beside).map(\.name) + [ManifestFile.name])
        #expect(Set(lines.dropFirst().map { $0[0] }) == names)
    }
}

extension ForecastCSV {
    /// The text of one of the files.
    static func text(_ name: String, _ forecast: Forecast) -> String {
        files(forecast).first { $0.name == name }?.text ?? ""
    }
}
