import CareModel
import PublishedStatistics
import ServiceSimulation

extension FirstGuess {
    /// What a fit looks for, with what is expected of it from the provider's own figures where they say something, else
    /// from those of the country.
    static func parameters(_ moments: ProviderMoments, perWeek: Double) -> [CalibrationParameter] {
        frontDoor(moments) + courses(moments) + capacity(moments, perWeek: perWeek) + attendance(moments) + scores()
    }

    private static func frontDoor(_ moments: ProviderMoments) -> [CalibrationParameter] {
        let lost = moments.value(.endedBeforeTreatment) ?? 0.33
        // Half of those lost before a first appointment whom neither screening nor patience nor missing it explains.
        let notReached = min(0.45, max(0.02, 0.5 * (lost - excluded(moments) - 0.05)))
        let once = moments.value(.endedTreatedOnce) ?? 0.29
        let leavesAfterOne = min(0.8, max(0.05, 0.75 * once / max(0.1, 1 - lost)))
        return [
            CalibrationParameter(
                "contact.declines", "people reached who want no appointment", unit: "share", .logit,
                expected: notReached, deviation: 1.0
            ) { $0.practice.contact.declines = $1 },
            CalibrationParameter(
                "contact.never-answers", "people whom no attempt reaches", unit: "share", .logit,
                expected: notReached, deviation: 1.0
            ) { $0.practice.contact.neverAnswers = $1 },
            CalibrationParameter(
                "contact.reached", "chance that one attempt reaches a person", unit: "share", .logit, expected: 0.6,
                deviation: 0.8
            ) { $0.practice.contact.reached = $1 },
            CalibrationParameter(
                "diary.aim-days", "wait on the list that diaries are divided for", unit: "days", .logarithm,
                expected: max(3, 0.7 * (moments.value(.firstWaitMean) ?? 20)), deviation: 0.6
            ) { $0.practice.diary.aimDays = min(365, max(1, $1)) },
            CalibrationParameter(
                "first-appointments.declines", "people assessed who are not taken on, whatever the reason",
                unit: "share", .logit, expected: leavesAfterOne, deviation: 0.6
            ) { team, value in
                // In the proportions of the country's end codes; nobody publishes them for those seen once.
                team.practice.firstAppointments.declines = CalibrationParameter.rounded(value * 0.36)
                team.practice.firstAppointments.advice = CalibrationParameter.rounded(value * 0.28)
                // The other reasons take 0.72 of it: together they stay below everybody.
                team.practice.firstAppointments.adviceBelowCaseness = CalibrationParameter.rounded(
                    max(0, min(0.6, value * 0.6, 0.98 - value * 0.72)))
                team.practice.firstAppointments.signposted = CalibrationParameter.rounded(value * 0.12)
                team.practice.firstAppointments.referredOn = CalibrationParameter.rounded(value * 0.24)
            },
        ]
    }

    private static func courses(_ moments: ProviderMoments) -> [CalibrationParameter] {
        [
            CalibrationParameter(
                "first-appointments.low-to-high", "people taken on at step 2 who go straight to step 3", unit: "share",
                .logit, expected: 0.35, deviation: 0.8
            ) { $0.practice.firstAppointments.lowToHigh = $1 },
            CalibrationParameter(
                "low-intensity.needed-sessions", "sessions that people need at step 2", unit: "sessions", .logarithm,
                expected: 4.5, deviation: 0.35
            ) { $0.practice.low.neededSessions = $1 },
            CalibrationParameter(
                "high-intensity.needed-sessions", "sessions that people need at step 3", unit: "sessions", .logarithm,
                expected: max(5, 1.3 * (moments.value(.highIntensitySessions) ?? 8)), deviation: 0.3
            ) { $0.practice.high.neededSessions = $1 },
            CalibrationParameter(
                "keeping-in-touch.opt-out", "people waiting who are not called, or opt out", unit: "share", .logit,
                expected: 0.5, deviation: 1.2
            ) { $0.practice.keepingInTouch.optOut = $1 },
            CalibrationParameter(
                "waiting.high-half-days", "days in which half would give up waiting for step 3", unit: "days",
                .logarithm, expected: 200, deviation: 0.6
            ) { team, value in
                team.practice.waiting.highHalfDays = value
                team.practice.waiting.stepUpHalfDays = CalibrationParameter.rounded(value * 1.2)
            },
        ]
    }

