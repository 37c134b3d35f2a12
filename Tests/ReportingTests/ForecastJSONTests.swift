import CareModel
import Foundation
import Statistics
import Testing

@testable import Reporting

@Suite("The JSON document")
struct ForecastJSONTests {
    /// One row of each kind.
    static func oneOfEach() -> Forecast {
        var forecast = SmallForecast.empty()
        forecast.measures = [SmallForecast.summary("first-appointment-within-28-days", "share", 0.91, spread: 0.04)]
        forecast.weekly = [
            SmallForecast.breaches(
                1, mean: 3.1, low: 0, high: 7, chance: .nan,
                group: MeasureGroup(team: "mid-test", cause: "no-free-slot"))
        ]
        forecast.distributions = [
            WaitDistribution(measure: "first-appointment-wait", group: MeasureGroup(), people: [0, 2.5])
        ]
        forecast.waitingAtStart = [
            WaitingRow(
                team: "mid-test", queue: "treatment", step: "high", modality: nil, people: 3, meanDays: 12.5,
                longestDays: 20, over: [0, 0, 0])
        ]
        forecast.assessmentWeeks = [
            AssessmentWeekChance(team: "mid-test", starts: SmallForecast.monday, chance: Chance(happened: 5, runs: 20))
        ]
        forecast.trusted = TrustedFigures(
            basis: .published,
            rows: [
                TrustedFigures.Row(
                    kept: KeptRow(
                        measure: "referrals", team: nil, span: .month, first: SmallForecast.monday + 8,
                        last: SmallForecast.monday + 38, level: 100, low: 80, high: 130, chance: 0.9, basis: .trusted),
                    simulated: 90)
            ], words: [TrustedFigures.Words(measure: "referrals", text: "As it was.")])
        forecast.help = WhatWouldHelp(
            levers: [
                TriedLever(
                    name: "text-reminders", title: "Text reminders", meaning: "Sent.", team: nil,
                    changes: [RunChange(key: "attendance.reminders", value: "true")], runs: 16, standards: Standards(),
                    effects: [
                        ComparisonRow(
                            measure: "first-appointment-wait-mean", unit: "days", group: MeasureGroup(),
                            means: [14, 12.5],
                            differences: [MeasureDifference(mean: -1.5, ci95: -2 ... -1, correlation: 0.9)])
                    ], command: "stepcare compare")
            ], weeks: 52, starts: SmallForecast.monday)
        forecast.assumptions = [
            AssumptionRow(
                key: "a.b", value: "3", unit: "days", source: "policy", rules: "KT-1", meaning: "Says \"so\".\n<End>",
                note: "", isDefault: true)
        ]
        return forecast
    }

