import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Plans the courses that start so many weeks from today (TX-4).
    mutating func planGroups(on today: CivilDay) {
        for team in practices.indices where practices[team].groups.rule.isOn {
            planGroup(team: team, on: today + Int32(practices[team].groups.rule.planWeeksAhead * 7))
        }
    }

    private mutating func planGroup(team: Int, on day: CivilDay) {
        guard practices[team].groups.rule.isPlannedStart(day),
            !desk.groups.contains(where: { $0.team == team && $0.plannedFor == day }),
            !givenUpCourses[team].contains(day)
        else { return }
        hear(.groupPlanned(team: UInt32(team), day))
        settle()
    }

    /// On the first day the courses of the coming weeks are planned, as far as a snapshot does not have them.
    mutating func planFirstGroups() {
        for team in practices.indices where practices[team].groups.rule.isOn {
            let rule = practices[team].groups.rule
            let first = rule.decisionDays + 1
            for offset in first..<max(first, rule.planWeeksAhead * 7) {
                planGroup(team: team, on: now.day + Int32(offset))
            }
        }
    }

    /// What is due about a course (TX-4).
    mutating func groupDue(_ group: Int) {
        let held = desk.groups[group].held
        hear(.groupDue(UInt32(group)))
        settle()
        if desk.groups[group].held > held { meetGroup(group) }
    }

    /// Counts a course that has started, with its seats.
    mutating func recordStart(ofGroup group: Int) {
        let course = desk.groups[group]
        count(.groupsRun, team: course.team)
        count(.groupSeats, team: course.team, course.rule.largest)
        count(.groupSeatsFilled, team: course.team, course.members.count)
    }

    /// A session of a course takes place: who comes, and after the last one, what comes next (TX-4).
    private mutating func meetGroup(_ group: Int) {
        let course = desk.groups[group]
        for clinician in course.leaders { recordCompleted(course.rule.sessionMinutes, by: clinician) }
        let isLast = course.held >= course.days.count
        for member in course.members {
            let person = Int(member)
            attendGroup(person)
            guard isLast, desk.episodes[person].state == .inTreatment,
                desk.people[person].flags.contains(.inGroup)
            else { continue }
            reviewAfterGroup(person)
        }
    }

    /// Whether somebody comes to a session of a course is drawn as for any session (AT-1, AT-9).
    private mutating func attendGroup(_ person: Int) {
        let team = team(person)
        let (key, occasion) = (desk.people[person].key, Int(desk.people[person].appointmentCount))
        let cancels = random.happens(.personCancels, of: key, occasion, share: derived[team].cancels[.treatment])
        let outcome = cancels ? Attendance.cancelledByPatient : drawAttendance(person, .treatment)
        recordAppointment(person, outcome)
        guard outcome.wasSeen else {
            hear(.groupMissed(UInt32(person), outcome, exception: isExcused(person, outcome)))
            return settle()
        }
        people[person].depression -= people[person].fallPerSession
        people[person].anxiety -= people[person].fallPerSession * Float(practices[team].scores.anxietyShare)
        takeScores(person, isFirst: false)
        let before = desk.episodes[person]
        hear(.groupAttended(UInt32(person)))
        recordContact(person, before: before)
        settle()
        if stopsEarly(person, occasion: occasion) { close(person, .stoppedEarly) }
    }

    /// Puts in a course that a snapshot knows.
    /// - Parameter members: the numbers of those who have a seat.
    mutating func restoreGroup(_ known: GroupSnapshot, members: [UInt32]) {
        var course = GroupCourse(team: known.team, rule: known.rule, plannedFor: known.plannedFor)
        course.days = known.days
        course.held = known.held
        course.facilitators = known.facilitators
        course.stage = known.held > 0 ? .running : known.isConfirmed ? .confirmed : .planned
        course.putOffs = known.putOffs
        course.sessionPutOffs = known.sessionPutOffs
        let number = desk.restoreGroup(course, members: members)
        schedule(.groupDue, number, at: desk.groups[number].due, .appointment)
    }

    /// The courses that are planned or running.
    func groupSnapshots() -> [GroupSnapshot] {
        desk.groups.filter(\.isOpen).map { course in
            GroupSnapshot(
                team: course.team, rule: course.rule, plannedFor: course.plannedFor, days: course.days,
                held: course.held, facilitators: course.facilitators,
                members: course.members.map { desk.people[Int($0)].key }, isConfirmed: course.stage == .confirmed,
                putOffs: course.putOffs, sessionPutOffs: course.sessionPutOffs)
        }
    }
}
