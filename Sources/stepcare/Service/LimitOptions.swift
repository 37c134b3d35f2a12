import ArgumentParser
import BookingService

/// What is said for the case that a rule ends the episode (AT-3).
struct LimitOptions: ParsableArguments {
    @Flag(help: "The episode ends, if this is the miss at which the rule ends it (AT-3).")
    var endCourse = false

    @Flag(help: "A supervisor lets the course go on at the limit of misses (AT-3).")
    var exception = false

    @Flag(help: "It goes on at the limit of misses until a supervisor has decided: a task asks for it (AT-3).")
    var askException = false

    func validate() throws {
        guard [endCourse, exception, askException].count(where: { $0 }) <= 1 else {
            throw ValidationError("--end-course, --exception and --ask-exception contradict each other: give one.")
        }
    }

    var answer: LimitAnswer? { endCourse ? .ends : exception ? .exception : askException ? .asks : nil }
}
