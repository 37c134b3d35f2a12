import Allocation
import BookingStore
import CareModel
import Diaries

/// Tells the desk what happened, and writes it and everything that the desk decides to the store, in one step.
struct DecisionWriter {
    let box: DeskBox
    let writer: StoreWriter
    let now: CivilMinute
    let author: Author
    /// Why a rule was overridden, if it was (CL-1).
    var overrideReason: String?
    /// Why something was cancelled.
    var why = ""
    /// The hold that the next booking confirms, and how the appointment takes place.
    var hold: Int64?
    var channel = ConsultationChannel.unknown
    /// Why appointments were cancelled for an absence.
    static let absent = "clinician absent"
    /// The kind of the task to see that an appointment is confirmed (FA-7).
    static let confirmation = "confirmed-or-cancel"
    /// Whether facts of a log are told: people were offered what they had given up, and a session may be broken off at
    /// its first minute (AT-7).
    var isReplay = false
    /// The session of a course that is told of, if it is not the last one that was held.
    var session: Int?
    /// When somebody said that an appointment was cancelled, if it has begun since.
    var saidAt: CivilMinute?
    /// Everything that the desk decided in this step, in order.
    private(set) var decided: [DeskEffect] = []
    /// Appointments that were booked in this step.
    var booked: [Int64] = []
    var touched: [Int] = []
    /// By which events episodes moved since they were last written, in order.
    private var moves: [(person: Int, event: EpisodeEvent)] = []
    private(set) var isMoving = false
    private var replaced: Int64?
    /// The session beyond the next one that was given up last.
    var replacedLater: Int64?
    private(set) var canceller = Canceller.patient
    private var takenOn = -1
    /// The entry from which cancellations of this step follow: an outcome, or the first of them.
    var cause: (person: Int, entry: Int64)?
    /// Who cancels, if it is the person.
    var personCancels: Int?
    /// The rule ends an episode (AT-3): whatever else was booked, the service cancels.
    private var endsByRule = false

    init(box: DeskBox, writer: StoreWriter, now: CivilMinute, author: Author) {
        self.box = box
        self.writer = writer
        self.now = now
        self.author = author
        box.goOn(to: now)
    }

    /// Appends an event to the log.
    /// - Returns: the number of the entry.
    @discardableResult
    func append(_ event: ServiceEvent) throws -> Int64 {
        try makeWay(for: event)
        let entry = try writer.append(event, at: now, by: author)
        try reconcile(after: event)
        return entry
    }

    /// Tells the desk a fact, and writes what follows from it.
    mutating func hear(_ fact: DeskFact) throws {
        if !isReplay, saidAt == nil { try checkBegun(fact) }
        if fact.endsWithoutOutcome, let person = fact.person, cause?.person != Int(person) {
            cause = (Int(person), writer.lastSequence + 1)
        }
        noteScores(fact)
        try writeOutcome(of: fact)
        prepare(fact)
        box.desk.hear(fact)
        if let subject = fact.person { touched.append(Int(subject)) }
        try settle()
        if case .screened(let person, _, _) = fact { try welcome(Int(person)) }
        if case .madeContact(let person) = fact { try endMissing(of: Int(person), "the person was in touch") }
    }

    /// Writes what the desk has decided since it was last told something.
    mutating func settle() throws {
        let effects = box.desk.takeEffects()
        try releaseGroupTime()
        endsByRule = effects.contains { if case .closed(_, .droppedOut, _) = $0 { true } else { false } }
        for effect in effects { try write(effect) }
        try writeGroups()
        decided += effects
        try writeTouched()
        try writeMeters()
    }

    /// A referral is received from somebody (RF-13).
    mutating func receive(_ referral: Referral, _ identity: Identity, earlier: Int64? = nil) throws {
        let number = Int64(box.desk.episodes.count + 1)
        box.desk.hear(.received(referral, key: UInt64(number)))
        decided += box.desk.takeEffects()
        box.appointments.append(0)
        box.nextAction.append(nil)
        let facts = box.facts(Int(number) - 1)
        box.storedEpisodes.append(box.desk.episodes[Int(number) - 1])
        box.storedFacts.append(facts)
        try append(
            .referralReceived(
                ReferralReceived(
                    person: number, earlier: earlier, identity: identity, referral: referral, facts: facts)))
    }

