import Glibc
import Synchronization

/// Whether the user pressed Ctrl-C. Replications in progress are dropped, and nothing half-written is left.
enum Interruption {
    private static let pressed = Atomic<Bool>(false)

    /// Begins to listen; a second Ctrl-C ends the program at once.
    static func watch() {
        let handler: @convention(c) (Int32) -> Void = { number in
            Interruption.pressed.store(true, ordering: .relaxed)
            signal(number, SIG_DFL)
        }
        signal(SIGINT, handler)
        signal(SIGTERM, handler)
    }

    static var isAsked: Bool { pressed.load(ordering: .relaxed) }
}
