public import CareModel

/// Somebody on a waiting list, as batch allocation sees them (PO-3).
@frozen
public struct BatchPerson: Sendable, BitwiseCopyable {
    /// The person's number in the service: each once in a batch.
    public var person: UInt32
    /// What the appointment must be; the same value asks for a live offer.
    public var request: SlotRequest
    /// The therapy that the clinician must be trained in; nil for a first appointment (TX-3).
    public var modality: Modality?
    /// The clinician who knows the person, preferred for continuity; -1 if none (TX-12).
    public var preferred: Int32 = -1
    /// When the wait began.
    public var since: CivilMinute
    /// The class that may move the person ahead (FA-8).
    public var priority: PriorityClass
    /// The promises made to the person: the last day that keeps each, in order (FA-1, KP-2, KT-1, PR-1).
    public var promises: BatchPromises
    /// What a slot must have (KT-10).
    public var needs: SlotTraits = []
    /// What a slot should have: each one missing counts under ``PlacementLevel/preference``.
    public var wishes: SlotTraits = []
    /// When in the day the person would rather come; `request.timeOfDay` says when they can.
    public var preferredTime: TimeOfDayPreference = .any
    /// Index of where the person lives in ``PlacementPolicy/travel``; -1 if it does not matter.
    public var locality: Int32 = -1

    /// A person without wishes or needs.
    public init(
        person: UInt32, request: SlotRequest, modality: Modality? = nil, since: CivilMinute, priority: PriorityClass,
        promises: BatchPromises
    ) {
        self.person = person
        self.request = request
        self.modality = modality
        self.since = since
        self.priority = priority
        self.promises = promises
    }

    /// The last day that keeps the first promise.
    @inlinable
    public var due: CivilDay { promises.due }
}

/// The last days that keep the promises made to a person; an appointment after each breaks one more.
@frozen
public struct BatchPromises: Sendable, Equatable, BitwiseCopyable {
    /// The service's own promise.
    public var due: CivilDay
    /// The next one, no earlier.
    public var second: CivilDay
    /// The last one, no earlier.
    public var third: CivilDay

    /// Three promises, or fewer: one that is not made takes the default, which never breaks.
    public init(due: CivilDay, second: CivilDay = Clinician.never, third: CivilDay = Clinician.never) {
        precondition(due <= second && second <= third, "promises fall due in order")
        self.due = due
        self.second = second
        self.third = third
    }

    /// The promises of a first appointment: the service's own, then the national ones (FA-1, PR-1, KP-2).
    public init(firstAppointment received: CivilMinute, priority: PriorityClass, standards: Standards) {
        let due = standards.firstAppointmentDue(received: received, priority: priority)
        let second = max(due, received.day + Int32(standards.nationalFirstDays))
        self.init(due: due, second: second, third: max(second, received.day + Int32(standards.nationalSecondDays)))
    }

    /// The promises of a next treatment contact: the service's own, then the limit (KT-1, PR-1).
    public init(treatment waitingSince: CivilMinute, priority: PriorityClass, standards: Standards) {
        let due = standards.treatmentDue(waitingSince: waitingSince, priority: priority)
        self.init(due: due, second: max(due, waitingSince.day + Int32(standards.secondTreatmentLimitDays)))
    }

    /// How many are broken by an appointment on a day, 0 … 3.
    @inlinable
    public func broken(on day: CivilDay) -> Int { (day > due ? 1 : 0) + (day > second ? 1 : 0) + (day > third ? 1 : 0) }
}
