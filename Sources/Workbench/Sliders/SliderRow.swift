import CareModel
import ServiceSimulation

/// A kind of slider that moves numbers of a team: a row of the table that makes them for one team or for all.
struct SliderRow: Sendable {
    /// How a stop moves a number.
    enum Way: Sendable {
        /// By so many percent.
        case scale
        /// By so many of this size.
        case shift(Double)
    }

    /// A number of a team that it moves.
    struct Number: Sendable {
        /// The key below the team.
        var key: String
        /// The number now.
        var value: Double
        /// What the scenario allows.
        var allowed: ClosedRange<Double>
    }

    let id: String
    let words: String
    let unit: String
    let way: Way
    /// How far it goes to either side, where the scenario allows it.
    let reach: Double
    let step: Double
    /// What it moves in a team; nothing where the team has nothing to move.
    let numbers: @Sendable (TeamScenario) -> [Number]

    /// Where a number comes to.
    func moved(_ number: Number, by stop: Double) -> Double {
        switch way {
        case .scale: number.value * (1 + stop / 100)
        case .shift(let size): number.value + stop * size
        }
    }

    /// How far all of these may go together, at whole stops; nil where there is nowhere to go.
    func range(_ numbers: [Number]) -> ClosedRange<Double>? {
        func isAllowed(_ stop: Double) -> Bool {
            numbers.allSatisfy { $0.allowed.contains(NumberText.withoutNoise(moved($0, by: stop))) }
        }
        guard !numbers.isEmpty, isAllowed(0) else { return nil }
        var (low, high) = (0.0, 0.0)
        while low - step >= -reach, isAllowed(low - step) { low -= step }
        while high + step <= reach, isAllowed(high + step) { high += step }
        return low < high ? low...high : nil
    }

    /// All of them, in the order of a person's way through the service.
    static let all: [SliderRow] = [referrals, missed, split, leave]

    private static let referrals = SliderRow(
        id: "referrals", words: "Referrals", unit: "% more or fewer", way: .scale, reach: 50, step: 5
    ) { team in
        team.referrals.perWeek > 0
            ? [Number(key: "referrals.per-week", value: team.referrals.perWeek, allowed: 0...10_000)] : []
    }

    private static let missed = SliderRow(
        id: "missed", words: "Appointments missed (DNA)", unit: "in 100 more or fewer", way: .shift(0.01), reach: 15,
        step: 1
    ) { team in
        let attendance = team.practice.attendance
        return [
            Number(
                key: "attendance.did-not-attend-first", value: attendance.didNotAttendFirst,
                allowed: 0...(1 - attendance.cancelledFirst)),
            Number(
                key: "attendance.did-not-attend-treatment", value: attendance.didNotAttendTreatment,
                allowed: 0...(1 - attendance.cancelledTreatment)),
        ]
    }

    /// Where the split follows the list there is none to be set.
    private static let split = SliderRow(
        id: "split", words: "Diary time for first appointments", unit: "% more or less", way: .scale, reach: 50, step: 5
    ) { team in
        let diary = team.practice.diary
        guard !diary.followsDemand else { return [] }
        let most = max(0, 1 - diary.keepingInTouchShare)
        return [
            Number(key: "diary.low-first-share", value: diary.lowFirstShare, allowed: 0...most),
            Number(key: "diary.high-first-share", value: diary.highFirstShare, allowed: 0...most),
        ].filter { $0.value > 0 }
    }

    private static let leave = SliderRow(
        id: "leave", words: "Annual leave of each", unit: "days a year more or fewer", way: .shift(1), reach: 10,
        step: 1
    ) { team in
        team.staff.isEmpty
            ? []
            : [Number(key: "workforce.leave-days", value: Double(team.practice.workforce.leaveDays), allowed: 0...60)]
    }
}
