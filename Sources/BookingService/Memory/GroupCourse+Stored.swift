import Allocation
import BookingStore
import CareModel

extension GroupDetails {
    /// A course as the store keeps it; its seats are kept apart.
    init(_ group: GroupCourse, number: Int) {
        self.init(
            group: Int64(number + 1), team: UInt8(truncatingIfNeeded: group.team), rule: group.rule,
            plannedFor: group.plannedFor)
        days = group.days
        held = group.held
        facilitators = group.facilitators.map { Int32($0) }
        asked = group.asked.map { Int32($0) }
        leaders = group.leaders.map { Int32($0) }
        stage = GroupStage(rawValue: group.stage.rawValue) ?? .planned
        putOffs = group.putOffs
        sessionPutOffs = group.sessionPutOffs
    }
}

extension GroupCourse {
    /// A course as the desk has it, without seats.
    init(_ known: GroupDetails) {
        self.init(team: Int(known.team), rule: known.rule, plannedFor: known.plannedFor)
        days = known.days
        held = known.held
        facilitators = known.facilitators.map { Int($0) }
        asked = known.asked.map { Int($0) }
        leaders = known.leaders.map { Int($0) }
        stage = Stage(rawValue: known.stage.rawValue) ?? .planned
        putOffs = known.putOffs
        sessionPutOffs = known.sessionPutOffs
    }

    /// A course that a snapshot knows.
    init(_ known: GroupSnapshot) {
        self.init(team: known.team, rule: known.rule, plannedFor: known.plannedFor)
        days = known.days
        held = known.held
        facilitators = known.facilitators
        stage = known.held > 0 ? .running : known.isConfirmed ? .confirmed : .planned
        putOffs = known.putOffs
        sessionPutOffs = known.sessionPutOffs
    }

    /// The course as a snapshot for a forecast has it, with the people's keys. Nobody knows what became of a session
    /// that is past and was not recorded: the course goes on with it, as many weeks later as need be.
    func snapshot(today: CivilDay, keys: [UInt64]) -> GroupSnapshot {
        var days = days
        if held < days.count, days[held] < today {
            let weeks = (today - days[held] + 6) / 7
            for index in held..<days.count { days[index] = days[index] + weeks * 7 }
        }
        return GroupSnapshot(
            team: team, rule: rule, plannedFor: plannedFor, days: days, held: held, facilitators: facilitators,
            members: keys, isConfirmed: stage == .confirmed, putOffs: putOffs, sessionPutOffs: sessionPutOffs)
    }
}
