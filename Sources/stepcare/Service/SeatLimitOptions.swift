import ArgumentParser
import BookingService

/// What is said for people for whom the rule ends the episode with a session of a group (AT-3).
struct SeatLimitOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: "Numbers of people whose episode ends, if this is the miss at which the rule ends it (AT-3).")
    var endCourse: [Int64] = []

    @Option(
        parsing: .upToNextOption,
        help: "Numbers of people whom a supervisor lets go on at the limit of misses (AT-3).")
    var exception: [Int64] = []

    @Option(
        parsing: .upToNextOption,
        help: "Numbers of people who go on at the limit of misses until a supervisor has decided (AT-3).")
    var askException: [Int64] = []

    /// Everybody who is named is told of, and is named once.
    func check(_ outcomes: [SeatOutcome]) throws {
        let named = endCourse + exception + askException
        for (place, person) in named.enumerated() {
            guard outcomes.contains(where: { $0.person == person }) else {
                throw ValidationError("--outcomes does not say what became of person \(person).")
            }
            guard !named[..<place].contains(person) else {
                throw ValidationError("--end-course, --exception and --ask-exception: name person \(person) once.")
            }
        }
    }

    /// An outcome, with what is said for the case that it ends the episode.
    func answered(_ outcome: SeatOutcome) -> SeatOutcome {
        var outcome = outcome
        if endCourse.contains(outcome.person) { outcome.atLimit = .ends }
        if exception.contains(outcome.person) { outcome.atLimit = .exception }
        if askException.contains(outcome.person) { outcome.atLimit = .asks }
        return outcome
    }
}
