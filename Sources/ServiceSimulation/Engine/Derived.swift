import CareModel
import Diaries
import RandomStreams

/// Numbers that follow from a team's practice and are needed often.
struct Derived {
    var logOddsPerDay = 0.0
    var logOddsSelf = 0.0
    var logOddsPerSession = 0.0
    /// Odds of a DNA by appointment kind, of the appointments that nobody cancels, before the factors; without end
    /// where nobody comes.
    var missOdds = PerKind()
    /// Chance of arriving too late to be seen, by appointment kind, of the appointments that nobody cancels.
    var tooLate = PerKind()
    /// Chance that the person cancels, by appointment kind.
    var cancels = PerKind()
    /// Weibull scales of patience: first appointment, low, high, step-up.
    var patienceScales = [0.0, 0.0, 0.0, 0.0]
    var patienceShape = 1.0
    /// The needed sessions, low and high, and high at step 3+ (ST-4).
    var needs = [Gamma](repeating: Gamma(mean: 1, variation: 1), count: 3)
    var recruitment = Lognormal(mean: 1, coefficientOfVariation: 1)
    var sicknessSpell = Lognormal(mean: 1, coefficientOfVariation: 1)

    /// The average waits to which the chances of a DNA belong: before a first appointment, and between sessions.
    static var referenceWaitDays: PerKind { PerKind(20, 14, 28) }
    /// The wait beyond which the odds of a DNA grow no more.
    static var longestWaitDays: Double { 180 }

    init(_ practice: Practice) {
        let attendance = practice.attendance
        logOddsPerDay = cLog(attendance.oddsPer30DaysWait) / 30
        logOddsSelf = cLog(attendance.oddsSelfReferred)
        logOddsPerSession = cLog(attendance.oddsPerSession)
        let withoutReminders = attendance.reminders ? 1 : 1 / (1 - attendance.reminderReduction)
        cancels = PerKind(
            attendance.cancelledFirst, attendance.cancelledTreatment, attendance.cancelledKeepingInTouch)
        recruitment = Lognormal(
            mean: practice.workforce.recruitmentWeeks, coefficientOfVariation: practice.workforce.recruitmentVariation)
        let spell = Lognormal(
            mean: practice.workforce.sicknessSpellDays,
            coefficientOfVariation: practice.workforce.sicknessSpellVariation)
        sicknessSpell = spell
        // Of all appointments, as published; acted out among those that nobody cancels and no illness takes away.
        let lost = Derived.referenceWaitDays.mapped { days in
            practice.workforce.sickness * spell.mean(limitedTo: days * 5 / 7) / practice.workforce.sicknessSpellDays
        }
        let left = PerKind { kind in max(0, 1 - cancels[kind] - attendance.providerCancels) * (1 - lost[kind]) }
        func amongLeft(_ share: Double, _ kind: AppointmentKind) -> Double {
            left[kind] > 0 ? min(1, share / left[kind]) : 0
        }
        func odds(_ share: Double, _ kind: AppointmentKind) -> Double {
            let chance = amongLeft(share * withoutReminders, kind)
            return chance < 1 ? chance / (1 - chance) : .infinity
        }
        let missed = PerKind(
            attendance.didNotAttendFirst, attendance.didNotAttendTreatment, attendance.didNotAttendKeepingInTouch)
        missOdds = PerKind { kind in odds(missed[kind], kind) }
        tooLate = PerKind { kind in amongLeft(attendance.tooLate, kind) }
        let waiting = practice.waiting
        patienceShape = waiting.shape
        patienceScales = [
            waiting.firstAppointmentHalfDays, waiting.lowHalfDays, waiting.highHalfDays, waiting.stepUpHalfDays,
        ].map { $0 / cPow(cLog(2), 1 / waiting.shape) }
        let plus = practice.high.neededSessionsPlus
        needs = [
            Gamma(mean: practice.low.neededSessions, variation: practice.low.neededVariation),
            Gamma(mean: practice.high.neededSessions, variation: practice.high.neededVariation),
            Gamma(
                mean: plus > 0 ? plus : practice.high.neededSessions, variation: practice.high.neededVariation),
        ]
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

    init(_ number: (AppointmentKind) -> Double) {
        self.init(number(.firstAppointment), number(.treatment), number(.keepingInTouch))
    }

    /// Each of the three made another number.
    func mapped(_ change: (Double) -> Double) -> PerKind { PerKind { change(self[$0]) } }

    subscript(_ kind: AppointmentKind) -> Double {
        switch kind {
        case .firstAppointment: first
        case .treatment: treatment
        case .keepingInTouch: call
        }
    }
}
