internal import CareModel
internal import ServiceSimulation

extension Switch {
    /// Which keys act only while something else is so.
    static let table: [Switch] = rules + numbers + attendance + workforce + people

    private static let rules: [Switch] = [
        .rule(
            "keeping-in-touch",
            beside: [
                "attendance.did-not-attend-keeping-in-touch", "attendance.cancelled-keeping-in-touch",
                "diary.keeping-in-touch-share", "groups.taken-up-at-calls", "computerised.taken-up-at-calls",
            ]
        ) { $0.keepingInTouch.rule.isOn },
        Switch(
            keys: [
                "case-management.every-days", "case-management.ends-after-misses", "case-management.ends-open-long",
            ],
            because: "while case-management.is-on is false", allowed: "case-management.is-on: true",
            acts: { $0.practice.caseManagement.rule.isOn }),
        .rule("groups") { $0.groups.rule.isOn },
        .rule("computerised") { $0.computerised.rule.isOn },
        .rule("assessment-week") { $0.assessmentWeek.isOn },
        .rule("workforce.reallocation") { $0.workforce.reallocation.isOn },
        Switch(
            keys: ["first-appointments.thresholds", "high-intensity.needed-sessions-plus"],
            because: "while first-appointments.steps-by-score is false",
            allowed: "first-appointments.steps-by-score: true", acts: { $0.practice.firstAppointments.stepsByScore }),
        Switch(
            keys: ["first-appointments.low-to-high", "first-appointments.high-to-low"],
            because: "while first-appointments.steps-by-score is true",
            allowed: "first-appointments.steps-by-score: false",
            acts: { !$0.practice.firstAppointments.stepsByScore }),
        Switch(
            keys: ["diary.aim-days", "diary.look-every-weeks", "uncertainty.aim"],
            because: "while diary.follows-demand is false", allowed: "diary.follows-demand: true",
            acts: { $0.practice.diary.followsDemand }),
        Switch(
            keys: ["diary.priority-classes"], because: "while diary.order goes by arrival alone",
            allowed: "another diary.order", acts: { $0.practice.diary.priorities.order != .firstComeFirstServed }),
        Switch(
            keys: ["contact.welcome-hours", "contact.reminder-days", "contact.removed-days"],
            because: "while contact.by-message is false", allowed: "contact.by-message: true",
            acts: { $0.practice.contact.rule.isByMessage }),
        Switch(
            keys: ["contact.attempts", "contact.within-days", "contact.priority-days", "contact.clerks"],
            because: "while contact.by-message is true", allowed: "contact.by-message: false",
            acts: { !$0.practice.contact.rule.isByMessage }),
        Switch(
            keys: ["screening.brief-minutes"], because: "while screening.front-door does not telephone everybody",
            allowed: "screening.front-door: all-accepted",
            acts: { $0.practice.screening.rule.frontDoor == .allAccepted }),
        Switch(
            keys: ["referrals.matrix"], because: "while screening.referral-matrix is false",
            allowed: "screening.referral-matrix: true", acts: { $0.practice.screening.rule.usesMatrix }),
    ]

    private static let numbers: [Switch] = [
        .number("contact.clerks", ["contact.clerk-minutes-per-day", "contact.minutes-per-attempt"]) {
            $0.contact.clerks > 0
        },
        .number("contact.declines-per-day-of-wait", ["contact.usual-wait-days"]) {
            $0.contact.declinesPerDayOfWait > 0
        },
        .number("safeguards.notes-hours", ["safeguards.notes-late"]) { $0.safeguards.rule.notesHours > 0 },
        .number("safeguards.notes-late", ["safeguards.notes-late-days"]) { $0.safeguards.notesLate > 0 },
        .number(
            "keeping-in-touch.contacts-per-month",
            [
                "keeping-in-touch.contacts-for-office", "keeping-in-touch.contact-minutes",
                "keeping-in-touch.contact-clerk-minutes",
            ]
        ) { $0.keepingInTouch.contactsPerMonth > 0 },
        .number("step-up.urgent", ["step-up.urgent-minutes"]) { $0.stepUp.urgent > 0 },
        .number("risk.found-at-contacts", ["risk"]) { $0.risk.foundAtContacts > 0 },
        .number("employment.advisers", ["employment"]) { $0.employment.advisers > 0 },
        .number("employment.taken-up", ["employment.caseload", "employment.mean-weeks"]) { $0.employment.takenUp > 0 },
        .number(
            "low-intensity.extension-before-session",
            ["low-intensity.extension-every-sessions", "low-intensity.extension-agreed"]
        ) { $0.low.rule.extensionBeforeSession > 0 },
        .number(
            "high-intensity.extension-before-session",
            ["high-intensity.extension-every-sessions", "high-intensity.extension-agreed"]
        ) { $0.high.rule.extensionBeforeSession > 0 },
        .number("low-intensity.spaced-sessions", ["low-intensity.spaced-interval-days"]) {
            $0.low.rule.spacedSessions > 0
        },
        .number("high-intensity.spaced-sessions", ["high-intensity.spaced-interval-days"]) {
            $0.high.rule.spacedSessions > 0
        },
        .number("low-intensity.changes-without-improvement", ["low-intensity.improvement-review"]) {
            $0.low.changesWithoutImprovement > 0
        },
        .number("high-intensity.changes-without-improvement", ["high-intensity.improvement-review"]) {
            $0.high.changesWithoutImprovement > 0
        },
    ]