    /// What the fact says of the booked appointment is written before the desk forgets it (AT-1).
    private mutating func writeOutcome(of fact: DeskFact) throws {
        let attendance: Attendance
        let person: Int
        switch fact {
        case .assessed(let number, _, _), .sessionAttended(let number), .keptInTouch(let number, _):
            (person, attendance) = (Int(number), .attendedOnTime)
        case .missed(let number, let outcome, _): (person, attendance) = (Int(number), outcome)
        case .groupAttended(let number):
            cause = try writeGroupContact(Int(number), lateness ?? .attendedOnTime).map { (Int(number), $0) }
            return
        case .groupMissed(let number, let outcome, _):
            cause = try writeGroupContact(Int(number), outcome).map { (Int(number), $0) }
            return
        default: return
        }
        let scores = attendance.wasSeen ? takenScores(of: person) : nil
        let entry = try append(
            .attendanceRecorded(
                AttendanceRecorded(
                    appointment: box.appointments[person], attendance: lateness ?? attendance, scores: scores)))
        cause = (person, entry)
        box.appointments[person] = 0
        try endConfirmation(of: person, "the appointment has an outcome")
    }

    /// How punctual somebody was who was seen; nil if it is not known.
    var lateness: Attendance?

    private mutating func prepare(_ fact: DeskFact) {
        canceller = .patient
        isMoving = false
        personCancels = fact.cancelsForPerson.map { Int($0) }
        switch fact {
        case .cancelledByService, .appointmentsCancelled, .displacedCancelled, .caseloadHandedOver, .caseMoved,
            .riskFound, .groupDue,
            .groupGivenUp, .groupNotHeld, .groupLed:
            canceller = .provider
        case .moved(_, _, let byPerson):
            canceller = byPerson ? .patient : .provider
            isMoving = true
        case .keptAtADistance, .venueChanged, .laterVenueChanged: isMoving = true
        case .bookingRound, .backfill, .chosen: canceller = .provider
        case .laterCancelled(_, _, .moved(let byPerson)): canceller = byPerson ? .patient : .provider
        case .laterCancelled(_, _, .byService): canceller = .provider
        case .laterCancelled(_, _, .byPerson): canceller = .patient
        case .closed(_, .completed), .closed(_, .droppedOut), .madeNoContact, .madeContact, .missed, .courseGoesOn,
            .stepUpProposed, .steppedDown:
            canceller = .provider
        default: break
        }
        if let person = fact.person, fact.endsDelay { box.nextAction[Int(person)] = nil }
    }

    private mutating func write(_ effect: DeskEffect) throws {
        switch effect {
        case .arrived: break
        case .moved(let person, let event, _, _):
            touched.append(Int(person))
            moves.append((Int(person), event))
        case .handedOver(let person), .awaitsContact(let person):
            touched.append(Int(person))
            if case .handedOver = effect {
                try endHandover(of: Int(person))
                try endMissing(of: Int(person), "the case was handed over, and a time is found anew")
            }
            if case .awaitsContact = effect { try awaitContact(Int(person)) }
        case .booked(let person): try book(Int(person))
        case .laterBooked(let person, let start): try bookLater(Int(person), start)
        case .laterCancelled(let person, let start):
            touched.append(Int(person))
            try cancelLater(Int(person), start)
            if endsByRule { canceller = .provider }
        case .takenUp(let person): takeUp(Int(person))
        case .cancelled(let person):
            try cancel(Int(person))
            if endsByRule { canceller = .provider }
        case .cancelledByService: canceller = .provider
        case .takenOn(let person):
            touched.append(Int(person))
            if try !takeOnFromGroup(Int(person)) { takenOn = Int(person) }
        case .waitLetter(let person):
            touched.append(Int(person))
            try addTask("wait-letter", due: (now.day + 1).start, person: Int(person))
            try tell(Int(person), .waitEstimate)
        case .contactAgain(let person, let days): delay(Int(person), until: (now.day + days).start)
        case .onHold(let person, let day): delay(Int(person), until: day.start)
        case .waitsForTreatment(let person):
            touched.append(Int(person))
            if box.desk.isToldOfLongWait(Int(person)) {
                try addTask("tell-of-long-wait", due: now, person: Int(person))
            }
        case .callPlanned(let person, let day): delay(Int(person), until: day.start)
        case .callNotBooked(let person): delay(Int(person), until: now + 7 * 1440)
        case .closed(let person, let reason, _): try close(Int(person), reason)
        default: try writeMore(effect)
        }
    }

