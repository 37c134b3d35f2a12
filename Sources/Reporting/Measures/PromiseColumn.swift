import CareModel

/// A promise that teams stand beside one another for.
struct PromiseColumn {
    /// What is measured.
    var measure: Measure
    /// What it is, in a few words.
    var heading: String
    var promise: Promise
    /// Whether anybody holds the service to it: an aim of its own is measured, and not judged.
    var isHeld: Bool

    /// The promises of a forecast: first those that the service is held to, in the order of a person's way, then its
    /// own aims. What rests on a number that nobody gave is no measure of the service, and is left out: a warning says
    /// so.
    static func all(_ index: ForecastIndex) -> [PromiseColumn] {
        let standards = index.forecast.standards
        let known = Measure.rows.compactMap { measure -> PromiseColumn? in
            let line = Headline(measure, standards)
            let isShown = measure.atAGlance != nil || measure.leastShare != nil
            guard isShown, let promise = Promise.of(line, standards: standards),
                index.scopes.contains(where: { index.summary(measure, $0.group) != nil }),
                !index.forecast.isAssumed(line)
            else { return nil }
            return PromiseColumn(
                measure: measure, heading: measure.atAGlance.map { measure.words($0, standards) } ?? measure.brief,
                promise: promise, isHeld: promise != .everyone)
        }
        var names: Set<String> = []  // lookup only
        let distinct = known.filter { names.insert($0.measure.name(standards) + $0.promise.words).inserted }
        let held = distinct.filter(\.isHeld)
        return held.filter { $0.measure.promise != nil } + held.filter { $0.measure.promise == nil }
            + distinct.filter { !$0.isHeld }
    }

    /// What a table says of somebody.
    struct Cell {
        var row: MeasureSummary
        /// Whether the promise is kept; nil for an aim, and after a single run.
        var verdict: Verdict?
        /// Whether it would be kept among those who were seen only.
        var isOfSeenOnly = false

        /// The verdict in a word or two; empty where none is given.
        var words: String { isOfSeenOnly ? SeenOnly.verdict : verdict?.words ?? "" }
        /// On which side it lies; nil where no verdict is given.
        var side: Side? {
            switch verdict {
            case nil: nil
            case .meets: isOfSeenOnly ? .open : .met
            case .misses: .missed
            case .kept(let kept, let runs): isOfSeenOnly ? .open : kept == runs ? .met : kept == 0 ? .missed : .open
            }
        }
        /// Whether the runs are enough to be sure of a side.
        var isSure: Bool {
            switch verdict {
            case .meets, .misses: true
            case .kept, nil: false
            }
        }
    }

    /// What the runs say of a promise.
    enum Side: Equatable {
        /// Kept in all of them, or as good as sure to be.
        case met
        /// Broken in all of them, or as good as sure to be.
        case missed
        /// Neither.
        case open

        /// A sign that does not rest on colour.
        var sign: String {
            switch self {
            case .met: "✓"
            case .missed: "✗"
            case .open: "≈"
            }
        }

        /// Name of the style class.
        var style: String {
            switch self {
            case .met: "meets"
            case .missed: "misses"
            case .open: "either"
            }
        }
    }

    /// What is known of somebody; nil if nothing is.
    func cell(_ scope: Scope, _ index: ForecastIndex) -> Cell? {
        guard let row = index.summary(measure, scope.group) else { return nil }
        guard isHeld, let verdict = promise.verdict(row) else { return Cell(row: row) }
        let seen = SeenOnly(group: scope.group, index: index)
        let isOfSeen = measure.promise.map { seen.contradicts(verdict, $0, promise) } ?? false
        return Cell(row: row, verdict: verdict, isOfSeenOnly: isOfSeen)
    }
}

extension Measure {
    /// Its title without what follows a comma.
    fileprivate var brief: String { String(title.prefix { $0 != "," }) }
}

/// How many of the promises that a service is held to are kept.
struct PromiseCount {
    var met = 0
    var missed = 0
    var open = 0
    /// Whether the runs are enough to be sure of those that are met or missed.
    var isSure = true
    /// The runs.
    let runs: Int

    var all: Int { met + missed + open }

    init(_ scope: Scope, _ index: ForecastIndex) {
        runs = index.forecast.manifest.replications
        for column in PromiseColumn.all(index) where column.isHeld {
            guard let cell = column.cell(scope, index), let side = cell.side else { continue }
            switch side {
            case .met: met += 1
            case .missed: missed += 1
            case .open: open += 1
            }
            if side != .open, !cell.isSure { isSure = false }
        }
    }

    /// `Of 4 standards the service meets 2 and misses 1; 1 could go either way.` Empty where nothing can be judged.
    func sentence(_ who: String) -> String {
        guard all > 0 else { return "" }
        let parts = [met == 0 ? "" : "meets \(met)", missed == 0 ? "" : "misses \(missed)"].filter { !$0.isEmpty }
        let of = "Of \(TextTools.count(all, "standard", "standards")) "
        guard !parts.isEmpty else { return of + "\(open == 1 ? "one" : "all") could go either way." }
        let sure = isSure ? "" : " in all \(runs) runs"
        return of + who + " " + TextTools.list(parts) + sure + (open == 0 ? "." : "; \(open) could go either way.")
    }
}
