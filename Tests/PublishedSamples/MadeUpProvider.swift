import Foundation
public import PublishedStatistics
import TestSupport

/// A made-up file in the layout of NHS England: one small provider, and an England that is ten times as large, three
/// years with a season and nothing else that changes.
public enum MadeUpProvider {
    public static let firstMonth = "2021-04"
    public static let months = 36
    public static let until = PublishedMonth(number: 2024 * 12 + 2)

    /// The usual month of each measure.
    public static let usual: [(PublishedMeasure, Double)] = [
        (.referrals, 300), (.selfReferrals, 210), (.practitionerReferrals, 60), (.otherReferrals, 30),
        (.firstAssessments, 210), (.firstTreatments, 205), (.secondTreatments, 125), (.finishedCourses, 120),
        (.ended, 300), (.endedBeforeTreatment, 95), (.endedTreatedOnce, 80), (.endedNotSuitable, 15),
        (.appointments, 1600), (.attendedOnTime, 1200), (.didNotAttend, 150), (.patientCancelled, 170),
        (.providerCancelled, 70), (.firstWaitMean, 20), (.waitingForTreatment, 260), (.sessionsMean, 7.5),
        (.lowIntensitySessions, 3.4), (.highIntensitySessions, 7.8), (.assessmentToHighWait, 50),
        (.firstToSecondOver28Days, 70), (.firstToSecondOver90Days, 20), (.recovery, 55), (.notAtCaseness, 10),
        (.recoveryShare, 50), (.reliableImprovement, 80),
    ]

    /// The text of the file, with some rows changed or left out.
    public static func text(
        changing change: (PublishedMeasure, PublishedMonth, Double) -> String? = { _, _, value in
            String(Int(value.rounded()))
        }
    ) -> String {
        var lines = [
            "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,"
                + "MEASURE_ID,MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"
        ]
        let first = PublishedMonth(firstMonth) ?? until
        for offset in 0..<months {
            let month = first + offset
            for (measure, value) in usual {
                // Referrals come by the working day, and a little more in winter.
                let season = measure == .referrals ? Double(month.workingDays) / 21 * (month.month < 4 ? 1.1 : 1) : 1
                let jitter = 1 + 0.02 * Double((offset * 7 + Int(measure.rawValue) * 3) % 5 - 2)
                let level = value * season * (measure.kind.addsUp ? jitter : 1)
                let dates = "\(month)-01,\(month)-28"
                if let own = change(measure, month, level) {
                    lines.append(
                        "\(dates),Provider,all,all,ABC1,RIVER AND HILL SERVICE,\(measure.identifier),"
                            + "\(measure.name),\(own)"
                    )
                }
                let whole = measure.kind.addsUp ? level * 10 : level
                lines.append(
                    "\(dates),England,all,all,all,all Providers,\(measure.identifier),\(measure.name),\(whole)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    public static func file(_ text: String) throws -> PublishedFile {
        let folder = try Folder()
        try folder.write("made-up.csv", text)
        return try PublishedFile(path: folder.file("made-up.csv"))
    }
}
