public import CareModel

/// By what those who wait are told apart (KT-8).
public enum WaitDivision: String, CaseIterable, Hashable, Sendable {
    /// The team, or locality.
    case team
    /// What they wait for.
    case queue = "for"
    /// The step.
    case step
    /// The therapy that was agreed; none before the first appointment.
    case therapy
    /// With whom their next appointment is, or to whom they are allocated; nobody as a rule.
    case clinician
    /// How long they have waited.
    case band = "wait"
}

/// One of the parts that a division makes, such as a team.
public struct WaitPart: Hashable, Sendable {
    /// Names it in an address.
    public var id: String
    /// What it is called.
    public var title: String
    /// Its place among the others.
    var place: Int

    /// What stands where there is none: no therapy agreed, nobody allocated.
    static func none(_ title: String) -> WaitPart { WaitPart(id: "none", title: title, place: Int.max) }
}

/// How many wait, of all or of some.
public struct WaitCounts: Hashable, Sendable {
    /// Of whom; nil for all who were asked for.
    public var part: WaitPart?
    /// People by how long they have waited, in the order of the bands; nil is fewer than 5 where that is all that may
    /// be told.
    public var byBand: [Int?]
    /// All of them.
    public var total: Int?
}

/// Somebody who has waited long.
public struct LongWait: Hashable, Sendable {
    /// The person's number and name.
    public var person: Int64
    public var name: String?
    /// Where the person is.
    public var state: EpisodeState
    /// What they are told apart by, in the order of ``WaitDivision``.
    public var parts: [WaitPart]
    /// Days waited.
    public var days: Int

    /// The part of a division that they are in.
    public func part(_ division: WaitDivision) -> WaitPart? {
        WaitDivision.allCases.firstIndex(of: division).map { parts[$0] }
    }
}

/// Who waits now, in numbers (KT-8): everybody once in each division. Whoever may see totals only gets no count of
/// fewer than 5 people, others rounded to 5, and nobody's name (EQ-1).
public struct WaitsNow: Hashable, Sendable {
    /// How long people have waited, the shortest first: the promises cut it (FA-1, KP-2).
    public var bands: [WaitPart]
    /// All who were asked for.
    public var total: WaitCounts
    /// Of each division its parts.
    public var divisions: [Divided]
    /// Every part of each division, whoever was asked for.
    public var choices: [Choices]
    /// The longest waits of those who were asked for; nil where nobody may be shown.
    public var longest: [LongWait]?
    /// Everybody else in the service, whoever was asked for: who they are, and how many.
    public var others: [Other]
    /// Whether small numbers are left out and others rounded (EQ-1).
    public var isShared: Bool

    /// A division with the counts of its parts.
    public struct Divided: Hashable, Sendable {
        /// By what.
        public var division: WaitDivision
        /// Its parts, in order; those with nobody are left out.
        public var rows: [WaitCounts]
    }

    /// What can be asked for of a division.
    public struct Choices: Hashable, Sendable {
        /// By what.
        public var division: WaitDivision
        /// Its parts, in order.
        public var parts: [WaitPart]
    }

    /// People of the service who wait in no queue.
    public struct Other: Hashable, Sendable {
        /// Where they are.
        public var state: EpisodeState
        /// How many; nil is fewer than 5 where that is all that may be told.
        public var people: Int?
    }
}
