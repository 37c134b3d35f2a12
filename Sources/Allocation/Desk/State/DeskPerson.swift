public import CareModel

/// What the desk knows of a person beyond the referral and the episode.
@frozen
public struct DeskPerson: BitwiseCopyable, Sendable {
    /// A number that stays with the person and means nothing outside.
    public var key: UInt64
    /// Start of the booked appointment.
    public internal(set) var slotStart = Episode.never
    /// When it was booked.
    public internal(set) var bookedAt = Episode.never
    /// When the booking clerk reached the person.
    public internal(set) var reachedAt = Episode.never
    /// When the person joined the list for the next session with their clinician, the last time.
    public var listedAt = Episode.never
    /// Place in the list that the person is on, if any.
    public internal(set) var listKey: WaitingKey
    /// With whom the appointment is; -1 if none is booked.
    public internal(set) var slotClinician: Int32 = -1
    /// Who assessed, or has the person from the referral on (CL-18), or, while a step-up is discussed, who proposed it
    /// (ST-1); -1 if nobody did.
    public internal(set) var assessor: Int32 = -1
    /// The first appointment, or the last keeping-in-touch call; the lowest day there is if neither was.
    public internal(set) var lastKeptInTouch = DeskPerson.noDay
    /// The last contact that the person made outside the calls (KT-11); the lowest day there is if none was made.
    public internal(set) var lastHeard = DeskPerson.noDay
    /// No treatment before this day; the lowest day there is if nothing forbids it.
    public internal(set) var notBefore = DeskPerson.noDay
    /// PHQ-9 and GAD-7 at the first contact, and the latest.
    public internal(set) var startScores = Scores(depression: 0, anxiety: 0)
    /// The latest PHQ-9 and GAD-7.
    public internal(set) var scores = Scores(depression: 0, anxiety: 0)
    /// Appointments booked so far.
    public internal(set) var appointmentCount: UInt16 = 0
    /// What is agreed or known.
    public var flags: Flags = []
    /// Length of the booked appointment, minutes.
    public internal(set) var slotMinutes: UInt16 = 0
    /// What the booked appointment is for.
    public internal(set) var slotKind = AppointmentKind.firstAppointment
    /// Sessions that the course at the present step is planned to have, the first appointment not counted; while the
    /// person works with computerised CBT, the support contacts that are left.
    public var plannedSessions: UInt8 = 0
    /// Sessions that were had at the present step, the first appointment not counted.
    public internal(set) var sessionsAtStep: UInt8 = 0
    /// Attempts to make contact so far (RF-10).
    public internal(set) var contactAttempts: UInt8 = 0
    /// Which list the person is on.
    public internal(set) var list = WaitingPlace.none
    /// Index of the room of the booked appointment; -1 if it has none (CL-9).
    public internal(set) var slotRoom: Int16 = -1

    /// No day: never kept in touch, or nothing that forbids treatment.
    @inlinable public static var noDay: CivilDay { CivilDay(number: Int32.min) }

    /// Somebody of whom nothing is known yet.
    /// - Parameters:
    ///   - key: stays with the person.
    ///   - listKey: any key: the person is on no list.
    public init(key: UInt64, listKey: WaitingKey) {
        self.key = key
        self.listKey = listKey
    }

    /// Counts an appointment; a count that is full stays.
    @inline(__always)
    mutating func countAppointment() { appointmentCount += appointmentCount < UInt16.max ? 1 : 0 }

    /// Counts an attempt to make contact; a count that is full stays.
    @inline(__always)
    mutating func countAttempt() { contactAttempts += contactAttempts < UInt8.max ? 1 : 0 }

    /// Whether an appointment is booked.
    @inlinable
    public var isBooked: Bool { slotClinician >= 0 }

    /// The slot of the booked appointment.
    @inlinable
    public var slot: SlotOffer {
        var slot = SlotOffer(clinician: slotClinician, start: slotStart, minutes: Int(slotMinutes), reasons: [])
        slot.room = Int32(slotRoom)
        return slot
    }

    /// A slot is the booked appointment now. The only place where its numbers become narrower: every door keeps them
    /// within a day, and within as many rooms as a service may have.
    @inline(__always)
    mutating func take(_ slot: SlotOffer, for kind: AppointmentKind, bookedAt: CivilMinute) {
        guard let minutes = UInt16(exactly: slot.minutes), let room = Int16(exactly: slot.room) else {
            preconditionFailure("no appointment has \(slot.minutes) minutes, or room \(slot.room)")
        }
        slotStart = slot.start
        self.bookedAt = bookedAt
        slotClinician = slot.clinician
        slotMinutes = minutes
        slotRoom = room
        slotKind = kind
    }

    /// The booked appointment is none any more. When it was, and what for, stays: notice is counted from it (AT-2).
    @inline(__always)
    mutating func giveBackSlot() { slotClinician = -1 }

    /// A session of a course in a group begins, which is nobody's own appointment: a miss is judged as one of it (AT-2,
    /// AT-3).
    mutating func attendsGroup(at start: CivilMinute) {
        slotStart = start
        slotKind = .treatment
    }

    /// Says whether something is agreed with the person, or known.
    @inline(__always)
    mutating func set(_ flag: Flags, _ isSet: Bool) {
        if isSet { flags.insert(flag) } else { flags.remove(flag) }
    }

    /// The person is on a list, or on none. The lists alone say so.
    @inline(__always)
    mutating func joined(_ place: WaitingPlace, key: WaitingKey) {
        listKey = key
        list = place
    }

    /// What is agreed with a person, or known.
    @frozen
    public struct Flags: OptionSet, BitwiseCopyable, Sendable {
        /// The bits.
        public let rawValue: UInt16

        /// From bits.
        @inlinable
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Takes a slot at short notice (FA-5, BK-5).
        @inlinable public static var shortNotice: Flags { Flags(rawValue: 1) }
        /// Opted out of keeping-in-touch calls (KT-5).
        @inlinable public static var optedOut: Flags { Flags(rawValue: 2) }
        /// The supervisor agrees to more sessions than usual (TX-1, TX-2).
        @inlinable public static var supervisorAgrees: Flags { Flags(rawValue: 4) }
        /// The person missed or moved a first appointment.
        @inlinable public static var movedByPerson: Flags { Flags(rawValue: 8) }
        /// The service cancelled a first appointment.
        @inlinable public static var movedByService: Flags { Flags(rawValue: 16) }
        /// Was written to because the wait will exceed the target (FA-6).
        @inlinable public static var toldOfWait: Flags { Flags(rawValue: 32) }
        /// The next booking goes before others (AT-10).
        @inlinable public static var rebookFirst: Flags { Flags(rawValue: 128) }
        /// Works with computerised CBT while waiting (TX-5, KT-6).
        @inlinable public static var onComputerised: Flags { Flags(rawValue: 256) }
        /// Has a seat in a psycho-educational course (TX-4).
        @inlinable public static var inGroup: Flags { Flags(rawValue: 512) }
        /// Is allocated to the clinician who is known as the assessor, who keeps a place until the course begins
        /// (CL-18).
        @inlinable public static var allocated: Flags { Flags(rawValue: 8192) }
        /// Was in touch after a missed appointment, and has not been seen since (AT-4).
        @inlinable public static var returnedAfterMiss: Flags { Flags(rawValue: 1024) }
    }
}

/// Which list a person is on.
@frozen
public enum WaitingPlace: UInt8, Sendable {
    /// None.
    case none
    /// For a first appointment.
    case firstAppointment
    /// For treatment.
    case treatment
    /// In treatment, for the next session with the same clinician.
    case nextSession
}
