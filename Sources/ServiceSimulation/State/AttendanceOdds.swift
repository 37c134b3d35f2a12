import CareModel
import RandomStreams

/// How well appointments are kept, in numbers that follow from a team's practice (AT-1, AT-9, AT-11): plain words, read
/// at every appointment.
struct AttendanceOdds: BitwiseCopyable {
    let logOddsPerDay: Double
    let logOddsSelf: Double
    let logOddsPerSession: Double
    /// Of an appointment's form (AT-11).
    private let logOddsLow: Double
    private let logOddsPerMinuteShort: Double
    private let logOddsFaceToFace: Double
    /// DNAs by appointment kind, of all appointments, before the factors; above 1 where nobody comes.
    private let missed: PerKind
    /// People who arrive too late to be seen, of all appointments.
    private let tooLate: Double
    /// Share of appointments that nobody cancels, by kind.
    private let notCancelled: PerKind

    /// The average waits to which the chances of a DNA belong: before a first appointment, and between sessions.
    static var referenceWaitDays: PerKind { PerKind(20, 14, 28) }
    /// The length to which the chances of a DNA belong (AT-11).
    static var fullMinutes: Int { 60 }
    /// The wait beyond which the odds of a DNA grow no more.
    static var longestWaitDays: Double { 180 }

    /// - Parameter cancels: the chance that the person cancels, by kind.
    init(_ input: AttendanceInput, cancels: PerKind) {
        logOddsPerDay = cLog(input.oddsPer30DaysWait) / 30
        logOddsSelf = cLog(input.oddsSelfReferred)
        logOddsPerSession = cLog(input.oddsPerSession)
        logOddsLow = cLog(input.oddsLowIntensity)
        logOddsPerMinuteShort = cLog(input.oddsPer15MinutesShort) / 15
        logOddsFaceToFace = cLog(input.oddsFaceToFace)
        let withoutReminders = input.reminders ? 1 : 1 / (1 - input.reminderReduction)
        missed = PerKind(
            input.didNotAttendFirst, input.didNotAttendTreatment, input.didNotAttendKeepingInTouch
        ).mapped { $0 * withoutReminders }
        tooLate = input.tooLate
        notCancelled = PerKind { kind in max(0, 1 - cancels[kind] - input.providerCancels) }
    }
}

extension AttendanceOdds {
    /// A share of all appointments of a kind as a chance among those that are left on the day: nobody cancelled them,
    /// and no sickness took them away (AT-1, AT-9).
    /// - Parameter notLost: the share of the appointments booked as long before that no sickness takes away.
    private func amongLeft(_ share: Double, _ kind: AppointmentKind, notLost: Double) -> Double {
        let left = notCancelled[kind] * notLost
        return left > 0 ? min(1, share / left) : 0
    }

    /// The odds of a DNA at an appointment that is left on the day, before the factors; without end where nobody comes.
    /// - Parameter notLost: the share of the appointments booked as long before that no sickness takes away.
    func missOdds(_ kind: AppointmentKind, notLost: Double) -> Double {
        let chance = amongLeft(missed[kind], kind, notLost: notLost)
        return chance < 1 ? chance / (1 - chance) : .infinity
    }

    /// What a first appointment's or a session's step, length and place add to the log odds of a DNA: a short call is
    /// kept less well than an hour face to face (AT-11). A call to keep in touch has a chance of its own.
    func logOdds(of form: AppointmentForm) -> Double {
        var sum = logOddsPerMinuteShort * Double(max(0, AttendanceOdds.fullMinutes - form.minutes))
        if form.step == .low { sum += logOddsLow }
        if form.isFaceToFace { sum += logOddsFaceToFace }
        return sum
    }

    /// The chance of arriving too late to be seen, at an appointment that is left on the day.
    /// - Parameter notLost: the share of the appointments booked as long before that no sickness takes away.
    func tooLate(_ kind: AppointmentKind, notLost: Double) -> Double { amongLeft(tooLate, kind, notLost: notLost) }
}

/// What of an appointment beside its kind decides how well it is kept (AT-11).
struct AppointmentForm: BitwiseCopyable, Sendable {
    var step: Step
    var minutes: Int
    var isFaceToFace: Bool
}
