import Allocation
import CareModel
import EventKernel

/// What the simulator knows of a person beyond the referral and the episode.
struct PersonState: BitwiseCopyable, Sendable {
    /// Names the person's random streams: team, source, day of arrival, number on that day.
    var key: UInt64
    /// The event of the booked appointment: that it takes place, or that somebody cancels it.
    var appointmentEvent = EventHandle.none
    /// The next attempt to make contact, deadline, supervision, end of a hold, or keeping-in-touch call.
    var timer = EventHandle.none
    /// When the timer goes off, while it is set.
    var timerDue = Episode.never
    /// Giving up.
    var withdrawal = EventHandle.none
    /// Start of the booked appointment.
    var slotStart = Episode.never
    /// When it was booked.
    var bookedAt = Episode.never
    /// Since when the person has been in the queue that is measured now.
    var queueSince = Episode.never
    /// When the booking clerk reached the person.
    var reachedAt = Episode.never
    /// Place in the list that the person is on, if any.
    var listKey: WaitingKey
    /// With whom the appointment is; -1 if none is booked.
    var slotClinician: Int32 = -1
    /// The next person booked with the same clinician on the same day; -1 is the last.
    var nextOnDay: Int32 = -1
    /// Who assessed; -1 if nobody yet.
    var assessor: Int32 = -1
    /// The first appointment, or the last keeping-in-touch call.
    var lastKeptInTouch = CivilDay(number: Int32.min)
    /// No treatment before this day.
    var notBefore = CivilDay(number: Int32.min)
    /// Latent PHQ-9 and GAD-7.
    var depression: Float = 0
    var anxiety: Float = 0
    /// Fall of the latent PHQ-9 a session at the present step.
    var fallPerSession: Float = 0
    /// Scores at the first contact, and the latest.
    var startScores = Scores(depression: 0, anxiety: 0)
    var scores = Scores(depression: 0, anxiety: 0)
    /// Appointments booked so far.
    var appointmentCount: UInt16 = 0
    /// Length of the booked appointment, minutes.
    var slotMinutes: UInt8 = 0
    var slotKind = AppointmentKind.firstAppointment
    /// Sessions that the person needs at the present step, and has had there.
    var neededSessions: UInt8 = 0
    var sessionsAtStep: UInt8 = 0
    var contactAttempts: UInt8 = 0
    var screeningTask = ScreeningTask.review
    var facts = ScreeningFacts()
    var flags: Flags = []
    var list = WaitingPlace.none

    struct Flags: OptionSet, BitwiseCopyable, Sendable {
        let rawValue: UInt16
        /// Takes a slot at short notice (FA-5).
        static let shortNotice = Flags(rawValue: 1)
        /// Opted out of keeping-in-touch calls (KT-5).
        static let optedOut = Flags(rawValue: 2)
        /// The supervisor agrees to more sessions than usual.
        static let supervisorAgrees = Flags(rawValue: 4)
        /// The person missed or moved a first appointment.
        static let movedByPerson = Flags(rawValue: 8)
        /// The service cancelled a first appointment.
        static let movedByService = Flags(rawValue: 16)
        /// Was written to because the wait will exceed the target (FA-6).
        static let toldOfWait = Flags(rawValue: 32)
        /// Takes another kind of help instead of an assessment (RF-9).
        static let diverted = Flags(rawValue: 64)
        /// The next booking goes before others (AT-10).
        static let rebookFirst = Flags(rawValue: 128)
    }

    /// Whether an appointment is booked.
    var isBooked: Bool { slotClinician >= 0 }

    /// The slot of the booked appointment.
    var slot: SlotOffer {
        SlotOffer(clinician: slotClinician, start: slotStart, minutes: Int(slotMinutes), reasons: [])
    }
}

/// Which list a person is on.
enum WaitingPlace: UInt8, Sendable {
    /// None.
    case none
    /// For a first appointment.
    case firstAppointment
    /// For treatment.
    case treatment
    /// In treatment, for the next session with the same clinician.
    case nextSession
}
