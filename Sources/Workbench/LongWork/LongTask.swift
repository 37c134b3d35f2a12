import Foundation

/// Something that takes minutes: who asked for it, what for, and what has become of it.
public struct LongTask<Wish: Sendable & Codable>: Sendable, Codable {
    /// Names it in an address; no two have the same.
    public let number: Int
    /// What it is called.
    public let title: String
    /// What was asked, in words, line by line.
    public let asked: [AskedLine]
    /// Who asked for it, by number, and as they were called then.
    public let owner: Int64
    public let ownerName: String
    /// When, by the service's clock, in words.
    public let askedAt: String
    /// What is to be done.
    public let wish: Wish
    /// What makes it happen once, however often its form is sent.
    let once: String
    /// What has become of it.
    public internal(set) var state: TaskState
    /// Whose turn it is: what waits with the lowest number comes first.
    var turn: Int
}

/// A line of what was asked: `To be reached`, `at least 90% …`.
public struct AskedLine: Hashable, Sendable, Codable {
    public let what: String
    public let words: String

    /// A line.
    public init(_ what: String, _ words: String) { (self.what, self.words) = (what, words) }
}

/// What has become of something that takes minutes.
public enum TaskState: Hashable, Sendable, Codable {
    /// It waits for its turn.
    case waiting
    /// It is worked on.
    case running
    /// Somebody stopped it; it can go on.
    case stopped(by: String)
    /// The server stopped while it was worked on; it can go on.
    case interrupted
    /// It is done; what was found, in a sentence.
    case done(String)
    /// It came to nothing; why.
    case failed(String)

    /// Whether nothing more happens to it by itself.
    public var isOver: Bool {
        switch self {
        case .waiting, .running: false
        case .stopped, .interrupted, .done, .failed: true
        }
    }

    /// Whether it can be begun again, from what is kept of it.
    public var canGoOn: Bool {
        switch self {
        case .stopped, .interrupted, .failed: true
        case .waiting, .running, .done: false
        }
    }
}

/// How far something has got.
public struct LongProgress: Hashable, Sendable {
    /// What is being done, such as `Trying plans`.
    public let words: String
    /// How many are done, and of how many; 0 where nobody knows.
    public let done: Int
    public let of: Int
    /// What is counted.
    public let counted: String

    /// How far it has got.
    public init(_ words: String, done: Int = 0, of: Int = 0, counted: String = "runs") {
        (self.words, self.done, self.of, self.counted) = (words, done, of, counted)
    }
}

/// What came of it.
public struct LongResult: Sendable {
    /// What was found, in a sentence.
    public var sentence: String
    /// What stays of it, by name.
    public var files: [(name: String, text: String)]
}

/// What whoever works on it has at hand.
struct LongTools: Sendable {
    /// What was kept to go on from; nil if nothing was.
    var kept: @Sendable () -> Data?
    /// Keeps something to go on from, whole or not at all; nil takes it away.
    var keep: @Sendable (Data?) -> Void
    /// Tells how far it has got.
    var progress: @Sendable (LongProgress) -> Void
    /// Whether it is to stop.
    var isCancelled: @Sendable () -> Bool
}

/// Why something that takes minutes was not done, or not changed.
public enum LongFault: Error, Hashable, Sendable {
    /// As many are kept as may be.
    case full(Int)
    /// There is none of this number.
    case missing
    /// Somebody else asked for it.
    case notYours(owner: String)
    /// It is worked on: it must be stopped first.
    case isRunning
    /// It is over, or not stopped: nothing is to be stopped, or to go on.
    case notNow
    /// The folder cannot be written.
    case notWritten
    /// It was to stop.
    case cancelled
    /// It came to nothing; why.
    case because(String)

    /// What is wrong, and what helps.
    public var words: String {
        switch self {
        case .full(let most): "\(most) are kept already: take some away first"
        case .missing: "It is not kept any more"
        case .notYours(let owner): "Only \(owner), who asked for it, or an administrator can do that"
        case .isRunning: "It is worked on: stop it first"
        case .notNow: "Something has become of it meanwhile: look again"
        case .notWritten: "It could not be written; tell whoever runs the server"
        case .cancelled: "It was stopped"
        case .because(let why): why
        }
    }
}
