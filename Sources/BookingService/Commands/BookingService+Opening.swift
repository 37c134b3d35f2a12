public import Allocation
public import BookingStore
public import CareModel
public import Diaries

/// What a service begins with.
public struct ServiceFoundation: Sendable {
    /// The scenario: its name, what tells it from others, and its text.
    public var scenario: ServiceInitialised
    /// The teams' names, by index.
    public var teams: [String]
    /// The clinicians, sorted by team, then step 2 before step 3.
    public var clinicians: [ClinicianDetails]
    /// Each clinician's usual week and assessment week.
    public var weeks: [(usual: WeekTemplate, assessment: WeekTemplate)] = []
    /// What else is known of the coming weeks: absences, blocked time, assessment weeks.
    public var changes: [DeskChange] = []
    /// Who is there, and who they are.
    public var people: [(identity: Identity, known: PersonSnapshot)] = []
    /// What is booked, by the people's keys.
    public var appointments: [AppointmentSnapshot] = []

    /// A service with nobody in it.
    public init(scenario: ServiceInitialised, teams: [String], clinicians: [ClinicianDetails]) {
        self.scenario = scenario
        self.teams = teams
        self.clinicians = clinicians
    }
}

extension BookingService {
    /// Opens a new service in an empty store.
    /// - Throws: ``BookingError/invalid(_:)`` if there is one already; what the store throws.
    public func found(_ foundation: ServiceFoundation, in context: Context) throws {
        let policy = policy
        memory.forget()
        try store.writeBlocking { writer in
            guard try writer.service() == nil else {
                throw BookingError.invalid("the database holds a service already")
            }
            func append(_ event: ServiceEvent) throws {
                try writer.append(event, at: context.now, by: context.author)
            }
            try append(.serviceInitialised(foundation.scenario))
            for (team, name) in foundation.teams.enumerated() {
                try append(.teamAdded(TeamAdded(team: UInt8(team), name: name)))
            }
            for details in foundation.clinicians { try append(.clinicianAdded(details)) }
            for (clinician, weeks) in foundation.weeks.enumerated() {
                for (kind, week) in [(WeekKind.usual, weeks.usual), (.assessment, weeks.assessment)] {
                    let set = AvailabilitySet(clinician: Int32(clinician), week: kind, stretches: week.stretches)
                    try append(.availabilitySet(set))
                }
            }
            try BookingService.admit(foundation, append)
            let box = try ServiceLoader(reader: writer, policy: policy, now: context.now).load()
            var decisions = DecisionWriter(box: box, writer: writer, now: context.now, author: context.author)
            for change in foundation.changes { try decisions.hear(change) }
            try decisions.refresh()
        }
    }

    private static func admit(_ foundation: ServiceFoundation, _ append: (ServiceEvent) throws -> Void) throws {
        var numbers: [UInt64: Int64] = [:]  // lookup only
        for (index, person) in foundation.people.enumerated() {
            let number = Int64(index + 1)
            numbers[person.known.key] = number
            let facts = PersonFacts(person.known)
            try append(
                .referralReceived(
                    ReferralReceived(
                        person: number, identity: person.identity, referral: person.known.referral, facts: facts)))
            try append(.episodeMoved(EpisodeMoved(person: number, event: nil, episode: person.known.episode)))
        }
        for (index, appointment) in foundation.appointments.enumerated() {
            guard let person = numbers[appointment.person] else {
                throw BookingError.invalid("an appointment of somebody who is not there")
            }
            let placement = Placement(
                person: person, clinician: appointment.clinician, kind: appointment.kind, start: appointment.start,
                minutes: appointment.minutes)
            try append(.booked(Booking(appointment: Int64(index + 1), placement: placement)))
        }
    }
}

extension PersonFacts {
    /// What a snapshot knows of a person.
    init(_ known: PersonSnapshot) {
        self.init(startScores: known.startScores, scores: known.scores)
        sessionsAtStep = known.sessionsAtStep
        nextActionDue = known.nextActionDue
        screeningTask = known.screeningTask
        contactAttempts = known.contactAttempts
        appointmentCount = known.appointmentCount
        reachedAt = known.reachedAt
        movedByPerson = known.movedByPerson
        movedByService = known.movedByService
        keepingInTouchOptOut = known.keepingInTouchOptOut
        lastKeptInTouch = known.lastKeptInTouch
        assessor = known.assessor
        notBefore = known.notBefore
        var flags: UInt16 = 0
        if known.keepingInTouchOptOut { flags |= 2 }
        if known.movedByPerson { flags |= 8 }
        if known.movedByService { flags |= 16 }
        self.flags = flags
        plannedSessions = known.sessionsAtStep
    }
}
