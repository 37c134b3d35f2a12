import Allocation
import CareModel
import Diaries
import RandomStreams

/// Numbers that follow from a team's practice and are needed often.
struct Derived {
    /// How well appointments are kept (AT-9, AT-11).
    let attendance: AttendanceOdds
    /// Share of the appointments of so many days of notice that no sickness takes away, up to
    /// ``AttendanceOdds/longestWaitDays``.
    let notLost: [Double]
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
        let input = practice.attendance
        cancels = PerKind(
            input.cancelledFirst, input.cancelledTreatment, input.cancelledKeepingInTouch)
        attendance = AttendanceOdds(input, cancels: cancels)
        recruitment = Lognormal(
            mean: practice.workforce.recruitmentWeeks, coefficientOfVariation: practice.workforce.recruitmentVariation)
        let spell = Lognormal(
            mean: practice.workforce.sicknessSpellDays,
            coefficientOfVariation: practice.workforce.sicknessSpellVariation)
        sicknessSpell = spell
        // Whoever is well when a time is booked is ill by then if a spell has begun and is not over: of the spells, the
        // part that is no older than the notice.
        notLost = (0...Int(AttendanceOdds.longestWaitDays)).map { days in
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

/// A number for each kind of appointment, without an array.
struct PerKind: BitwiseCopyable {
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
