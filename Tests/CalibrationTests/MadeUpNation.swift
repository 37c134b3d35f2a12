import Foundation
import PublishedSamples
import PublishedStatistics
import TestSupport

@testable import Calibration

/// A made-up file of many providers whose levels walk: each month a step of its own, of which the past says nothing.
struct MadeUpNation {
    var providers = 12
    var months = 36
    var seed: UInt64 = 1
    /// The standard deviation of a month's step, and of what is around the level, in logarithms.
    var step = 0.05
    var noise = 0.05
    /// By how much more or less than others a provider moves.
    var restlessness: (_ provider: Int) -> Double = { _ in 1 }
    var measures: [(PublishedMeasure, Double)] = [
        (.referrals, 450), (.firstTreatments, 300), (.attendedOnTime, 1800), (.firstWaitMean, 20),
        (.waitingForTreatment, 400), (.recoveryShare, 48),
    ]
    /// What a provider publishes of a measure in the month of a place: nil for no row, `*` for a suppressed one.
    var change: (_ code: String, _ measure: PublishedMeasure, _ place: Int, _ value: Double) -> String? = {
        String(Int($3.rounded()))
    }

    static let first = PublishedMonth(number: 2021 * 12)

    var until: PublishedMonth { Self.first + (months - 1) }

    static func code(_ place: Int) -> String { "AA\(place < 10 ? "0" : "")\(place)" }

    func file(codes: [Int: String] = [:]) throws -> PublishedFile {
        var random = SplitMix(seed: seed)
        var lines = [
            "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,"
                + "MEASURE_ID,MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"
        ]
        for provider in 0..<providers {
            let code = codes[provider] ?? Self.code(provider)
            for (measure, usual) in measures {
                let moves = (measure == .recoveryShare ? 0.2 : 1.0) * restlessness(provider)
                var level = log(usual) + 0.1 * random.normal() * (measure == .recoveryShare ? 0.2 : 1.0)
                for place in 0..<months {
                    level += step * moves * random.normal()
                    let month = Self.first + place
                    let value = exp(level + noise * moves * random.normal())
                    guard let text = change(code, measure, place, value) else { continue }
                    lines.append(
                        "\(month)-01,\(month)-28,Provider,all,all,\(code),SERVICE \(code),\(measure.identifier),"
                            + "\(measure.name),\(text)")
                }
            }
        }
        for (measure, usual) in measures {
            for place in 0..<months {
                let month = Self.first + place
                lines.append(
                    "\(month)-01,\(month)-28,England,all,all,all,all Providers,\(measure.identifier),"
                        + "\(measure.name),\(usual * 100)")
            }
        }
        return try MadeUpProvider.file(lines.joined(separator: "\n") + "\n")
    }
}
