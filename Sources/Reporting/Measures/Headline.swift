import CareModel

/// A line of a table of measures.
struct Headline {
    /// Name of the measure.
    var measure: String
    /// What it is, in at most 30 letters.
    var label: String
    /// Whether the short table of a terminal has it too.
    var isBrief = false
    /// Whether a comparison has it too, though it is not brief.
    var isCompared = false
    /// The limit that the measure counts people by; nil for one without.
    var promised: PromisedMeasure?
    /// Its row; nil for one that is named only.
    var row: Measure?

    /// A line for a measure that is named.
    init(_ measure: String, _ label: String) {
        self.measure = measure
        self.label = label
    }

    /// The line of a row.
    init(_ row: Measure, _ standards: Standards) {
        self.init(row.name(standards), row.title(standards))
        isBrief = row.isBrief
        isCompared = row.isCompared
        promised = row.promise
        self.row = row
    }
}

/// A heading with its lines.
struct HeadlineSection {
    /// Which of the measures' sections it is; nil for one of its own.
    var section: MeasureSection?
    var title: String
    var lines: [Headline]

    /// A heading of its own.
    init(title: String, lines: [Headline]) {
        self.title = title
        self.lines = lines
    }

    /// What the standards have under a heading. A measure that is held to two standards of the same days has a line for
    /// each, unless they are one.
    init(_ section: MeasureSection, _ standards: Standards) {
        self.init(title: section.title, lines: [])
        self.section = section
        for row in Measure.rows where row.section == section {
            let line = Headline(row, standards)
            let promise = Promise.of(line, standards: standards)
            let isThere = lines.contains {
                $0.measure == line.measure && Promise.of($0, standards: standards) == promise
            }
            if !isThere { lines.append(line) }
        }
    }

    /// All of them.
    static func all(_ standards: Standards) -> [HeadlineSection] {
        MeasureSection.allCases.map { HeadlineSection($0, standards) }
    }

    /// All that any of several standards has: those of the first, and behind them those that only others have.
    static func all(anyOf standards: [Standards]) -> [HeadlineSection] {
        MeasureSection.allCases.map { section in
            var found = standards.map { HeadlineSection(section, $0) }
            let others = found.dropFirst().flatMap(\.lines)
            for line in others where !found[0].lines.contains(where: { $0.measure == line.measure }) {
                found[0].lines.append(line)
            }
            return found[0]
        }
    }
}
