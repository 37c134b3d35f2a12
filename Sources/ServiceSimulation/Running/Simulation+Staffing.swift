public import Allocation
public import CareModel
public import Diaries

/// A post as a booking service needs to know it.
public struct StaffedPost: Sendable {
    /// What the policy sees.
    public var clinician: Clinician
    /// Whole-time equivalents.
    public var wte: Double
    /// When the holder started.
    public var startedOn: CivilDay
    /// The usual week, and the week while an assessment week is on.
    public var weeks: (usual: WeekTemplate, assessment: WeekTemplate)
    /// Weeks that begin later (CL-3).
    public var hours: [DatedHours] = []

    /// A post.
    public init(
        clinician: Clinician, wte: Double, startedOn: CivilDay, weeks: (usual: WeekTemplate, assessment: WeekTemplate)
    ) {
        self.clinician = clinician
        self.wte = wte
        self.startedOn = startedOn
        self.weeks = weeks
    }
}

extension Simulation {
    /// Every post and its weeks, in the order of the clinicians' indices.
    public func staffing() -> [StaffedPost] {
        workforce.posts.indices.map { clinician in
            var known = desk.capacity.clinicians[clinician]
            (known.caseload, known.promised) = (0, 0)
            return StaffedPost(
                clinician: known, wte: workforce.posts[clinician].staff.wte,
                startedOn: workforce.posts[clinician].startedOn,
                weeks: (
                    desk.capacity.week(clinician, isAssessment: false),
                    desk.capacity.week(clinician, isAssessment: true)
                ))
        }
    }

    /// What is known of the coming weeks: absences, time that is blocked, assessment weeks.
    public func knownChanges() -> [DeskChange] {
        var changes: [DeskChange] = []
        for clinician in workforce.posts.indices {
            for absence in desk.capacity.absences(clinician, from: now.day) {
                changes.append(
                    .absent(clinician: clinician, first: absence.first, last: absence.last, absence.reason))
            }
            changes += blockedTime(clinician).map { .blocked(clinician: clinician, $0.day, $0.hours) }
        }
        for team in inForce.practices.indices {
            var day = now.day.monday
            while desk.capacity.diary.hasPage(for: day + 7) {
                if desk.capacity.isAssessmentWeek(team: team, day) {
                    changes.append(.assessmentWeek(team: team, monday: day))
                }
                day = day + 7
            }
        }
        return changes
    }

    /// What is taken in a diary without being an appointment that is to come (CL-4).
    func blockedTime(_ clinician: Int) -> [BlockedTime] {
        var blocked: [BlockedTime] = []
        var day = now.day
        while desk.capacity.diary.hasPage(for: day) {
            var grid = desk.capacity.diary.booked(clinician, on: day)
            if !grid.isEmpty {
                for person in desk.booked(with: clinician, on: day) {
                    grid = grid.subtracting(DayGrid(desk.people[person].slot.quanta))
                }
                for run in grid.runs {
                    let hours = MinutesOfDay(
                        start: Quanta.minuteOfDay(run.lowerBound), end: Quanta.minuteOfDay(run.upperBound))
                    blocked.append(BlockedTime(day, hours))
                }
            }
            day = day + 1
        }
        return blocked
    }

    /// The clinicians of a scenario's first day, before anything befalls them.
    public static func clinicians(of scenario: ServiceScenario) -> [Clinician] {
        Workforce.posts(of: scenario, on: scenario.starts).map {
            Workforce.clinician($0, practice: scenario.teams[$0.team].practice)
        }
    }

    /// The keys of a scenario's posts, in the order of the clinicians' indices: a snapshot names posts by them.
    public static func postKeys(of scenario: ServiceScenario) -> [UInt64] {
        Workforce.posts(of: scenario, on: scenario.starts).map(\.key)
    }
}

extension Simulation {
    /// The present minute.
    public var present: CivilMinute { now }

    /// The numbers of the people who wait for treatment, in order: list team · 2 + step.
    public var waitingPeople: [[UInt32]] {
        desk.treatmentLists.map { list in (0..<list.count).map { list[$0].person } }
    }

    /// People on each caseload, by clinician.
    public var caseloads: [Int32] { desk.capacity.clinicians.map(\.caseload) }

    /// Every course in a group, planned, running and past, by number (TX-4).
    public var courses: [GroupCourse] { desk.groups }

    /// What is booked for each person, by number.
    public var bookings: [SlotOffer?] {
        desk.people.indices.map { desk.people[$0].isBooked ? desk.people[$0].slot : nil }
    }
}