    private static let attendance: [Switch] = [
        .number("attendance.confirmation-hours", ["attendance.unconfirmed"]) {
            $0.attendance.policy.confirmationHours > 0
        },
        .number("attendance.late", ["attendance.lateness-minutes"]) { $0.attendance.late > 0 },
        .number(
            "attendance.lateness-minutes", ["low-intensity.waiting-minutes", "high-intensity.waiting-minutes"]
        ) { $0.attendance.latenessMinutes > 0 },
        .number(
            "attendance.misses-that-end",
            [
                "attendance.cancellations-count", "attendance.counts-per-episode", "attendance.exceptions",
                "attendance.exceptions-by-policy", "attendance.enforces-policy",
            ]
        ) { $0.attendance.policy.missesThatEnd > 0 },
        Switch(
            keys: ["attendance.exceptions"], because: "while attendance.enforces-policy is true",
            allowed: "attendance.enforces-policy: false", acts: { !$0.practice.attendance.enforcesPolicy }),
        Switch(
            keys: ["attendance.reminder-reduction"], because: "while attendance.reminders is true",
            allowed: "attendance.reminders: false", acts: { !$0.practice.attendance.reminders }),
        Switch(
            keys: ["attendance.contact-working-days"], because: "while attendance.missed-contact is seven-seven",
            allowed: "attendance.missed-contact: working-days",
            acts: { $0.practice.attendance.policy.missedContact == .workingDays }),
    ]

    private static let workforce: [Switch] = [
        .number("workforce.declared-variation", ["workforce.declared-weeks"]) { $0.workforce.declaredVariation > 0 },
        .number("workforce.parental-leave-per-year", ["workforce.parental-leave-weeks"]) {
            $0.workforce.parentalLeavePerYear > 0
        },
        .number(
            "workforce.sickness", ["workforce.sickness-spell-days", "workforce.sickness-spell-variation"]
        ) { $0.workforce.sickness > 0 },
        Switch(
            keys: ["workforce.trainees-stay"], because: "while no trainee has a day on which to qualify",
            allowed: "qualifies for a group of trainees",
            acts: { $0.team.staff.contains { $0.role.isTrainee && $0.qualifies != nil && $0.count > 0 } }),
        Switch(
            keys: ["workforce.trainee-practice-days"], because: "while the team has no trainees",
            allowed: "a group of trainees",
            acts: { $0.team.staff.contains { $0.role.isTrainee && $0.count > 0 } }),
        Switch(
            keys: ["workforce.top-up-attendance"], because: "while nobody has a top-up training",
            allowed: "top-up-from and top-up-days for a group",
            acts: { $0.team.staff.contains { $0.topUpFrom != nil && $0.topUpDays > 0 } }),
    ]

    private static let people: [Switch] = [
        Switch(
            keys: ["initial"], because: "while start.origin is warm-up and nobody waits in the lists of any team",
            allowed: "start.origin: list, or people who wait", acts: { $0.service.beginsWithLists }),
        Switch(
            keys: ["start.warm-up-weeks", "start.first-days"], because: "while start.origin is list",
            allowed: "start.origin: warm-up", acts: { $0.service.start.origin == .warmUp }),
        Switch(
            keys: ["uncertainty.high-share"], because: "while first-appointments.steps-by-score is true",
            allowed: "first-appointments.steps-by-score: false",
            acts: { !$0.practice.firstAppointments.stepsByScore }),
        .referral("moved-in", ["referrals.moved-in-days"]) { $0.movedIn > 0 },
        .referral("perinatal", ["referrals.pregnant"]) { $0.perinatal > 0 },
        .referral("long-term-conditions", ["scores.change-with-long-term-condition"]) { $0.longTermConditions > 0 },
        Switch(
            keys: ["returns.earliest-days", "returns.relapse", "returns.looks-like-high-intensity"],
            because: "while nobody comes back", allowed: "returns.after-course, or its like, above 0",
            acts: { $0.practice.returns.isAny }),
        .referral("asks.languages", ["referrals.asks.interpreter", "diary.interpreter-minutes"]) {
            $0.asks.languages.contains { $0 > 0 }
        },
        .referral("asks.face-to-face", ["referrals.asks.accessible", "rooms"]) { $0.asks.faceToFace > 0 },
        Switch(
            keys: [
                "rooms.accessible-per-venue", "rooms.hours", "attendance.kept-at-a-distance",
                "attendance.odds-face-to-face",
            ],
            because: "while rooms.per-venue is empty", allowed: "rooms.per-venue with a room",
            acts: { $0.team.rooms.perVenue.contains { $0 > 0 } }),
        Switch(
            keys: ["referrals.ramp-weeks"], because: "while referrals.from is not given",
            allowed: "referrals.from, the day on which the team opens", acts: { $0.team.referrals.from != nil }),
        Switch(
            keys: ["referrals.growth-from", "referrals.growth-weeks"], because: "while referrals.growth is 0",
            allowed: "referrals.growth, such as 0.3 for three tenths more",
            acts: { $0.team.referrals.growth != 0 }),
        Switch(
            keys: ["referrals"], except: ["referrals.per-week", "referrals.from", "referrals.months"],
            because: "while referrals.per-week is 0", allowed: "referrals.per-week above 0",
            acts: { $0.team.referrals.perWeek > 0 }),
    ]
}
