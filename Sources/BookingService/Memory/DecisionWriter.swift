import Allocation
import BookingStore
import CareModel

/// Tells the desk what happened, and writes it and everything that the desk decides to the store, in one step.
///
/// What is written is a function of the desk's effects, and of what the step says of itself: who, when, why. Nothing is
/// kept from one effect to the next but the number of the entry that others follow from.
struct DecisionWriter {
    let box: DeskBox
    let writer: StoreWriter
    let now: CivilMinute
    let author: Author
    /// Why a rule was overridden, if it was (CL-1).
    var overrideReason: String?
    /// Why something was cancelled.
    var why = ""
    /// What somebody said, in the words of whoever heard it: kept with what follows from it (KT-11).
    var said = ""
    /// The hold that the next booking confirms, and how the appointment takes place.
    var hold: Int64?
    var channel = ConsultationChannel.unknown
    /// Why appointments were cancelled for an absence.
    static let absent = "clinician absent"
    /// Whether facts of a log are told: people were offered what they had given up, and a session may be broken off at
    /// its first minute (AT-7).
    var isReplay = false
    /// The session of a course that is told of, if it is not the last one that was held.
    var session: Int?
    /// When somebody said that an appointment was cancelled, if it has begun since.
    var saidAt: CivilMinute?
    /// The supervisor who agreed to a discharge without recovery (ST-8); nil if nobody did.
    var supervisor: String?
    /// How punctual somebody was who was seen; nil if it is not known.
    var lateness: Attendance?
    /// The ninth item of PHQ-9 at the contact that is told of, if it was noted (BK-12).
    var itemNine: UInt8?
    /// Scores that were told, until the outcome of the contact is told at which they were taken (TX-10).
    var scoresTaken: ScoresTaken?
    /// Everything that the desk decided in this step, in order.
    private(set) var decided: [DeskEffect] = []
    /// Appointments that were booked in this step.
    private(set) var booked: [Int64] = []
    /// The entry from which cancellations of this step follow: an outcome, or the first of them.
    private var cause: (person: Int, entry: Int64)?

    init(box: DeskBox, writer: StoreWriter, now: CivilMinute, author: Author) {
        self.box = box
        self.writer = writer
        self.now = now
        self.author = author
        box.goOn(to: now)
    }

    /// The log as this step writes it.
    var log: StepLog { StepLog(box: box, writer: writer, now: now, author: author, isReplay: isReplay) }

    private var appointments: AppointmentWriter {
        AppointmentWriter(log: log, overrideReason: overrideReason, channel: channel)
    }

    private var groups: GroupWriter { GroupWriter(log: log) }

    /// Appends an event to the log.
    /// - Returns: the number of the entry.
    @discardableResult
    func append(_ event: ServiceEvent) throws -> Int64 { try log.append(event) }

    /// Tells the desk a fact, and writes what follows from it.
    mutating func hear(_ fact: DeskFact) throws {
        if !isReplay, saidAt == nil { try checkBegun(fact) }
        if !isReplay { try checkAgreed(fact) }
        if fact.endsWithoutOutcome, let person = fact.person, cause?.person != Int(person) {
            cause = (Int(person), writer.lastSequence + 1)
        }
        if case .scores(let person, let scores, _) = fact {
            scoresTaken = ScoresTaken(person: Int(person), at: now, scores: scores)
        }
        let before = decided.count
        box.desk.hear(fact)
        try settle(about: fact.person)
        if !isReplay { try planCalls(since: before) }
    }

    /// Calls are planned of whoever waits for treatment from now on: after an assessment, a hold, a step-up or a
    /// handover (KT-2). Whoever opted out stays so (KT-5).
    private mutating func planCalls(since before: Int) throws {
        for effect in decided[before...] {
            guard case .waitsForTreatment(let person) = effect else { continue }
            let rules = box.desk.rules[box.desk.team(Int(person))]
            let optsOut = box.desk.people[Int(person)].flags.contains(.optedOut)
            let asked = DeskFact.askedAboutCalls(person, optsOut: optsOut)
            guard rules.keepingInTouch.isOn, box.desk.isPossible(asked) else { continue }
            box.desk.hear(asked)
            try settle(about: person)
        }
    }

    /// Tells the desk of a change in who works when, and writes it.
    mutating func hear(_ change: DeskChange) throws {
        try DiaryWriter(log: log, why: why).write(change)
        box.desk.hear(change)
    }

