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
        let lines = Self.parse(ForecastCSV.weekly(forecast))
        let mean = try #require(lines[0].firstIndex(of: "mean"))
        #expect(lines.count == forecast.weekly.count + 1)
        for (line, band) in zip(lines.dropFirst(), forecast.weekly) {
            #expect(Double(line[mean]) == JSONValue.withoutNoise(band.mean))
            #expect(abs(JSONValue.withoutNoise(band.mean) - band.mean) <= 16 * band.mean.ulp)
        }
    }

    @Test("quote what needs it")
    func quoting() {
        var forecast = ForecastJSONTests.oneOfEach()
        let odd = "a \"quoted\", word\r\nand a line"
        forecast.assumptions[0].note = odd
        let lines = Self.parse(ForecastCSV.assumptions(forecast))
        #expect(lines[1][6] == odd)
        #expect(lines[1][7] == "yes")
        #expect(CSVText.quoted(" edge") == "\" edge\"")
        #expect(CSVText.quoted("plain") == "plain")
        #expect(CSVFile.number(.nan) == "")
    }

    @Test("are six, by name")
    func names() {
        #expect(
            ForecastCSV.files(SmallForecast.empty()).map(\.name) == [
                "measures.csv", "weekly.csv", "distributions.csv", "waiting-list.csv", "assessment-weeks.csv",
                "assumptions.csv",
            ])
    }
}