    private mutating func writeMore(_ effect: DeskEffect) throws {
        switch effect {
        case .seatTaken(let person, _):
            touched.append(Int(person))
            try tell(Int(person), .seatTaken)
        case .seatLost(let person):
            touched.append(Int(person))
            // Whoever gave the seat up knows it.
            if canceller == .provider { try tell(Int(person), .seatLost) }
        case .groupPutOff(let group), .groupSessionPutOff(let group):
            for member in box.desk.groups[Int(group)].members { try tell(Int(member), .groupPutOff) }
        case .groupDue(let group): try addDecision(Int(group))
        case .urgentSlot(let person, let clinician, let start):
            try writeUrgentSlot(Int(person), with: Int(clinician), from: start)
        default: break
        }
    }

    private mutating func delay(_ person: Int, until minute: CivilMinute) {
        box.nextAction[person] = minute
        touched.append(person)
    }

    /// The person has so many working days to be in touch, and a letter goes out (AT-4).
    private mutating func awaitContact(_ person: Int) throws {
        let rules = box.desk.rules[box.desk.team(person)]
        let policy = rules.attendance
        let last = policy.contactDay(policy.contactDays, after: now.day, in: box.desk.calendar)
        delay(person, until: CivilMinute(day: last, minuteOfDay: rules.openingHours.end))
        try addTask("missed-appointment-letter", due: (now.day + 1).start, person: person)
        if policy.missedContact == .sevenSeven {
            let days = AttendancePolicy.sevenSevenDays
            try addTask("message-with-discharge-date", due: (now.day + Int32(days[0])).start, person: person)
            try addTask("final-message", due: (now.day + Int32(days[0] + days[1])).start, person: person)
        }
        try tell(person, .missedAppointment)
    }

    /// Where clinicians write, somebody who was accepted is welcomed within some hours (FA-7).
    private func welcome(_ person: Int) throws {
        let rule = box.desk.rules[box.desk.team(person)].contact
        guard rule.isByMessage, box.desk.episodes[person].state == .awaitingContact else { return }
        try addTask("welcome-message", due: now + Int64(rule.welcomeHours) * 60, person: person)
    }

    private mutating func close(_ person: Int, _ reason: EndReason) throws {
        box.nextAction[person] = nil
        touched.append(person)
        try endWhatBelongs(to: person)
        // Nobody writes to somebody who died, or need do anything else for them.
        guard reason != .died else { return try endTasks(of: person, nil, "the person has died") }
        // Signposting and onward referral are acted on within a week (ST-3); everybody gets a letter (BK-12).
        if reason == .referredOn || reason == .signposted {
            try addTask("signpost", due: (now.day + 7).start, person: person)
        }
        try addTask("discharge-letter", due: (now.day + 2).start, person: person)
        try tell(person, .discharge)
    }

    private mutating func book(_ person: Int) throws {
        touched.append(person)
        let known = box.desk.people[person]
        let placement = Placement(
            person: Int64(person + 1), clinician: known.slotClinician, room: known.slot.roomNumber,
            kind: known.slotKind, start: known.slotStart, minutes: Int(known.slotMinutes))
        var booking = Booking(appointment: box.nextAppointment, placement: placement, channel: channel)
        booking.reasons = person == takenOn ? Booking.takesOn : 0
        booking.overrideReason = overrideReason
        booking.hold = hold
        booking.replaces = isMoving ? replaced : nil
        hold = nil
        takenOn = -1
        try append(.booked(booking))
        box.appointments[person] = booking.appointment
        booked.append(booking.appointment)
        box.nextAppointment += 1
        box.nextAction[person] = nil
        // Where appointments must be confirmed, one that is not is cancelled at the last minute for it (FA-7).
        let policy = box.desk.rules[box.desk.team(person)].attendance
        if let latest = policy.confirmBy(start: known.slotStart, bookedAt: now) {
            try addTask(DecisionWriter.confirmation, due: latest, person: person)
        }
        let isMoved = booking.replaces != nil
        try tell(person, isMoved ? .appointmentMoved : .appointmentBooked, appointment: booking.appointment)
    }

    private mutating func cancel(_ person: Int) throws {
        touched.append(person)
        let appointment = box.appointments[person]
        // The desk may know the next appointment already.
        let start = try writer.appointment(appointment)?.placement.start ?? now
        let notice = max(0, start - (saidAt ?? now))
        // Whoever was told of it is told that it does not stand, whoever cancelled.
        let told = try toldOf(appointment, person) ?? (canceller == .provider ? appointment : nil)
        try endConfirmation(of: person)
        try append(cancelled: appointment, of: person, noticeMinutes: Int(notice), why: why)
        replaced = appointment
        box.appointments[person] = 0
        if let told, !isMoving, start > now {
            try tell(person, .appointmentCancelled, appointment: told)
        }
    }