    /// Whole-time equivalents: the hours of the attended appointments over those that a post holds completed ones. They
    /// are known better than anything else that is looked for: staff beyond them would stand idle, and shorten no wait
    /// that is short.
    private static func capacity(_ moments: ProviderMoments, perWeek: Double) -> [CalibrationParameter] {
        let attended = moments.value(.attendedPerWeek) ?? perWeek * 3.3
        let firsts = moments.value(.firstTreatmentsPerWeek) ?? perWeek * 0.67
        let seconds = moments.value(.secondTreatmentsPerWeek) ?? perWeek * 0.38
        let low = min(0.5 * max(0, attended - firsts), seconds * 0.6 * (moments.value(.lowIntensitySessions) ?? 3.5))
        let high = max(0, attended - firsts - low)
        // 20 completed hours a week, 12 of trainees, in 41 of 52 weeks.
        let hours = 18.0 * 41 / 52
        let lowPosts = (firsts * 0.9 * 50 / 60 + low * 0.5) / hours
        let highPosts = (firsts * 0.1 + high) / hours
        return [
            CalibrationParameter(
                "staff at step 2", "clinicians who treat at step 2", unit: "WTE", .logarithm,
                expected: max(1, lowPosts), deviation: 0.2
            ) { $0.setStaff(.low, wte: $1) },
            CalibrationParameter(
                "staff at step 3", "clinicians who treat at step 3", unit: "WTE", .logarithm,
                expected: max(1, highPosts), deviation: 0.2
            ) { $0.setStaff(.high, wte: $1) },
        ]
    }

    private static func attendance(_ moments: ProviderMoments) -> [CalibrationParameter] {
        func share(_ quantity: MomentQuantity, _ usual: Double) -> Double {
            min(0.5, max(0.002, moments.value(quantity) ?? usual))
        }
        return [
            CalibrationParameter(
                "attendance.did-not-attend-treatment", "chance of missing a session", unit: "share", .logit,
                expected: share(.didNotAttendShare, 0.09), deviation: 0.4
            ) { team, value in
                team.practice.attendance.didNotAttendTreatment = value
                team.practice.attendance.didNotAttendFirst = min(0.9, CalibrationParameter.rounded(value * 1.3))
            },
            CalibrationParameter(
                "attendance.cancelled-treatment", "chance of cancelling a session", unit: "share", .logit,
                expected: share(.patientCancelledShare, 0.105), deviation: 0.4
            ) { team, value in
                team.practice.attendance.cancelledTreatment = value
                team.practice.attendance.cancelledFirst = CalibrationParameter.rounded(value * 0.7)
            },
            CalibrationParameter(
                "attendance.provider-cancels", "chance that the service cancels, absences aside", unit: "share",
                .logit, expected: max(0.003, share(.providerCancelledShare, 0.05) - 0.025), deviation: 0.9
            ) { $0.practice.attendance.providerCancels = $1 },
        ]
    }

    private static func scores() -> [CalibrationParameter] {
        [
            CalibrationParameter(
                "scores.high-change", "fall of PHQ-9 a session", unit: "points", .logarithm, expected: 0.9,
                deviation: 0.35
            ) { team, value in
                team.practice.scores.highChange = value
                team.practice.scores.lowChange = CalibrationParameter.rounded(value * 1.6)
            },
            CalibrationParameter(
                "scores.change-variation", "how much people differ in it", unit: "coefficient of variation",
                .logarithm, expected: 1.2, deviation: 0.3
            ) { $0.practice.scores.changeVariation = $1 },
        ]
    }
}

extension TeamScenario {
    /// Replaces the staff of one step.
    mutating func setStaff(_ step: Step, wte: Double) {
        staff =
            (step == .low ? [] : staff.filter { $0.role.step == .low })
            + FirstGuess.staff(step, wte: wte)
            + (step == .high ? [] : staff.filter { $0.role.step == .high })
    }
}
