import CareModel

/// What a plan is to reach: a measure of the service or of one of its teams, in some days, as surely as is asked.
///
/// `first-appointment-within-28-days>=0.9@2027-06..2027-12~0.9`: from June to December 2027 nine in ten are seen within
/// 28 days, with nine chances in ten. `mid-essex:waiting-first-appointment<=today` speaks of one team, and against what
/// is today.
public struct ServiceTarget: Hashable, Sendable {
    /// On which side of the level it is to be.
    public enum Side: String, Hashable, Sendable {
        case atLeast = ">="
        case atMost = "<="
    }

    /// What it is held against.
    public enum Level: Hashable, Sendable {
        /// A number in the measure's unit; a share is 0 … 1.
        case value(Double)
        /// What it is with nothing changed, in the same days and with the same people, and so much.
        case today(plus: Double)
    }

    /// The team, by its short name; nil for the whole service.
    public var team: String?
    /// The measure, by its name in files.
    public var measure: String
    /// On which side.
    public var side: Side
    /// Of what.
    public var level: Level
    /// In which days; nil leaves them to the plan.
    public var span: PlannedSpan?
    /// The chance with which it is to be kept, above 0.5 and below 1.
    public var chance = Self.usualChance
    /// As it was written.
    public var text: String

    /// What is asked where nobody says how sure it must be: nine chances in ten.
    public static let usualChance = 0.9

    /// Reads one.
    /// - Parameter text: `[TEAM:]MEASURE>=X[@DATE[..DATE]][~CHANCE]`; numbers may be percentages, `X` may be `today`,
    ///   `today+N` or `today-N`.
    /// - Throws: what is wrong with it.
    public init(_ text: String) throws(PlanFault) {
        func fault(_ reason: String) -> PlanFault { PlanFault("target", text, reason) }
        self.text = text
        var rest = text.filter { !$0.isWhitespace }
        if let place = rest.lastIndex(of: "~") {
            let given = String(rest[rest.index(after: place)...])
            guard let chance = Self.number(given), chance > 0.5, chance < 1 else {
                throw fault("the chance after ~ is above 0.5 and below 1, not \(Self.shown(given))")
            }
            self.chance = chance
            rest = String(rest[..<place])
        }
        if let place = rest.firstIndex(of: "@") {
            let given = String(rest[rest.index(after: place)...])
            guard let span = PlannedSpan(given) else {
                throw fault(
                    "the days after @ are a year, a month or a day, or one of these .. another, not "
                        + "\(Self.shown(given)) (2027, 2027-06, 2027-06..2027-12)")
            }
            self.span = span
            rest = String(rest[..<place])
        }
        let sides: [Side] = [.atLeast, .atMost]
        guard
            let (side, range) = sides.compactMap({ side in rest.firstRange(of: side.rawValue).map { (side, $0) } })
                .first
        else { throw fault("a target is a measure, >= or <=, and a number: access-rate>=0.25") }
        let name = String(rest[..<range.lowerBound])
        guard let level = Self.level(String(rest[range.upperBound...])) else {
            throw fault(
                "after \(side.rawValue) stands a number, a percentage, today, today+N or today-N, not "
                    + Self.shown(String(rest[range.upperBound...])))
        }
        let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw fault("before \(side.rawValue) stands a measure, or a team, a colon and a measure")
        }
        self.side = side
        self.level = level
        team = parts.count == 2 ? parts[0] : nil
        measure = parts[parts.count - 1]
    }

    /// A target that nobody wrote.
    init(team: String?, measure: String, _ side: Side, _ level: Level, span: PlannedSpan?, chance: Double) {
        self.team = team
        self.measure = measure
        self.side = side
        self.level = level
        self.span = span
        self.chance = chance
        text = ""
    }

    private static func shown(_ given: String) -> String { given.isEmpty ? "nothing" : given }

    private static func level(_ text: String) -> Level? {
        guard text.hasPrefix("today") else { return number(text).map(Level.value) }
        let rest = text.dropFirst(5)
        guard let sign = rest.first else { return .today(plus: 0) }
        guard sign == "+" || sign == "-", let amount = number(String(rest.dropFirst())), amount >= 0 else { return nil }
        return .today(plus: sign == "-" ? -amount : amount)
    }

    /// A number, or a percentage as a share.
    static func number(_ text: String) -> Double? {
        let isPercent = text.hasSuffix("%")
        guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite,
            text.allSatisfy({ $0.isNumber || "+-.%".contains($0) })
        else { return nil }
        return isPercent ? number / 100 : number
    }
}