    /// A clinician takes nobody new on the days before a long absence (CL-6).
    mutating func closeToNewPeople(_ clinician: Int, _ quiet: ClosedRange<CivilDay>) throws {
        try hear(.absent(clinician: clinician, first: quiet.lowerBound, last: quiet.upperBound, .beforeLongAbsence))
    }

    /// A referral is received from somebody (RF-13).
    mutating func receive(_ referral: Referral, _ identity: Identity, earlier: Int64? = nil) throws {
        let number = Int64(box.desk.episodes.count + 1)
        box.desk.hear(.received(referral, key: UInt64(number)))
        note(box.desk.takeEffects())
        try append(
            .referralReceived(
                ReferralReceived(
                    person: number, earlier: earlier, identity: identity, referral: referral,
                    facts: box.facts(Int(number) - 1))))
    }

    /// Opens a course of its own kind (TX-4).
    mutating func openGroup(team: Int, _ rule: GroupRule, asked: [Int], on day: CivilDay) throws {
        box.desk.hear(.groupOpened(team: team, rule, asked: asked, on: day))
        try settle()
    }

    /// Writes what the desk has decided since it was last told something: what happened in its order, then where people
    /// are.
    /// - Parameter subject: whom it was told about.
    mutating func settle(about subject: UInt32? = nil) throws {
        let effects = box.desk.takeEffects()
        for effect in effects { try write(effect) }
        note(effects)
        try PersonWriter(log: log).write(effects, about: subject)
        for effect in effects {
            if case .takenOn(let person, let clinician, _) = effect { try has(Int(clinician), Int(person)) }
            if case .allocated(let person, let clinician) = effect, clinician >= 0 {
                try has(Int(clinician), Int(person))
            }
        }
    }

    /// A clinician has a person from now on.
    private func has(_ clinician: Int, _ person: Int) throws {
        try writeMeter(of: clinician)
        try log.handovers.ask(person, from: clinician)
    }

    private mutating func note(_ effects: [DeskEffect]) {
        decided += effects
        box.decided += effects
    }

    /// What is known of everybody who is there is written, as far as the store does not have it.
    func refresh() throws { try PersonWriter(log: log).refresh() }

