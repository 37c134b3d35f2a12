import RandomStreams

/// Where the random numbers of one replication come from: for each decision about each subject, on each occasion, a
/// stream of its own. Nothing is positioned and nothing is shared, so that what one decision draws changes no other.
///
/// ```swift
/// var length = random.stream(.lateness, of: person, appointment)
/// let minutes = length.exponential(mean: 4)
/// ```
struct Luck {
    /// The streams of the replication.
    let source: RandomSource
    /// Writes down which streams are opened, if anybody wants to know, who keeps it for as long as this is used. Held
    /// without counting: this value is copied at every draw.
    private let log: Unmanaged<DrawLog>?

    init(seed: UInt64, replication: UInt32, log: DrawLog? = nil) {
        source = RandomSource(seed: seed, replication: replication)
        self.log = log.map(Unmanaged.passUnretained)
    }

    var seed: UInt64 { source.seed }
    var replication: UInt32 { source.replication }

    /// Purposes are told apart by seven bits, occasions by five.
    static var purposeBits: UInt16 { 7 }
    /// Occasions that are told apart beside the subject; later ones make a subject of their own, so that no luck
    /// comes back however often somebody is drawn for.
    static var occasionBits: Int { 5 }
    /// Odd, and without a pattern in its bits: what a later occasion adds to the subject.
    private static var step: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    /// The numbers that decide one thing for one subject on one occasion.
    @inline(__always)
    func stream(_ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0) -> RandomStream {
        if log != nil { writeDown(purpose, subject, occasion, source) }
        let name = Luck.name(purpose, subject, occasion)
        return source.stream(purpose: name.purpose, subject: name.subject)
    }

    /// The numbers that say what somebody is like, of the replication in which they were referred: that stays as it was
    /// where a run goes on from a day of another.
    func stream(
        _ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0, referredIn origin: UInt32
    ) -> RandomStream {
        let there = source.of(replication: origin)
        if log != nil { writeDown(purpose, subject, occasion, there) }
        let name = Luck.name(purpose, subject, occasion)
        return there.stream(purpose: name.purpose, subject: name.subject)
    }

    // Never inlined: it stands at every draw, and hardly ever runs.
    @inline(never)
    private func writeDown(_ purpose: Purpose, _ subject: UInt64, _ occasion: Int, _ source: RandomSource) {
        log?.takeUnretainedValue().opened(purpose, subject, occasion, source)
    }

    /// A decision about a subject on an occasion as a stream is named.
    @inline(__always)
    static func name(_ purpose: Purpose, _ subject: UInt64, _ occasion: Int) -> (purpose: UInt16, subject: UInt64) {
        let turn = UInt16(truncatingIfNeeded: occasion & (1 << occasionBits - 1))
        let later = UInt64(truncatingIfNeeded: occasion >> occasionBits) &* step
        return (purpose.rawValue | turn << purposeBits, subject &+ later)
    }
}

// Decisions that take one number.
extension Luck {
    /// A number on [0, 1).
    @inline(__always)
    func uniform(_ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0) -> Double {
        if log != nil { writeDown(purpose, subject, occasion, source) }
        let name = Luck.name(purpose, subject, occasion)
        return source.uniform(purpose: name.purpose, subject: name.subject)
    }

    /// Whether what befalls a share of all befalls this one. A larger share takes in everybody whom a smaller one does.
    /// Where it befalls nobody, no number is made.
    /// - Parameter share: below 0 is nobody, above 1 everybody.
    @inline(__always)
    func happens(_ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0, share: Double) -> Bool {
        if log != nil { writeDown(purpose, subject, occasion, source) }
        guard share > 0 else { return false }
        let name = Luck.name(purpose, subject, occasion)
        return source.uniform(purpose: name.purpose, subject: name.subject) < share
    }

    /// Whether somebody is of a share of all, wherever a run goes on from: as in the replication of the referral.
    func happens(_ purpose: Purpose, of subject: UInt64, referredIn origin: UInt32, share: Double) -> Bool {
        var stream = stream(purpose, of: subject, referredIn: origin)
        return stream.uniform() < share
    }

    /// The number of the category that falls to a subject.
    /// Where there is but one, no number is made.
    func category(
        _ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0, among choice: borrowing Categorical
    ) -> Int {
        if log != nil { writeDown(purpose, subject, occasion, source) }
        if let only = choice.only { return only }
        let name = Luck.name(purpose, subject, occasion)
        var stream = source.stream(purpose: name.purpose, subject: name.subject)
        return stream.categorical(choice)
    }
}

/// Writes down which streams are opened, so that two runs can be compared draw by draw.
final class DrawLog {
    /// A decision about a subject on an occasion.
    struct Name: Hashable, Sendable {
        var purpose: Purpose
        var subject: UInt64
        var occasion: Int
    }

    /// What was opened, in order, with the first number of each stream.
    private(set) var opened: [(name: Name, first: UInt32)] = []

    func opened(_ purpose: Purpose, _ subject: UInt64, _ occasion: Int, _ source: RandomSource) {
        let name = Luck.name(purpose, subject, occasion)
        var stream = source.stream(purpose: name.purpose, subject: name.subject)
        opened.append((Name(purpose: purpose, subject: subject, occasion: occasion), stream.word()))
    }
}