    /// Writes what the store does not know yet of anybody, such as the days by which people are to be seen.
    mutating func refresh() throws {
        touched += box.desk.episodes.indices.filter { box.desk.episodes[$0].state.isOpen }
        try writeTouched()
    }

    /// Whatever changed of the people who were touched is written, once each, in the order of their numbers.
    private mutating func writeTouched() throws {
        touched.sort()
        var last = -1
        for index in touched where index != last && index < box.storedEpisodes.count {
            last = index
            let episode = box.desk.episodes[index]
            let facts = box.facts(index)
            let events = moves.filter { $0.person == index }.map(\.event)
            if let event = events.last {
                let moved = EpisodeMoved(
                    person: Int64(index + 1), event: event, after: Array(events.dropLast()), episode: episode,
                    facts: facts == box.storedFacts[index] ? nil : facts)
                try append(.episodeMoved(moved))
            } else if facts != box.storedFacts[index] {
                try append(.personFactsChanged(PersonFactsChanged(person: Int64(index + 1), facts: facts)))
            }
            box.storedEpisodes[index] = episode
            box.storedFacts[index] = facts
        }
        touched.removeAll(keepingCapacity: true)
        moves.removeAll(keepingCapacity: true)
    }

    /// A starter's meter is kept with the clinician (CL-8).
    private func writeMeters() throws {
        for clinician in box.clinicians.indices {
            let known = box.desk.capacity.clinicians[clinician]
            guard known.takenThisWeek > 0, now.day < known.meteredUntil else { continue }
            let details = box.clinicians[clinician].updated(known)
            guard details != box.clinicians[clinician] else { continue }
            box.clinicians[clinician] = details
            try append(.clinicianChanged(details))
        }
    }
}

extension DeskFact {
    /// Whom the fact is about; nil if it is about nobody in particular.
    var person: UInt32? {
        switch self {
        case .received, .backfill, .bookingRound, .appointmentsCancelled, .displacedCancelled, .caseloadHandedOver,
            .weekTurned, .timeHeld, .timeGivenBack,
            .groupPlanned, .groupDue, .groupGivenUp, .groupNotHeld, .groupLed:
            nil
        case .shortNotice(let person, _), .screened(let person, _, _), .contactAttempted(let person, _),
            .scores(let person, _, _), .assessed(let person, _, _), .askedAboutCalls(let person, _),
            .callDue(let person), .keptInTouch(let person, _), .coursePlanned(let person, _, _),
            .sessionAttended(let person), .courseGoesOn(let person), .missed(let person, _, _),
            .madeContact(let person), .madeNoContact(let person), .cancelledByPerson(let person, _, _),
            .cancelledByService(let person), .holdEnded(let person), .stepUpProposed(let person),
            .stepUpAgreed(let person), .chosen(let person, _), .moved(let person, _, _), .closed(let person, _),
            .laterChosen(let person, _), .laterCancelled(let person, _, _), .cameToLater(let person),
            .venueChanged(let person, _), .laterVenueChanged(let person, _, _),
            .keptAtADistance(let person), .steppedDown(let person), .caseMoved(let person), .seatTaken(let person),
            .computerisedTaken(let person), .groupAttended(let person), .groupMissed(let person, _, _),
            .riskFound(let person, _, _), .groupToldAgain(let person, _), .timeGivenUp(let person, _),
            .seatChosen(let person, _), .seatGivenUp(let person):
            person
        }
    }

    /// Who cancels an appointment by it; nil if nobody does, or the service.
    var cancelsForPerson: UInt32? {
        switch self {
        case .cancelledByPerson(let person, _, _), .laterCancelled(let person, _, .byPerson): person
        default: nil
        }
    }

    /// Whether it ends an episode, or gives a case to somebody else, by itself: what is cancelled then follows from it.
    var endsWithoutOutcome: Bool {
        switch self {
        case .closed, .madeNoContact, .caseMoved: true
        default: false
        }
    }

    /// Whether what the person was waiting for by a day has come.
    var endsDelay: Bool {
        switch self {
        case .contactAttempted, .madeContact, .madeNoContact, .callDue, .holdEnded, .stepUpAgreed, .closed: true
        default: false
        }
    }
}
