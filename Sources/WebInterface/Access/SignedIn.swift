import BookingService
import BookingStore
import Foundation

/// Somebody who is signed in, or a machine that was let in.
struct SignedIn: Sendable {
    /// Who.
    var user: UserDetails
    /// What they may do: what their role may, and of a machine what it was let in for.
    var rights: Set<Permission>
    /// The session; nil of a machine.
    var session: StoredSession?

    /// Whether they may do something.
    func may(_ right: Permission) -> Bool { rights.contains(right) }

    /// What each form must carry.
    var formSecret: String { session.map { Secrets.text(of: $0.formSecret) } ?? "" }
}

extension Permission {
    /// The right among those of a machine, as a bit.
    var bit: Int64 { 1 << Int64(rawValue) }
}
