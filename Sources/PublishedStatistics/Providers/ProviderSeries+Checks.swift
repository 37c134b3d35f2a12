public import CareModel

extension ProviderSeries {
    /// Warnings of figures that cannot be true, in the order of the checks and months.
    ///
    /// Negative figures, percentages over 100, parts larger than their whole (with 5 of leeway for rounding), and more
    /// second than first treatments over a whole year.
    public func implausibleFigures() -> [FileFault] {
        outOfRange() + partsOverWholes() + secondsOverFirsts()
    }

    private func outOfRange() -> [FileFault] {
        var found: [FileFault] = []
        for measure in PublishedMeasure.allCases {
            for month in months {
                guard let value = value(measure, in: month) else { continue }
                if value < 0 {
                    found.append(warning(measure, month, "\(PublishedFile.words(value)) is negative", "0 or more"))
                } else if measure.kind == .percent, value > 100 {
                    found.append(warning(measure, month, "\(PublishedFile.words(value)) percent", "0 to 100"))
                }
            }
        }
        return found
    }

    private static let wholes: [(part: PublishedMeasure, whole: PublishedMeasure)] = [
        (.selfReferrals, .referrals), (.attendedOnTime, .appointments), (.didNotAttend, .appointments),
        (.patientCancelled, .appointments), (.providerCancelled, .appointments), (.endedBeforeTreatment, .ended),
        (.endedTreatedOnce, .ended), (.finishedCourses, .ended), (.notAtCaseness, .finishedCourses),
        (.recovery, .finishedCourses), (.reliableImprovement, .finishedCourses), (.reliableRecovery, .recovery),
        (.firstToSecondOver90Days, .firstToSecondOver28Days), (.firstToSecondOver28Days, .secondTreatments),
    ]

    private func partsOverWholes() -> [FileFault] {
        var found: [FileFault] = []
        for (part, whole) in Self.wholes {
            for month in months {
                guard let less = value(part, in: month), let more = value(whole, in: month), less > more + 5 else {
                    continue
                }
                found.append(
                    warning(
                        part, month, "\(PublishedFile.words(less)) of \(PublishedFile.words(more)) (\(whole.name))",
                        "no more than the whole"))
            }
        }
        return found
    }

    private func secondsOverFirsts() -> [FileFault] {
        var found: [FileFault] = []
        // Years that end with the last month, so that each month is in one.
        var end = months.count
        while end >= 12 {
            let year = months[end - 12..<end]
            end -= 12
            let pairs = year.compactMap { month in
                value(.firstTreatments, in: month).flatMap { first in
                    value(.secondTreatments, in: month).map { (first, $0) }
                }
            }
            let firsts = pairs.reduce(0) { $0 + $1.0 }
            let seconds = pairs.reduce(0) { $0 + $1.1 }
            guard pairs.count == 12, seconds > firsts, let first = year.first, let last = year.last else { continue }
            let message =
                "\(first) to \(last): \(PublishedFile.words(seconds)) second treatments after "
                + "\(PublishedFile.words(firsts)) first ones"
            found.append(
                FileFault(
                    .warning, file: file, line: line(.secondTreatments, in: last),
                    key: PublishedMeasure.secondTreatments.name, message: message,
                    allowed: "no more than first treatments over a year"))
        }
        return found.reversed()
    }

    private func warning(
        _ measure: PublishedMeasure, _ month: PublishedMonth, _ what: String, _ allowed: String
    ) -> FileFault {
        FileFault(
            .warning, file: file, line: line(measure, in: month), key: measure.name, message: "\(month): \(what)",
            allowed: allowed)
    }
}
