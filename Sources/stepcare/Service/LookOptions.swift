import ArgumentParser
import BookingService

/// Why somebody looks (IG-1).
struct LookOptions: ParsableArguments {
    @Option(help: "Why you look, as a clinician, at somebody who is not one of your people: it is kept (IG-1).")
    var reason: String?

    func validate() throws {
        guard reason?.contains(where: { !$0.isWhitespace }) ?? true else {
            throw ValidationError("--reason says why you look.")
        }
    }

    /// When, by whom and why.
    func context(_ options: ServiceOptions) -> BookingService.Context {
        var context = options.context
        context.reason = reason
        return context
    }
}
