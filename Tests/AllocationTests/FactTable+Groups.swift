import Allocation
import CareModel

// Courses in groups.

extension FactTable {
    static let groups: [FactEffectTests.Row] = [
        .init(
            "TX-4: a course is planned", { $0.go(to: 7, 9) }, .groupPlanned(team: 0, day + 29),
            [
                "course opened",
                "course decided 2026-12-15 09:00",
                "time of 0 2026-12-22",
                "time of 0 2026-12-29",
            ],
            rules: { $0.groups.sessions = 2 }),
        .init(
            "TX-4: a seat is taken",
            { desk in
                desk.assess()
                desk.tell(.groupPlanned(team: 0, day + 29))
            },
            .seatTaken(amber),
            [
                "seat taken",
                "message seat-taken",
            ]),
        .init(
            "TX-4: a seat in this course",
            { desk in
                desk.assess()
                desk.tell(.groupPlanned(team: 0, day + 29))
            },
            .seatChosen(amber, group: 0),
            [
                "seat taken",
                "message seat-taken",
            ]),
        .init(
            "TX-4: a seat is given up",
            { desk in
                desk.assess()
                desk.tell(.groupPlanned(team: 0, day + 29))
                desk.tell(.seatTaken(amber))
            },
            .seatGivenUp(amber),
            [
                "seat left"
            ]),
        .init(
            "TX-4: the first session, and a case manager", { $0.seat() }, .groupDue(0),
            [
                "moved: therapyChanged(Modality.psychoEducation)",
                "moved: allocated(clinician: 0)",
                "taken on by 0 in course 0",
                "course started",
                "course meets",
                "course meets 2026-12-29 10:00",
                "course changed",
            ],
            rules: { $0.groups.sessions = 2 }),
        .init(
            "AT-10: nobody was there to lead it", { $0.seat() }, .groupNotHeld(0),
            [
                "session put off",
                "message group-put-off",
                "course meets 2026-12-29 10:00",
                "course changed",
                "time of 0 free 2026-12-22",
                "time of 0 2027-01-05",
            ],
            rules: { $0.groups.sessions = 2 }),
        .init(
            "TX-4: somebody else led it", { $0.seat() }, .groupLed(0, clinician: 1),
            [
                "moved: therapyChanged(Modality.psychoEducation)",
                "moved: allocated(clinician: 0)",
                "taken on by 0 in course 0",
                "course started",
                "course meets",
                "course meets 2026-12-29 10:00",
                "course changed",
                "time of 1 2026-12-22",
            ],
            rules: { $0.groups.sessions = 2 }),
        .init(
            "TX-4: the service gives a course up", { $0.seat() }, .groupGivenUp(0),
            [
                "course cancelled",
                "seat left",
                "message seat-lost",
                "course changed",
                "time of 0 free 2026-12-22",
                "time of 0 free 2026-12-29",
            ],
            rules: { $0.groups.sessions = 2 }),
        .init(
            "TX-4: a session was attended", { $0.meet() }, .groupAttended(amber),
            [
                "session 1: attendedOnTime",
                "moved: sessionAttended",
            ]),
        .init(
            "AT-3: a session was missed", { $0.meet() }, .groupMissed(amber, .didNotAttend, exception: false),
            [
                "session 1: didNotAttend",
                "moved: missCounted",
            ]),
        .init(
            "BK-4: an outcome is told again", { $0.meet() },
            .groupToldAgain(amber, session: FactDesk.now), []),
    ]
}
