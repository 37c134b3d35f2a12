import ArgumentParser
import BookingService

/// What a supervisor says of a discharge without recovery (ST-8).
struct SupervisorOptions: ParsableArguments {
    @Option(help: "The supervisor who agrees to a discharge without recovery (ST-8).")
    var agreedBy: String?

    @Flag(help: "Discharge without recovery: the person stays until a supervisor has decided, by a task (ST-8).")
    var askSupervisor = false

    func validate() throws {
        guard agreedBy == nil || !askSupervisor else {
            throw ValidationError("--agreed-by and --ask-supervisor contradict each other: give one.")
        }
        guard agreedBy?.contains(where: { !$0.isWhitespace }) ?? true else {
            throw ValidationError("--agreed-by is the supervisor's name.")
        }
    }

    var agreement: DischargeAgreement? {
        askSupervisor ? .asked : agreedBy.map { .agreed(by: $0) }
    }
}
