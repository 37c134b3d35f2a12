internal import CareModel
internal import ServiceSimulation

/// `trusted`: what may be promised of the year after the months that a team was fitted to.
enum TrustedKeys {
    static let all: [Key<TrustedInput>] = [from, said] + figures.flatMap { figure($0.target, $0.name, $0.what) }

    private static let from: Key<TrustedInput> = .date(
        "from", \.from, absent: "nothing", source: .assumed,
        "The first day of the year that is spoken of: the first of a month. Written by `calibrate`.")

    private static let said: Key<TrustedInput> = .value(
        "said", \.said, ValueForm.sentence.orNothing("nothing"), source: .assumed,
        "A fingerprint of what the scenario said when it was fitted: one that says something else is forecast as a "
            + "change of it. Written by `calibrate`.")

    typealias Target = any Key<TrustedInput>.Target<TrustedInput.Figure>

    /// Each figure: its section, where it is kept, and what it is.
    static let figures: [(name: String, target: Target, what: String)] = [
        ("referrals", \.referrals, "referrals received"),
        ("first-treatments", \.firstTreatments, "first treatments"),
        ("second-treatments", \.secondTreatments, "second treatments"),
        ("finished-courses", \.finishedCourses, "finished courses"),
        ("attended-appointments", \.attended, "appointments attended"),
        ("first-treatment-wait-mean", \.firstWait, "the mean wait to the first treatment, days"),
        ("waiting-for-treatment", \.stock, "people waiting for a first appointment"),
        ("step-up-wait-mean", \.stepUpWait, "the mean wait for a step-up, days"),
        (
            "assessment-to-high-wait-mean", \.assessmentToHigh,
            "the mean wait from assessment to high intensity, days"
        ),
        ("recovery", \.recovery, "recovery, percent"),
    ]

    private static func figure(_ target: Target, _ name: String, _ what: String) -> [Key<TrustedInput>] {
        let keys: [Key<TrustedInput.Figure>] = [
            spans("level", \.level, "The level of \(what) in twelve months, four quarters and the year."),
            spans("low", \.low, "The lower ends of the ranges within which nine in ten lay, of \(what)."),
            spans("high", \.high, "The upper ends of the ranges within which nine in ten lay, of \(what)."),
            spans(
                "simulated", \.simulated,
                "What the fitted scenario does itself, of \(what): one that is changed is forecast as a change of it."),
            .value(
                "year-before", \.yearBefore,
                months, source: .assumed,
                "What was published of \(what) in each of the twelve months before."),
            .value(
                "words", \.words, ValueForm.sentence.orNothing("nothing"), source: .assumed,
                "What the ranges of \(what) rest on, in a sentence."),
        ]
        return keys.map { $0.within(target, name) }
    }

    private static var months: ValueForm<[Double]> {
        var months = ValueForm<Double>.number(ValueRange(0...10_000_000)).list(0...12, each: "numbers", isSet: false)
        months.allowed = "none, or 12 numbers"
        months.samples = ["[" + Array(repeating: "0", count: 12).joined(separator: ", ") + "]"]
        return months
    }

    private static func spans(
        _ name: String, _ target: any Key<TrustedInput.Figure>.Target<[Double]>, _ meaning: String
    ) -> Key<TrustedInput.Figure> {
        let spans = TrustedInput.Figure.spans
        var numbers = ValueForm<Double>.number(ValueRange(0...10_000_000)).list(
            0...spans, each: "numbers", isSet: false)
        numbers.allowed = "none, or \(spans) numbers: twelve months, four quarters, the year"
        numbers.samples = ["[" + Array(repeating: "0", count: spans).joined(separator: ", ") + "]"]
        return .value(name, target, numbers, source: .assumed, meaning)
    }
}
