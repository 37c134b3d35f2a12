/// Who does something, and from where (IG-1).
public struct Author: Hashable, Sendable, Codable {
    /// The user's number; 0 is the software itself.
    public var user: Int64
    /// From where: a host name, an address, `command line`.
    public var origin: String

    /// The software itself.
    public static let software = Author(user: 0, origin: "")

    /// A user at a place.
    public init(user: Int64, origin: String) {
        self.user = user
        self.origin = origin
    }
}
