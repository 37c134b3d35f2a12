import CareModel
import Diaries
import RandomStreams

/// Numbers that follow from a team's practice and are needed often.
struct Derived {
    var logOddsPerDay = 0.0
    var logOddsSelf = 0.0
    var logOddsPerSession = 0.0
    /// Odds of a DNA by appointment kind, before the factors.
    var missOdds = [0.0, 0.0, 0.0]
    var cancels = [0.0, 0.0, 0.0]
    /// Weibull scales of patience: first appointment, low, high, step-up.
    var patienceScales = [0.0, 0.0, 0.0, 0.0]
    var patienceShape = 1.0
    /// Shape and scale of the needed sessions, low and high.
    var needShape = [1.0, 1.0]
    var needScale = [1.0, 1.0]
    var recruitment = Lognormal(mean: 1, coefficientOfVariation: 1)
    var sicknessSpell = Lognormal(mean: 1, coefficientOfVariation: 1)

    /// The average waits to which the chances of a DNA belong: before a first appointment, and between sessions.
    static let referenceWaitDays = [20.0, 14.0, 28.0]

    init(_ practice: Practice) {
        let attendance = practice.attendance
        logOddsPerDay = cLog(attendance.oddsPer30DaysWait) / 30
        logOddsSelf = cLog(attendance.oddsSelfReferred)
        logOddsPerSession = cLog(attendance.oddsPerSession)
        let withoutReminders = attendance.reminders ? 1 : 1 / (1 - attendance.reminderReduction)
        missOdds = [
            attendance.didNotAttendFirst, attendance.didNotAttendTreatment, attendance.didNotAttendKeepingInTouch,
        ].map { chance in
            let chance = min(0.98, chance * withoutReminders)
            return chance / (1 - chance)
        }
        cancels = [attendance.cancelledFirst, attendance.cancelledTreatment, attendance.cancelledKeepingInTouch]
        let waiting = practice.waiting
        patienceShape = waiting.shape
        patienceScales = [
            waiting.firstAppointmentHalfDays, waiting.lowHalfDays, waiting.highHalfDays, waiting.stepUpHalfDays,
        ].map { $0 / cPow(cLog(2), 1 / waiting.shape) }
        for (index, course) in [practice.low, practice.high].enumerated() {
            let variance = max(0.01, course.neededVariation * course.neededVariation)
            needShape[index] = 1 / variance
            needScale[index] = course.neededSessions * variance
        }
        recruitment = Lognormal(
            mean: practice.workforce.recruitmentWeeks, coefficientOfVariation: practice.workforce.recruitmentVariation)
        sicknessSpell = Lognormal(
            mean: practice.workforce.sicknessSpellDays,
            coefficientOfVariation: practice.workforce.sicknessSpellVariation)
    }
}
