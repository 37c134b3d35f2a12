/// Where a command is given that has no form of its own, so that none is forgotten: a page, or why there is none.
enum CommandPages {
    /// Where a command is given.
    enum Elsewhere: Equatable, Sendable {
        /// By a route: its address.
        case page(String)
        /// Nowhere in the browser, and why.
        case nowhere(String)
    }

    static let all: [(command: String, given: Elsewhere)] = [
        ("refer-many", .page("/import")),
        ("hold", .page("/people/:number/hold")),
        ("confirm", .page("/people/:number/holds/:hold/confirm")),
        ("release", .page("/people/:number/holds/:hold/release")),
        ("reschedule", .page("/appointments/:number/move")),
        ("book", .nowhere("a time is held first, and looked at, before it is confirmed")),
        ("accept", .page("/proposal/:team")),
        ("sent", .page("/messages")),
        ("choose-by-link", .page("/book/:secret")),
        ("remove-user", .page("/users/:user/remove")),
    ]
}
