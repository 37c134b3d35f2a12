import CareModel
import Diaries

/// What is said of a course after a decision about it: its days, leaders and stage, whose time it takes, who is told
/// (TX-4).
enum GroupChanges {
    /// Says what is other of a course than it was: its time, and its days, leaders or stage.
    static func emit(_ desk: inout DeskState, _ number: Int, since before: GroupFacts) {
        desk.emit(.groupChanged(UInt32(number)))
        emitTime(&desk, number, since: before)
    }

    /// Says whose time is free again, and whose is taken now, for the sessions that are still to come, and for the one
    /// that was held last by somebody who stood in.
    static func emitTime(_ desk: inout DeskState, _ number: Int, since before: GroupFacts) {
        let (group, today) = (desk.groups[number], desk.now.day)
        for day in before.coming where day >= today && !group.days[..<group.held].contains(day) {
            for clinician in before.facilitators
            where !group.facilitators.contains(clinician) || !group.coming.contains(day) {
                desk.emit(.groupTimeFreed(UInt32(number), clinician: Int32(clinician), on: day))
            }
        }
        for day in group.coming where day >= today {
            for clinician in group.facilitators
            where !before.facilitators.contains(clinician) || !before.coming.contains(day) {
                desk.emit(.groupTimeTaken(UInt32(number), clinician: Int32(clinician), on: day))
            }
        }
        guard group.held > before.held, desk.capacity.diary.hasPage(for: group.days[group.held - 1]) else { return }
        for clinician in group.leaders where !group.facilitators.contains(clinician) {
            desk.emit(
                .groupTimeTaken(UInt32(number), clinician: Int32(clinician), on: group.days[group.held - 1]))
        }
    }

    /// Everybody who keeps a seat in a course that is put off is told so, once (TX-4).
    static func tellOfPutOff(_ desk: inout DeskState, _ number: Int, since before: GroupFacts) {
        guard desk.groups[number].putOffs > before.putOffs else { return }
        for member in desk.groups[number].members { desk.tell(Int(member), .groupPutOff) }
    }

    /// What became of a person at the session that was held last, or is told again (AT-1).
    static func emitOutcome(_ desk: inout DeskState, _ person: Int, _ outcome: Attendance) {
        guard let number = desk.group(of: person) else { return }
        let session = Int32(desk.groups[number].held)
        desk.emit(.groupTookPlace(UInt32(person), group: UInt32(number), session: session, outcome))
    }

    /// Says of a course that was brought in with its seats what would be said if it were opened now.
    static func announce(_ desk: inout DeskState, _ number: Int) {
        let group = desk.groups[number]
        desk.emit(.groupOpened(UInt32(number)))
        for member in group.members { desk.emit(.seatTaken(member, group: UInt32(number))) }
        emitTime(
            &desk, number, since: GroupFacts(team: group.team, rule: group.rule, plannedFor: group.plannedFor))
    }
}
