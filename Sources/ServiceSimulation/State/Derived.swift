import Allocation
import CareModel
import Diaries
import RandomStreams

/// Numbers that follow from a team's practice and are needed often.
struct Derived {
    var logOddsPerDay = 0.0
    var logOddsSelf = 0.0
    var logOddsPerSession = 0.0
    /// Of an appointment's form (AT-11).
    private var logOddsLow = 0.0
    private var logOddsPerMinuteShort = 0.0
    private var logOddsFaceToFace = 0.0
    /// DNAs by appointment kind, of all appointments, before the factors; above 1 where nobody comes.
    private var missed = PerKind()
    /// People who arrive too late to be seen, of all appointments.
    private var tooLate = 0.0
    /// Share of appointments that nobody cancels, by kind.
    private var notCancelled = PerKind()
    /// Share of the appointments of so many days of notice that no sickness takes away, up to ``longestWaitDays``.
    private var notLost: [Double] = []
    /// Chance that the person cancels, by appointment kind.
    var cancels = PerKind()
    /// What follows a first appointment, of cases and of people below caseness: ``ends``.
    var endsOfCases = Categorical(weights: [1])
    var endsBelowCaseness = Categorical(weights: [1])
    /// Therapies by step, of ``Modality/individual``; nil where no share is given.
    var therapies: [Categorical?] = [nil, nil]
    /// What comes of a call while somebody waits: ``callOutcomes``.
    var callOutcome = Categorical(weights: [1])
    /// Weibull scales of patience: first appointment, low, high, step-up.
    var patienceScales = [0.0, 0.0, 0.0, 0.0]
    var patienceShape = 1.0
    /// The needed sessions, low and high, and high at step 3+ (ST-4).
    var needs = [Gamma](repeating: Gamma(mean: 1, variation: 1), count: 3)
    var recruitment = Lognormal(mean: 1, coefficientOfVariation: 1)
    var sicknessSpell = Lognormal(mean: 1, coefficientOfVariation: 1)

    /// The average waits to which the chances of a DNA belong: before a first appointment, and between sessions.
    static var referenceWaitDays: PerKind { PerKind(20, 14, 28) }
    /// The length to which the chances of a DNA belong (AT-11).
    static var fullMinutes: Int { 60 }
    /// The wait beyond which the odds of a DNA grow no more.
    static var longestWaitDays: Double { 180 }

    /// What may follow a first appointment: treatment, or the end of the episode.
    static let ends: [EndReason?] = [nil, .adviceOnly, .signposted, .referredOn, .declinedTreatment]
    /// What may come of a call while somebody waits (KT-4).
    static let callOutcomes: [CallOutcome] = [
        .keepsWaiting, .noLongerNeeded, .riskRisen, .quicker, .readier,
    ]

    init(_ practice: Practice) {
        let first = practice.firstAppointments
        let others = [first.signposted, first.referredOn, first.declines]
        endsOfCases = Categorical(restAnd: [first.advice] + others)
        endsBelowCaseness = Categorical(restAnd: [first.adviceBelowCaseness] + others)
        therapies = [practice.low.modalities, practice.high.modalities].map { shares in
            Categorical(anyOf: Modality.individual.map { shares[Int($0.rawValue)] })
        }
        let calls = practice.keepingInTouch
        callOutcome = Categorical(restAnd: [calls.noLongerNeeded, calls.riskRisen, calls.quicker, calls.readier])
        let attendance = practice.attendance
        logOddsPerDay = cLog(attendance.oddsPer30DaysWait) / 30
        logOddsSelf = cLog(attendance.oddsSelfReferred)
        logOddsPerSession = cLog(attendance.oddsPerSession)
        logOddsLow = cLog(attendance.oddsLowIntensity)
        logOddsPerMinuteShort = cLog(attendance.oddsPer15MinutesShort) / 15
        logOddsFaceToFace = cLog(attendance.oddsFaceToFace)
        let withoutReminders = attendance.reminders ? 1 : 1 / (1 - attendance.reminderReduction)
        cancels = PerKind(
            attendance.cancelledFirst, attendance.cancelledTreatment, attendance.cancelledKeepingInTouch)
        recruitment = Lognormal(
            mean: practice.workforce.recruitmentWeeks, coefficientOfVariation: practice.workforce.recruitmentVariation)
        let spell = Lognormal(
            mean: practice.workforce.sicknessSpellDays,
            coefficientOfVariation: practice.workforce.sicknessSpellVariation)
        sicknessSpell = spell
        missed = PerKind(
            attendance.didNotAttendFirst, attendance.didNotAttendTreatment, attendance.didNotAttendKeepingInTouch
        ).mapped { $0 * withoutReminders }
        tooLate = attendance.tooLate
        let cancelled = cancels
        notCancelled = PerKind { kind in max(0, 1 - cancelled[kind] - attendance.providerCancels) }
        // Whoever is well when a time is booked is ill by then if a spell has begun and is not over: of the spells, the
        // part that is no older than the notice.
        notLost = (0...Int(Derived.longestWaitDays)).map { days in
            let young = spell.mean(limitedTo: Double(days) * 5 / 7) / practice.workforce.sicknessSpellDays
            return 1 - practice.workforce.sickness * min(1, young)
        }
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

extension Derived {
    /// A share of all appointments of a kind as a chance among those that are left on the day: nobody cancelled them,
    /// and no sickness took them away (AT-1, AT-9).
    /// - Parameter days: from the booking to the appointment.
    private func amongLeft(_ share: Double, _ kind: AppointmentKind, booked days: Int) -> Double {
        let left = notCancelled[kind] * notLost[min(max(0, days), notLost.count - 1)]
        return left > 0 ? min(1, share / left) : 0
    }

    /// The odds of a DNA at an appointment that is left on the day, before the factors; without end where nobody comes.
    /// - Parameter days: from the booking to the appointment.
    func missOdds(_ kind: AppointmentKind, booked days: Int) -> Double {
        let chance = amongLeft(missed[kind], kind, booked: days)
        return chance < 1 ? chance / (1 - chance) : .infinity
    }

    /// What a first appointment's or a session's step, length and place add to the log odds of a DNA: a short call is
    /// kept less well than an hour face to face (AT-11). A call to keep in touch has a chance of its own.
    func logOdds(of form: AppointmentForm) -> Double {
        var sum = logOddsPerMinuteShort * Double(max(0, Derived.fullMinutes - form.minutes))
        if form.step == .low { sum += logOddsLow }
        if form.isFaceToFace { sum += logOddsFaceToFace }
        return sum
    }

    /// The chance of arriving too late to be seen, at an appointment that is left on the day.
    /// - Parameter days: from the booking to the appointment.
    func tooLate(_ kind: AppointmentKind, booked days: Int) -> Double { amongLeft(tooLate, kind, booked: days) }
}

/// What of an appointment beside its kind decides how well it is kept (AT-11).
struct AppointmentForm: BitwiseCopyable, Sendable {
    var step: Step
    var minutes: Int
    var isFaceToFace: Bool
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
