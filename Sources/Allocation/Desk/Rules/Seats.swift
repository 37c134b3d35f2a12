import CareModel
import Diaries

/// Seats in psycho-educational courses: who may have one, takes one, gives it up (TX-4, PO-4).
enum Seats {
    /// The next course in which a person could have a seat: of the team, not begun, with a free seat, at a time when
    /// the person can come; nil if there is none, or the person cannot join one (TX-4, PO-4). O(courses).
    static func next(_ desk: borrowing DeskState, _ person: Int) -> Int? {
        guard refusal(desk, person) == nil else { return nil }
        let first = desk.earliest(person).day
        var best: Int?
        for number in desk.groups.indices where desk.groups[number].team == desk.team(person) {
            guard refusal(desk, person, group: number, first) == nil else { continue }
            if best.map({ desk.groups[number].days[0] < desk.groups[$0].days[0] }) ?? true { best = number }
        }
        return best
    }

    /// What speaks against a seat for a person in a course; nil if they may take it (TX-4, BK-1). O(1).
    static func refusal(_ desk: borrowing DeskState, _ person: Int, group number: Int) -> SeatRefusal? {
        refusal(desk, person) ?? refusal(desk, person, group: number, desk.earliest(person).day)
    }

    /// What speaks against a seat in any course.
    private static func refusal(_ desk: borrowing DeskState, _ person: Int) -> SeatRefusal? {
        if desk.people[person].flags.contains(.inGroup) { return .hasSeat }
        if !canTakeReadierMode(desk, person) { return .notWaiting }
        if desk.isUnder18(person) { return .under18 }
        return desk.people.referrals[person].language == 0 ? nil : .language
    }

    /// What speaks against a seat in one course.
    private static func refusal(_ desk: borrowing DeskState, _ person: Int, group number: Int, _ first: CivilDay)
        -> SeatRefusal?
    {
        let group = desk.groups[number]
        if group.team != desk.team(person) { return .anotherTeam }
        if !group.isToCome { return .begun }
        if group.members.count >= group.rule.largest { return .full }
        if group.days[0] < first { return .tooSoon }
        if group.days[0] < desk.people[person].notBefore { return .beforeReady }
        let start = Quanta.index(minuteOfDay: group.rule.startMinute)
        return desk.people.referrals[person].timeOfDay.grid.contains(start) ? nil : .timeOfDay
    }

    /// Whether a person could take something readier than the therapy that was agreed: waits for a first course, and
    /// was not stepped up (PO-4, KT-4).
    static func canTakeReadierMode(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        desk.people.episodes[person].state == .waitingTreatment && !desk.people.episodes[person].wasSteppedUp
            && desk.people[person].sessionsAtStep == 0 && desk.people.episodes[person].priority != .rebooking
    }

    /// The person takes a seat in the next course (TX-4, BK-1): nobody offers them anything else, but the wait goes on
    /// until the course starts.
    static func take(_ desk: inout DeskState, _ person: Int) {
        guard let number = next(desk, person) else { return }
        take(&desk, person, in: number)
    }

    /// The person takes a seat in this course, in which they may have one (TX-4, BK-1).
    static func take(_ desk: inout DeskState, _ person: Int, in number: Int) {
        desk.leaveList(person)
        desk.groups.seat(person, in: number, &desk.people)
        desk.emit(.seatTaken(UInt32(person), group: UInt32(number)))
        desk.tell(person, .seatTaken)
    }

    /// The person does not want the seat (TX-4): who waits is where they were in the list; who had begun goes on alone
    /// with the case manager.
    static func giveUp(_ desk: inout DeskState, _ person: Int) {
        guard desk.people.episodes[person].state == .waitingTreatment else {
            return CourseSessions.bookNext(&desk, person)
        }
        desk.leaveGroup(person)
        TreatmentLists.join(&desk, person)
    }
}