    private mutating func write(_ effect: DeskEffect) throws {
        switch effect {
        // Said by where the person is, which is written after it.
        case .arrived, .waitsForFirstAppointment, .waitLetter, .contactAgain, .awaitsContact,
            .waitsForTreatment, .callPlanned, .callNotBooked, .takenUp:
            break
        case .onHold(let person, let until):
            // A birth is known from the referral; whatever else treatment waits for, somebody says.
            guard !why.isEmpty else { return }
            try append(.treatmentPutOff(TreatmentPutOff(person: Int64(person) + 1, until: until, why: why)))
        case .callsChosen(let person, let wantsCalls):
            try append(.callsChosen(CallsChosen(person: Int64(person) + 1, wantsCalls: wantsCalls)))
        case .allocated(let person, let clinician):
            let why = why.isEmpty ? nil : why
            let clinician = clinician < 0 ? nil : clinician
            try append(.personAllocated(PersonAllocated(person: Int64(person) + 1, clinician: clinician, why: why)))
        case .contactReceived(let person, let matter, let outcome):
            try append(
                .contactReceived(
                    ContactReceived(
                        person: Int64(person) + 1, about: matter, said: said, outcome: outcome?.name)))
            if outcome != nil { try log.tasks.end(of: Int(person), [.callAboutChange], "the change was discussed") }
        // Said by the course as it is then, and by what is written of its people.
        case .groupPutOff, .groupCancelled, .groupStarted, .groupMeets, .groupSessionPutOff: break
        case .timeFreed: break
        case .moved(let person, let event, _, _):
            if event == .madeContact { try log.tasks.endMissing(of: Int(person), "the person was in touch") }
        case .handedOver(let person, _):
            try log.tasks.endMissing(of: Int(person), "the case was handed over, and a time is found anew")
        case .closed(let person, let reason, _):
            try checkNoRisk(Int(person), reason)
            try log.tasks.endWhatBelongs(to: Int(person))
            if reason == .died { try log.tasks.end(of: Int(person), nil, "the person has died") }
        case .booked(let person, let appointment, let old, let takesOn):
            try book(Int(person), appointment, insteadOf: old, takesOn: takesOn, hold: hold)
        case .laterBooked(let person, let appointment, let old):
            try book(Int(person), appointment, insteadOf: old, takesOn: false, hold: nil)
        case .cancelled(let person, let appointment, let cancellation):
            try log.tasks.endConfirmation(of: Int(person), "the appointment was given up")
            try cancel(Int(person), appointment, cancellation, why)
        case .laterCancelled(let person, let appointment, let cancellation):
            let why = why.isEmpty ? "the course does not go on as booked" : why
            try cancel(Int(person), appointment, cancellation, why)
        case .tookPlace(let person, let appointment, let attendance):
            let scores = takenScores(of: Int(person), attendance)
            let entry = try appointments.record(
                Int(person), appointment, seen(attendance), scores, itemNine: itemNine)
            if let entry { cause = (Int(person), entry) }
        case .takenOn(let person, let clinician, let group):
            if group >= 0 { try groups.takeOn(Int(person), in: Int(group), by: clinician) }
        case .urgentSlot(let person, let clinician, let start):
            guard clinician >= 0 else { return }
            let minutes = box.desk.rules[box.desk.team(Int(person))].riskMinutes
            try DiaryWriter(log: log, why: why).writeUrgentSlot(of: Int(clinician), start, minutes: minutes)
        case .groupOpened(let group): try groups.open(Int(group))
        case .groupChanged(let group): try groups.change(Int(group))
        case .groupTimeTaken(let group, let clinician, let day):
            try groups.takeTime(Int(group), of: Int(clinician), on: day)
        case .groupTimeFreed(let group, let clinician, let day):
            try groups.freeTime(Int(group), of: Int(clinician), on: day)
        case .groupDue(let group, let due, let decides):
            if decides { try log.tasks.addDecision(on: box.desk.groups[Int(group)], due: due) }
        case .groupDecided(let group, let due):
            try log.tasks.endDecision(on: box.desk.groups[Int(group)], due: due)
        case .seatTaken(let person, let group): try groups.takeSeat(Int(person), in: Int(group))
        case .seatLeft(let person, let group): try groups.leaveSeat(Int(person), in: Int(group))
        case .groupTookPlace(let person, let group, let session, let attendance):
            let entry = try groups.record(
                Int(person), in: Int(group), session: self.session ?? Int(session), seen(attendance),
                takenScores(of: Int(person), attendance))
            cause = (Int(person), entry)
        case .task(let person, let kind, let due, let clinician):
            try log.tasks.add(
                kind, due: due, person: Int(person), clinician: clinician < 0 ? nil : Int(clinician), about: said)
        case .message(let person, let message): try log.messages.write(message, to: Int(person))
        }
    }

    private mutating func book(
        _ person: Int, _ appointment: DeskAppointment, insteadOf old: CivilMinute?, takesOn: Bool, hold: Int64?
    ) throws {
        booked.append(
            try appointments.book(person, appointment, insteadOf: old, takesOn: takesOn, hold: hold))
    }

    private mutating func cancel(
        _ person: Int, _ appointment: DeskAppointment, _ cancellation: Cancellation, _ why: String
    ) throws {
        let because = cause?.person == person ? cause?.entry : nil
        let entry = try appointments.cancel(person, appointment, cancellation, why, because: because)
        if let entry, because == nil, cancellation.cause == .personCancels { cause = (person, entry) }
    }

    /// How somebody was seen, as far as somebody said so.
    private func seen(_ attendance: Attendance) -> Attendance {
        attendance.wasSeen ? lateness ?? attendance : attendance
    }

    /// The scores that were taken at the contact whose outcome is written; nil if none were, whatever is known of
    /// earlier ones (TX-10).
    private mutating func takenScores(of person: Int, _ attendance: Attendance) -> Scores? {
        guard attendance.wasSeen else { return nil }
        defer { scoresTaken = nil }
        guard let taken = scoresTaken, taken.person == person, taken.at == now else { return nil }
        return taken.scores
    }

    /// A starter's meter is kept with the clinician (CL-8).
    private func writeMeter(of clinician: Int) throws {
        let known = box.desk.capacity.clinicians[clinician]
        let details = box.clinicians[clinician].updated(known)
        guard known.takenThisWeek > 0, now.day < known.meteredUntil, details != box.clinicians[clinician] else {
            return
        }
        box.clinicians[clinician] = details
        try append(.clinicianChanged(details))
    }
}