    @Test("is these bytes")
    func golden() {
        let chance = Chance(happened: 5, runs: 20)
        let (least, most) = (DataCell.number(chance.atLeast).text, DataCell.number(chance.atMost).text)
        let expected = #"""
            {
              "manifest": {"scenario":"small","title":"Small test","scenario_sha256":"ab12","seed":7,\#
            "replications":30,"weeks":8,"starts":"2026-11-23","version":"0.1.0","events":1234,\#
            "start":"Everything starts empty.","changes":[],"command":"","warnings":[]},
              "measures": [
                {"measure":"first-appointment-within-28-days","unit":"share","group":{"team":"mid-test"},"mean":0.91,\#
            "ci95":[0.9,0.92],"p05":0.87,"p50":0.91,"p95":0.95,"or_more":false,"year_before":null}
              ],
              "weekly": [
                {"week":1,"starts":"2026-11-23","measure":"first-appointment-breaches-28","group":{"team":"mid-test",\#
            "cause":"no-free-slot"},"mean":3.1,"p05":0.0,"p25":0.0,"p50":3.1,"p75":7.0,"p95":7.0,\#
            "probability_any":null,"probability_any_at_least":null,"probability_any_at_most":null,"unit":"people"}
              ],
              "distributions": [
                {"measure":"first-appointment-wait","group":{},"people_by_days":[0.0,2.5],"last_is_or_more":true}
              ],
              "waiting_list": [
                {"team":"mid-test","queue":"treatment","step":"high","modality":null,"people":3,"mean_days":12.5,\#
            "longest_days":20,"over_28":0,"over_42":0,"over_126":0}
              ],
              "assessment_weeks": [
                {"team":"mid-test","starts":"2026-11-23","probability":0.25,\#
            "probability_at_least":\#(least),"probability_at_most":\#(most)}
              ],
              "promised": [
                {"measure":"referrals","span":"month","first":"2026-12-01","last":"2026-12-31",\#
            "level":100.0,"low":80.0,"high":130.0,"simulated":90.0,"year_before":null,"unit":"people",\#
            "words":"As it was."}
              ],
              "levers": [
                {"place":1,"lever":"text-reminders","title":"Text reminders","team":"total",\#
            "measure":"first-appointment-wait-mean","unit":"days","a_year":false,"as_it_is":14.0,"changed":12.5,\#
            "difference":-1.5,"ci95_low":-2.0,"ci95_high":-1.0,"clear":true,"weeks":52,"runs":16,\#
            "changes":"attendance.reminders=true","command":"stepcare compare"}
              ],
              "assumptions": [
                {"key":"a.b","value":"3","unit":"days","source":"policy","rules":"KT-1",\#
            "meaning":"Says \"so\".\n\u003cEnd\u003e","note":"","default":true}
              ]
            }

            """#
        #expect(ForecastJSON.document(Self.oneOfEach()) == expected)
    }

    @Test("parses, and says what the forecast says")
    func parses() throws {
        let forecast = SampleForecast(weeks: 6).make()
        let object = try JSONSerialization.jsonObject(with: Data(ForecastJSON.document(forecast).utf8))
        let document = try #require(object as? [String: Any])
        let measures = try #require(document["measures"] as? [[String: Any]])
        #expect(measures.count == forecast.measures.count)
        for (row, measure) in zip(measures, forecast.measures) {
            let mean = try #require(row["mean"] as? Double)
            #expect(Self.agree(mean, measure.mean))
            #expect((row["group"] as? [String: String])?["team"] == measure.group.team)
            #expect((row["group"] as? [String: String])?.count == measure.group.fields.count)
        }
        let weekly = try #require(document["weekly"] as? [[String: Any]])
        #expect(weekly.count == forecast.weekly.count)
        for (row, band) in zip(weekly, forecast.weekly) {
            let high = try #require(row["p95"] as? Double)
            #expect(Self.agree(high, band.p95), "\(band.measure), week \(band.week)")
        }
        let meaning = try #require((document["assumptions"] as? [[String: Any]])?.first?["meaning"] as? String)
        #expect(meaning == forecast.assumptions[0].meaning)
    }

    /// Equal but for the last bits, which this parser may lose.
    static func agree(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-14 * max(1, abs(other)) }

    @Test("writes numbers that read back the same")
    func shortest() {
        for number in [0.1, 1.0 / 3, 0.3000000000000123, 2.5e-308, 1.7976931348623157e308, 123_456_789.125] {
            #expect(Double(JSONValue.number(number).line) == number)
        }
    }

    @Test("has null for what is no number")
    func notANumber() throws {
        #expect(JSONValue.number(.nan).line == "null")
        #expect(JSONValue.number(.infinity).line == "null")
        #expect(JSONValue.number(-0.0).line == "0.0")
        #expect(JSONValue.number(0.1).line == "0.1")
        #expect(JSONValue.number(1e300).line == "1e+300")
        #expect(JSONValue.large(.max).line == "18446744073709551615")
    }

    @Test("reads back every kind of character")
    func characters() throws {
        let text = "tab\t quote\" back\\ </script> \u{0} \u{1F} \u{2028} 山 👩🏽‍⚕️ \r\n"
        let line = JSONValue.list([.text(text)]).line
        let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String]
        #expect(read == [text])
        #expect(!line.contains("</script"))
    }

    @Test("a document of many rows is handed on in small pieces, and is whole")
    func pieces() throws {
        var forecast = Self.oneOfEach()
        let band = try #require(forecast.weekly.first)
        forecast.weekly = [WeeklyBand](repeating: band, count: 3000)
        var pieces: [String] = []
        ForecastJSON.each(forecast) { pieces.append($0) }
        #expect(pieces.count > 10 && pieces.allSatisfy { $0.utf8.count < 70_000 })
        let object = try JSONSerialization.jsonObject(with: Data(pieces.joined().utf8)) as? [String: Any]
        #expect((object?["weekly"] as? [Any])?.count == 3000)
        #expect((object?["measures"] as? [Any])?.count == forecast.measures.count)
    }
}
