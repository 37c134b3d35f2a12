import Allocation
import BookingStore
import CareModel
import Diaries

// What the desk has decided about courses in a group is written by comparing them with what the store knows: who has a
// seat, when they meet, whose time they take (TX-4).

extension DecisionWriter {
    /// Opens a course of its own kind (TX-4).
    mutating func openGroup(team: Int, _ rule: GroupRule, asked: [Int], on day: CivilDay) throws {
        box.desk.hear(.groupOpened(team: team, rule, asked: asked, on: day))
        try settle()
    }

    /// Time of sessions that will not take place is given back, before anything else may be booked in it.
    func releaseGroupTime() throws {
        guard box.desk.groups != box.storedGroups else { return }
        for (number, stored) in box.storedGroups.enumerated() where box.desk.groups[number] != stored {
            let group = box.desk.groups[number]
            let quanta = box.desk.sessionTime(of: stored.rule)
            for day in stored.coming where day >= now.day && !group.days[..<group.held].contains(day) {
                for clinician in stored.facilitators
                where !group.facilitators.contains(clinician) || !group.coming.contains(day) {
                    try cancelTime(of: clinician, on: day, within: quanta, why: "a course in a group changed")
                }
            }
        }
    }

    /// Writes what changed of courses: seats that were left before seats that were taken.
    func writeGroups() throws {
        guard box.desk.groups != box.storedGroups else { return }
        for number in box.desk.groups.indices {
            if number == box.storedGroups.count {
                try append(.groupOpened(GroupDetails(box.desk.groups[number], number: number)))
                var opened = box.desk.groups[number]
                opened.members = []
                box.storedGroups.append(opened)
                try writeTime(ofGroup: number)
            }
            for person in box.storedGroups[number].members
            where !box.desk.groups[number].members.contains(person) {
                try append(.seatLeft(GroupSeatLeft(group: Int64(number + 1), person: Int64(person) + 1)))
            }
        }
        for number in box.desk.groups.indices where box.desk.groups[number] != box.storedGroups[number] {
            let (group, stored) = (box.desk.groups[number], box.storedGroups[number])
            for person in group.members where !stored.members.contains(person) {
                try append(
                    .seatTaken(
                        GroupSeatTaken(
                            group: Int64(number + 1), seat: try freeSeat(number), person: Int64(person) + 1)))
            }
            let details = GroupDetails(group, number: number)
            if details != GroupDetails(stored, number: number) { try append(.groupChanged(details)) }
            if stored.stage == .planned, group.stage != .planned || group.due != stored.due {
                try endDecision(of: stored, "it was decided")
            }
            try writeTime(ofGroup: number)
        }
        box.storedGroups = box.desk.groups
    }

    /// The time of those who lead the sessions to come, and of whoever stood in at the last one.
    private func writeTime(ofGroup number: Int) throws {
        let group = box.desk.groups[number]
        let time = DayGrid(box.desk.sessionTime(of: group.rule))
        for day in group.coming where day >= now.day {
            for clinician in group.facilitators { try writeTime(of: clinician, on: day, within: time) }
        }
        guard group.held > 0, box.desk.capacity.diary.hasPage(for: group.days[group.held - 1]) else { return }
        for clinician in group.leaders where !group.facilitators.contains(clinician) {
            try writeTime(of: clinician, on: group.days[group.held - 1], within: time)
        }
    }

    /// The first seat that nobody has.
    private func freeSeat(_ number: Int) throws -> Int {
        let taken = try writer.seatsTaken().filter { $0.taken.group == Int64(number + 1) }.map(\.taken.seat)
        return (0...taken.count).first { !taken.contains($0) } ?? taken.count
    }

    /// Somebody must decide in time whether a course starts (BK-12, TX-4).
    func addDecision(_ number: Int) throws {
        let group = box.desk.groups[number]
        guard group.stage == .planned else { return }
        let task = TaskAdded(
            task: box.nextTask, kind: DecisionWriter.groupDecision, due: group.due,
            team: UInt8(truncatingIfNeeded: group.team))
        try append(.taskAdded(task))
        box.nextTask += 1
    }

    /// Whether a course starts was decided, or it was given up: nobody need decide it any more.
    private func endDecision(of group: GroupCourse, _ note: String) throws {
        guard !isReplay else { return }
        let team = UInt8(truncatingIfNeeded: group.team)
        let mine = try writer.tasks().first {
            $0.task.kind == DecisionWriter.groupDecision && $0.task.due == group.due && $0.task.team == team
        }
        guard let mine else { return }
        try append(.taskDone(TaskDone(task: mine.task.task, note: note)))
    }

    private static let groupDecision = "decide-group"

    /// Writes what became of somebody at the session of a course that takes place (AT-1, TX-4).
    /// - Returns: the number of the entry.
    func writeGroupContact(_ person: Int, _ attendance: Attendance) throws -> Int64? {
        guard let number = box.desk.group(of: person) else { return nil }
        var contact = GroupContact(
            group: Int64(number + 1), session: session ?? box.desk.groups[number].held, person: Int64(person + 1),
            attendance: attendance)
        if attendance.wasSeen { contact.scores = takenScores(of: person) }
        return try append(.groupContact(contact))
    }

    /// Writes that a case manager took on somebody who is in a course (TX-4, CL-1).
    /// - Returns: whether the person is in one.
    func takeOnFromGroup(_ person: Int) throws -> Bool {
        guard box.desk.people[person].flags.contains(.inGroup), let number = box.desk.group(of: person) else {
            return false
        }
        let manager = box.desk.episodes[person].clinician
        box.nextAction[person] = nil
        try append(
            .groupCaseTaken(
                GroupCaseTaken(group: Int64(number + 1), person: Int64(person + 1), clinician: manager)))
        return true
    }
}

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
