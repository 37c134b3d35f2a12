/// How rows are written.
extension Measure {
    /// Of people, each counted once.
    static func people(
        _ name: String, _ counter: Counter, _ rules: String, _ title: String, _ meaning: String
    ) -> Measure {
        Measure(.plain(name), .people, .total(counter), rules, title, meaning)
    }

    /// A number that is counted over the weeks.
    static func total(
        _ name: String, _ unit: MeasureUnit, _ counter: Counter, _ rules: String, _ title: String, _ meaning: String
    ) -> Measure {
        Measure(.plain(name), unit, .total(counter), rules, title, meaning)
    }

    /// One number over another.
    static func ratio(
        _ name: String, _ unit: MeasureUnit, _ part: [Counter], _ whole: [Counter], _ rules: String, _ title: String,
        _ meaning: String
    ) -> Measure {
        Measure(.plain(name), unit, .ratio(part, whole), rules, title, meaning)
    }

    /// A part of a whole.
    static func share(
        _ name: String, _ part: Counter, _ whole: Counter, _ rules: String, _ title: String, _ meaning: String
    ) -> Measure {
        Measure(.plain(name), .share, .ratio([part], [whole]), rules, title, meaning)
    }

    /// In a table, under a heading.
    func shown(_ section: MeasureSection, brief: Bool = false, compared: Bool = false) -> Measure {
        with {
            $0.section = section
            $0.isBrief = brief
            $0.isCompared = compared
        }
    }

    /// Followed week by week too.
    var everyWeek: Measure { with { $0.weekly = .same } }

    /// Better if less, or if more.
    func better(_ way: Better) -> Measure { with { $0.better = way } }

    /// Drawn.
    func drawn(_ page: Chart.Page, _ title: String) -> Measure {
        with { $0.charts.append(Chart(page: page, title: title)) }
    }

    /// Told of groups of people side by side (EQ-1).
    func besideGroups(_ place: Int, _ heading: String) -> Measure { with { $0.besideGroups = (place, heading) } }

    /// Of those only who were seen.
    func ofSeen(_ wait: SeenWait) -> Measure { with { $0.seenOnly = wait } }

    /// Looked at after an assessment week.
    func aftermath(_ words: String) -> Measure { with { $0.aftermath = words } }

    /// With a change.
    func with(_ change: (inout Measure) -> Void) -> Measure {
        var measure = self
        change(&measure)
        return measure
    }
}
