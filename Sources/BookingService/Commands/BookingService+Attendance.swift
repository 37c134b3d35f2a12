import Allocation
import BookingStore
public import CareModel

/// What a clinician records of an appointment (AT-1, FA-3, KT-4, TX-1).
public struct ContactRecord: Codable, Hashable, Sendable {
    /// The outcome by its national code (AT-1).
    public var attendance: Attendance
    /// PHQ-9 and GAD-7, if they were taken (TX-10).
    public var scores: Scores?
    /// At a first appointment: the step agreed; nil is what the scores call for, where they decide (ST-4), else the
    /// step of the appointment.
    public var step: Step?
    /// At a first appointment: the therapy agreed.
    public var modality: Modality?
    /// At a first appointment without treatment: why.
    public var end: EndReason?
    /// At a first appointment: treatment began in it (FA-3).
    public var treatmentBegan = true
    /// At a session: what comes next.
    public var next = NextStep.goesOn
    /// At a keeping-in-touch call: what it came to (KT-4).
    public var call = 0
    /// At a first appointment or a call: the person works with computerised CBT while waiting (TX-5, KT-6).
    public var takesComputerised = false
    /// A supervisor lets the course go on at the limit of misses (AT-3).
    public var exception = false
    /// Risk was found: somebody acts on it today (ST-7).
    public var riskFound = false

    /// What comes after a session.
    public enum NextStep: String, Codable, CaseIterable, Hashable, Sendable {
        /// Another session.
        case goesOn = "goes-on"
        /// The course is completed.
        case completed
        /// The person stops.
        case stops
        /// A step-up is proposed (ST-1).
        case stepUp = "step-up"
        /// What is left is done at step 2 (ST-2).
        case stepDown = "step-down"
    }

    /// An outcome.
    public init(_ attendance: Attendance) { self.attendance = attendance }
}

extension BookingService {
    /// Records what became of a standing appointment (AT-1), and what follows. The waits that it ends and begins are
    /// counted to and from the appointment, however late it is recorded; what is to be done next is counted from now.
    public func attend(appointment: Int64, _ contact: ContactRecord, in context: Context) throws -> PersonState {
        try run(context, .recordContact, KeyedCommand("attend", .appointment(appointment), contact)) { step in
            var decisions = step.decisions()
            defer { step.box.desk.tookPlace = nil }
            try step.takeUp(appointment, &decisions)
            let person = try step.person(with: appointment)
            let index = Int(person - 1)
            let start = step.box.desk.people[index].slotStart
            guard start <= step.context.now else { throw BookingError.notNow(start) }
            step.box.desk.tookPlace = start
            let kind = step.box.desk.people[index].slotKind
            let slot = step.box.desk.people[index].slot
            let number = UInt32(index)
            guard contact.attendance.wasSeen else {
                let fact = DeskFact.missed(number, contact.attendance, exception: contact.exception)
                try step.require(fact, "recording code \(contact.attendance.rawValue)")
                try decisions.hear(fact)
                return try step.state(of: person)
            }
            decisions.lateness = contact.attendance
            if let scores = contact.scores {
                try decisions.hear(.scores(number, scores, isFirst: kind == .firstAppointment))
            }
            switch kind {
            case .firstAppointment: try step.assess(number, contact, &decisions)
            case .treatment: try step.treat(number, contact, &decisions)
            case .keepingInTouch:
                let outcome = BookingDesk.CallOutcome(rawValue: UInt8(clamping: contact.call)) ?? .keepsWaiting
                let fact = DeskFact.keptInTouch(number, outcome)
                try step.require(fact, "recording a call")
                try decisions.hear(fact)
            }
            if contact.takesComputerised {
                try step.require(.computerisedTaken(number), "computerised CBT")
                try decisions.hear(.computerisedTaken(number))
            }
            var state = try step.state(of: person)
            if contact.riskFound {
                step.box.desk.tookPlace = nil
                let from = max(step.context.now, start + Int64(slot.minutes))
                state.urgent = try step.findRisk(index, with: Int(slot.clinician), from: from, &decisions)
            }
            return state
        }
    }
}

extension BookingService.CommandStep {
    func assess(_ number: UInt32, _ contact: ContactRecord, _ decisions: inout DecisionWriter) throws {
        let outcome: AssessmentOutcome
        if let end = contact.end {
            outcome = .end(end)
        } else {
            let agreed = contact.step ?? stepByScores(number, contact) ?? box.desk.episodes[Int(number)].step
            let usual: Modality = agreed == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
            outcome = .treatment(agreed, contact.modality ?? usual)
        }
        let fact = DeskFact.assessed(number, outcome, treatmentBegan: contact.treatmentBegan)
        try require(fact, "recording an assessment")
        try decisions.hear(fact)
        if box.desk.episodes[Int(number)].state == .waitingTreatment {
            try decisions.hear(
                .askedAboutCalls(number, optsOut: box.desk.people[Int(number)].flags.contains(.optedOut)))
        }
        // The assessment letter goes out within 48 hours (BK-12).
        try decisions.addTask("assessment-letter", due: context.now + 2 * 1440, person: Int(number))
    }

    /// The step that scores call for, where they decide, and were taken (ST-4); nil where not.
    private func stepByScores(_ number: UInt32, _ contact: ContactRecord) -> Step? {
        let rules = box.desk.rules[box.desk.team(Int(number))]
        guard rules.stepsByScore, let scores = contact.scores else { return nil }
        return rules.thresholds.level(for: scores).step
    }

    func treat(_ number: UInt32, _ contact: ContactRecord, _ decisions: inout DecisionWriter) throws {
        let fact = DeskFact.sessionAttended(number)
        try require(fact, "recording a session")
        let isSupport = box.desk.isSupport(Int(number))
        try decisions.hear(fact)
        if isSupport {
            // Whoever needs no more than computerised CBT does not wait on (TX-5, KT-6).
            if contact.next != .goesOn { try decisions.hear(.closed(number, .noLongerNeeded)) }
            return
        }
        // Somebody without improvement is discussed in supervision within the month (TX-6).
        if contact.scores != nil, contact.next == .goesOn, box.desk.lacksImprovement(Int(number)) {
            try decisions.addTask("review-progress", due: context.now + 28 * 1440, person: Int(number))
        }
        let isExhausted = box.desk.isExhausted(Int(number))
        let isExtensionDue = box.desk.isExtensionDue(Int(number))
        switch contact.next {
        case .completed: try decisions.hear(.closed(number, .completed))
        case .stops: try decisions.hear(.closed(number, .stoppedEarly))
        case .stepUp:
            try require(.stepUpProposed(number), "a step-up")
            try decisions.hear(.stepUpProposed(number))
        case .stepDown:
            try require(.steppedDown(number), "a step-down")
            try decisions.hear(.steppedDown(number))
        case .goesOn:
            // More than the usual number needs a supervisor's word (TX-1, TX-2), as does an extension (TX-11).
            guard !isExhausted && !isExtensionDue || contact.exception else {
                throw BookingError.invalid(
                    "the course has reached its number of sessions: a supervisor may agree to more (--exception)")
            }
            if isExhausted {
                let planned = box.desk.people[Int(number)].plannedSessions
                try decisions.hear(.coursePlanned(number, sessions: planned, supervisorAgrees: true))
            }
            try decisions.hear(.courseGoesOn(number))
        }
    }
}
