/// What the clinicians and users are called whom entries of the log have by number: to look up only.
public struct LogNames: Sendable {
    /// The clinicians, by index.
    public var clinicians: [String]
    /// The users, by number.
    public var users: [Int64: String]

    /// Names; whoever has none is said by number.
    public init(clinicians: [String] = [], users: [Int64: String] = [:]) {
        self.clinicians = clinicians
        self.users = users
    }

    /// A clinician in words.
    public func clinician(_ index: Int32) -> String {
        clinicians.indices.contains(Int(index)) ? clinicians[Int(index)] : "clinician \(index)"
    }

    /// Who made an entry, in words.
    public func user(_ number: Int64) -> String {
        if number == 0 { return "the software" }
        return "\(number)" + (users[number].map { ", \($0)" } ?? "")
    }
}
