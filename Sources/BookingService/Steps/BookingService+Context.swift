public import BookingStore
public import CareModel

extension BookingService {
    /// Who gives a command, from where, when, and the key that makes it happen once.
    public struct Context: Sendable {
        /// The present minute.
        public var now: CivilMinute
        /// Who, and from where (IG-1).
        public var author: Author
        /// The command's key; nil if it may happen twice.
        public var key: String?
        /// What the machine's clock says; nil if nothing is compared with it.
        public var clock: CivilMinute?
        /// Whether somebody said that the minute is meant, though it is far from the clock.
        public var isMinuteMeant = false
        /// Why the author opens the record of somebody who is not one of their people (IG-1); nil if they did not say.
        public var reason: String?
        /// A secret that the caller made by chance, 16 characters or more, for a command that hands one out (BK-10).
        public var secret: String?

        /// What whoever acts for the author was let in for: a machine may no more than this, whatever its user may. Nil
        /// is whatever the author may.
        public var rights: Set<Permission>?

        /// A context.
        public init(now: CivilMinute, author: Author = .software, key: String? = nil, clock: CivilMinute? = nil) {
            self.now = now
            self.author = author
            self.key = key
            self.clock = clock
        }

        /// The reason for a look, if there is any in it.
        var saysWhy: String? {
            guard let reason, reason.contains(where: { !$0.isWhitespace }) else { return nil }
            return reason
        }
    }
}
