import CareModel
import Diaries
import RandomStreams

/// Numbers that follow from a team's practice and are needed often.
struct Derived {
    var logOddsPerDay = 0.0
    var logOddsSelf = 0.0
    var logOddsPerSession = 0.0
    /// Odds of a DNA by appointment kind, before the factors.
    var missOdds = PerKind()
    /// Chance that the person cancels, by appointment kind.
    var cancels = PerKind()
    /// Weibull scales of patience: first appointment, low, high, step-up.
    var patienceScales = [0.0, 0.0, 0.0, 0.0]
    var patienceShape = 1.0
    /// Shape and scale of the needed sessions, low and high, and high at step 3+ (ST-4).
    var needShape = [1.0, 1.0, 1.0]
    var needScale = [1.0, 1.0, 1.0]
    var recruitment = Lognormal(mean: 1, coefficientOfVariation: 1)
    var sicknessSpell = Lognormal(mean: 1, coefficientOfVariation: 1)

    /// The average waits to which the chances of a DNA belong: before a first appointment, and between sessions.
    static var referenceWaitDays: PerKind { PerKind(20, 14, 28) }

    init(_ practice: Practice) {
        let attendance = practice.attendance
        logOddsPerDay = cLog(attendance.oddsPer30DaysWait) / 30
        logOddsSelf = cLog(attendance.oddsSelfReferred)
        logOddsPerSession = cLog(attendance.oddsPerSession)
        let withoutReminders = attendance.reminders ? 1 : 1 / (1 - attendance.reminderReduction)
        func odds(_ chance: Double) -> Double {
            let chance = min(0.98, chance * withoutReminders)
            return chance / (1 - chance)
        }
        missOdds = PerKind(
            odds(attendance.didNotAttendFirst), odds(attendance.didNotAttendTreatment),
            odds(attendance.didNotAttendKeepingInTouch))
        cancels = PerKind(
            attendance.cancelledFirst, attendance.cancelledTreatment, attendance.cancelledKeepingInTouch)
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
        needShape[2] = needShape[1]
        let plus = practice.high.neededSessionsPlus
        needScale[2] = plus > 0 ? needScale[1] * plus / practice.high.neededSessions : needScale[1]
        recruitment = Lognormal(
            mean: practice.workforce.recruitmentWeeks, coefficientOfVariation: practice.workforce.recruitmentVariation)
        sicknessSpell = Lognormal(
            mean: practice.workforce.sicknessSpellDays,
            coefficientOfVariation: practice.workforce.sicknessSpellVariation)
    }
}

/// A number for each kind of appointment, without an array.
struct PerKind {
    var first = 0.0
    var treatment = 0.0
    var call = 0.0

    init() {}

    init(_ first: Double, _ treatment: Double, _ call: Double) {
        self.first = first
        self.treatment = treatment
        self.call = call
    }

    subscript(_ kind: AppointmentKind) -> Double {
        switch kind {
        case .firstAppointment: first
        case .treatment: treatment
        case .keepingInTouch: call
        }
    }
}
