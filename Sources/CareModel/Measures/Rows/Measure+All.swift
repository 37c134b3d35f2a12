/// The registry.
extension Measure {
    /// Every row, in the order of the tables.
    public static let rows =
        DoorMeasures.rows + CourseMeasures.rows + AttendanceMeasures.rows + OutcomeMeasures.rows + WorkMeasures.rows
        + BesideMeasures.rows + WaitMeasures.rows + PromiseMeasures.rows + WaitingQueue.measures + CostMeasures.rows
        + RoleMeasures.rows + [ended]

    private static let ended = Measure(
        .plain("ended"), .people, .ends, "ST-6", "Ended", "People whose episode ended, by why."
    ).with { $0.splits = .reasons }

    /// The rows under standards: of two promises of the same days, which have the same name, the first.
    public static func all(_ standards: Standards) -> [Measure] {
        var names: Set<String> = []  // lookup only
        return rows.filter { names.insert($0.name(standards)).inserted }
    }
}
