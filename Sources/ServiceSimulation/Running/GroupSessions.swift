import Allocation
import CareModel
import EventKernel
import RandomStreams

/// Courses in groups (TX-4).
struct GroupSessions {
    /// Starts of courses that were given up before the first day, by team: they are not planned again.
    var givenUp: [[CivilDay]]

    init(teams: Int) { givenUp = [[CivilDay]](repeating: [], count: teams) }
}

extension GroupSessions {
    /// Plans the courses that start so many weeks from today (TX-4).
    static func planGroups(on today: CivilDay, _ service: inout Simulation) {
        for team in service.inForce.practices.indices where service.inForce.practices[team].groups.rule.isOn {
            planGroup(
                team: team, on: today + Int32(service.inForce.practices[team].groups.rule.planWeeksAhead * 7), &service)
        }
    }

    private static func planGroup(team: Int, on day: CivilDay, _ service: inout Simulation) {
        guard service.inForce.practices[team].groups.rule.isPlannedStart(day),
            !service.desk.groups.contains(where: { $0.team == team && $0.plannedFor == day }),
            !service.groupSessions.givenUp[team].contains(day)
        else { return }
        service.hear(.groupPlanned(team: UInt32(team), day))
        service.settle()
    }

    /// On the first day the courses of the coming weeks are planned, as far as a snapshot does not have them.
    static func planFirstGroups(_ service: inout Simulation) {
        for team in service.inForce.practices.indices where service.inForce.practices[team].groups.rule.isOn {
            let rule = service.inForce.practices[team].groups.rule
            let first = rule.decisionDays + 1
            for offset in first..<max(first, rule.planWeeksAhead * 7) {
                planGroup(team: team, on: service.now.day + Int32(offset), &service)
            }
        }
    }

    /// What is due about a course (TX-4).
    static func groupDue(_ group: Int, _ service: inout Simulation) {
        let held = service.desk.groups[group].held
        service.hear(.groupDue(UInt32(group)))
        service.settle()
        if service.desk.groups[group].held > held { meetGroup(group, &service) }
    }

    /// Counts a course that has started, with its seats.
    static func recordStart(ofGroup group: Int, _ service: inout Simulation) {
        let course = service.desk.groups[group]
        service.count(.groupsRun, team: course.team)
        service.count(.groupSeats, team: course.team, course.rule.largest)
        service.count(.groupSeatsFilled, team: course.team, course.members.count)
    }

    /// A session of a course takes place: who comes, and after the last one, what comes next (TX-4).
    private static func meetGroup(_ group: Int, _ service: inout Simulation) {
        let course = service.desk.groups[group]
        for clinician in course.leaders {
            Recording.recordCompleted(course.rule.sessionMinutes, by: clinician, &service)
        }
        let isLast = course.held >= course.days.count
        let minutesEach = course.rule.sessionMinutes * course.leaders.count / max(1, course.members.count)
        for member in course.members {
            let person = Int(member)
            Recording.recordUsed(minutesEach, for: person, &service)
            attendGroup(person, minutes: course.rule.sessionMinutes, &service)
            guard isLast, service.desk.episodes[person].state == .inTreatment,
                service.desk.people[person].flags.contains(.inGroup)
            else { continue }
            Waiting.reviewAfterGroup(person, &service)
        }
    }

    /// Whether somebody comes to a session of a course is drawn as for any session (AT-1, AT-9).
    private static func attendGroup(_ person: Int, minutes: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let (key, occasion) = (service.desk.people[person].key, Int(service.desk.people[person].appointmentCount))
        let cancels = service.random.happens(
            .personCancels, of: key, occasion, share: service.inForce.derived[team].cancels[.treatment])
        let form = AppointmentForm(
            step: service.desk.episodes[person].step, minutes: minutes, isFaceToFace: false)
        let outcome =
            cancels
            ? Attendance.cancelledByPatient
            : AppointmentOutcomes.drawAttendance(person, .treatment, form, &service)
        Recording.recordAppointment(person, outcome, &service)
        guard outcome.wasSeen else {
            service.hear(
                .groupMissed(
                    UInt32(person), outcome, exception: AppointmentOutcomes.isExcused(person, outcome, &service)))
            return service.settle()
        }
        service.people[person].depression -= service.people[person].fallPerSession
        service.people[person].anxiety -=
            service.people[person].fallPerSession * Float(service.inForce.practices[team].scores.anxietyShare)
        Treatment.takeScores(person, isFirst: false, &service)
        let before = service.desk.episodes[person]
        service.hear(.groupAttended(UInt32(person)))
        Recording.recordContact(person, before: before, &service)
        service.settle()
        if Treatment.stopsEarly(person, occasion: occasion, &service) { service.close(person, .stoppedEarly) }
    }

    /// Puts in a course that a snapshot knows.
    /// - Parameter members: the numbers of those who have a seat.
    static func restoreGroup(_ known: GroupSnapshot, members: [UInt32], _ service: inout Simulation) {
        let number = service.desk.restoreGroup(known.facts, members: members)
        service.schedule(.groupDue, number, at: service.desk.groups[number].due, .appointment)
    }

    /// The courses that are planned or running.
    static func groupSnapshots(_ service: borrowing Simulation) -> [GroupSnapshot] {
        service.desk.groups.filter(\.isOpen).map { course in
            GroupSnapshot(
                facts: course.facts, members: course.members.map { service.desk.people[Int($0)].key })
        }
    }
}
