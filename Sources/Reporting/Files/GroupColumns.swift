import CareModel

/// The columns that say of whom a number is.
enum GroupColumns {
    /// Team, role, step, cause and reason.
    static func all<Row>(_ group: @escaping @Sendable (Row) -> MeasureGroup) -> [DataColumn<Row>] {
        [
            team { group($0).team },
            .group("role", "The role", of: Role.allCases.map(\.name)) { group($0).role },
            .group("step", "The step", of: Step.allCases.map(\.name)) { group($0).step },
            .group("cause", "Why a promise was broken", of: BreachCause.allCases.map(\.name)) { group($0).cause },
            .group("reason", "Why an episode ended", of: EndReason.allCases.map(\.name)) { group($0).reason },
        ]
    }

    /// The team.
    static func team<Row>(_ team: @escaping @Sendable (Row) -> String?) -> DataColumn<Row> {
        .group("team", "The team, by its short name", team)
    }

    /// The characteristic by which people are told apart, and its value (EQ-1).
    static func people<Row>(_ group: @escaping @Sendable (Row) -> MeasureGroup) -> [DataColumn<Row>] {
        [
            .group(
                "characteristic", "What people are told apart by", of: Characteristic.allCases.map(\.name)
            ) { group($0).people?.characteristic },
            .group("value", "The characteristic's value") { group($0).people?.value },
        ]
    }

    /// The measure's name and its unit.
    static func measure<Row>(_ standards: [Standards], _ name: @escaping @Sendable (Row) -> String) -> DataColumn<Row> {
        var names: [String] = []
        for standards in standards {
            for name in Measure.all(standards).map({ $0.name(standards) }) where !names.contains(name) {
                names.append(name)
            }
        }
        return .text("measure", "The measure's name.", allowed: names, name)
    }

    /// The unit of the row's numbers.
    static func unit<Row>(_ unit: @escaping @Sendable (Row) -> String) -> DataColumn<Row> {
        .text("unit", "What the numbers of the row count.", allowed: MeasureUnit.allCases.map(\.rawValue), unit)
    }

    /// A number in the row's unit.
    static func number<Row>(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
    ) -> DataColumn<Row> {
        .number(name, DataGroup.unitOfRow, meaning, orNothing: value)
    }
}
