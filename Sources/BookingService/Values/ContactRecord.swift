public import Allocation
public import CareModel

/// What a clinician records of an appointment (AT-1, FA-3, KT-4, TX-1).
public struct ContactRecord: Codable, Hashable, Sendable {
    /// The outcome by its national code (AT-1).
    public var attendance: Attendance
    /// PHQ-9 and GAD-7, if they were taken (TX-10).
    public var scores: Scores?
    /// The ninth item of PHQ-9, 0 … 3, if it was noted (BK-12).
    public var itemNine: UInt8?
    /// At a first appointment: the step agreed; nil is what the scores call for, where they decide (ST-4), else the
    /// step of the appointment.
    public var step: Step?
    /// At a first appointment: the therapy agreed.
    public var modality: Modality?
    /// At a first appointment without treatment: why.
    public var end: EndReason?
    /// At a first appointment: treatment began in it (FA-3).
    public var treatmentBegan = true
    /// At a session: what comes next; nil is another session.
    public var next: NextStep?
    /// At a keeping-in-touch call: what it came to (KT-4); nil is that the person keeps waiting.
    public var call: CallOutcome?
    /// At a first appointment or a call: the person works with computerised CBT while waiting (TX-5, KT-6).
    public var takesComputerised = false
    /// A supervisor agrees to more sessions than usual (TX-1, TX-2), or lets the course go on at the limit of misses
    /// (AT-3).
    public var exception = false
    /// The episode ends, if this miss is the one at which the rule ends it (AT-3).
    public var endsCourse = false
    /// The course goes on at the limit of misses until a supervisor has decided (AT-3).
    public var asksException = false
    /// Risk was found: somebody acts on it today (ST-7).
    public var riskFound = false

    /// At the last session of somebody who has not recovered: what a supervisor says (ST-8).
    public var agreement: DischargeAgreement?

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

    /// What is said for the case that the rule ends the episode; nil if nothing is.
    var atLimit: LimitAnswer? { LimitAnswer(ends: endsCourse, exception: exception, asks: asksException) }
}

extension ContactRecord {
    /// What an appointment is, as far as it decides what can be recorded of it.
    public enum Occasion: String, CaseIterable, Hashable, Sendable {
        /// A first appointment.
        case firstAppointment = "a first appointment"
        /// A session of a course.
        case session = "a session"
        /// A contact that supports computerised CBT (TX-5).
        case support = "a support contact"
        /// A keeping-in-touch call.
        case call = "a call"
    }

    /// The parts of a record that may be left out.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        /// The parts, by the options that say them.
        case scores = "--scores"
        case itemNine = "--item-9"
        case step = "--step"
        case modality = "--modality"
        case end = "--end"
        case next = "--next"
        case call = "--call"
        case computerised = "--computerised"
        case exception = "--exception"
        case endCourse = "--end-course"
        case askException = "--ask-exception"
        case risk = "--risk"
        case agreedBy = "--agreed-by"
        case askSupervisor = "--ask-supervisor"
    }

    /// The parts that were given.
    public var parts: [Part] { Part.allCases.filter(isGiven) }

    private func isGiven(_ part: Part) -> Bool {
        switch part {
        case .scores: scores != nil
        case .itemNine: itemNine != nil
        case .step: step != nil
        case .modality: modality != nil
        case .end: end != nil
        case .next: next != nil
        case .call: call != nil
        case .computerised: takesComputerised
        case .exception: exception
        case .endCourse: endsCourse
        case .askException: asksException
        case .risk: riskFound
        case .agreedBy: agreement?.supervisor != nil
        case .askSupervisor: agreement == .asked
        }
    }

    /// What can be said of an occasion.
    /// - Parameter wasSeen: somebody who was not seen had no contact, in which anything could be agreed.
    public static func parts(of occasion: Occasion, wasSeen: Bool) -> [Part] {
        guard wasSeen else {
            return occasion == .firstAppointment ? [] : [.exception, .endCourse, .askException]
        }
        switch occasion {
        case .firstAppointment: return [.scores, .itemNine, .step, .modality, .end, .computerised, .risk]
        case .session: return [.scores, .itemNine, .next, .exception, .risk, .agreedBy, .askSupervisor]
        case .support: return [.scores, .itemNine, .next, .risk]
        case .call: return [.scores, .itemNine, .call, .computerised, .risk]
        }
    }

    /// Why parts of the record do not go together, whatever the occasion; nil if they do.
    public var contradiction: String? {
        if !attendance.wasSeen {
            let said = Occasion.allCases.flatMap { ContactRecord.parts(of: $0, wasSeen: false) }
            if let part = parts.first(where: { !said.contains($0) }) {
                return "\(part.rawValue) does not go with code \(attendance.rawValue): the person was not seen"
            }
        }
        if let itemNine {
            guard itemNine <= 3 else { return "--item-9 is 0, 1, 2 or 3" }
            if let scores, scores.depression < itemNine {
                return "--item-9 \(itemNine) does not go with a PHQ-9 of \(scores.depression)"
            }
        }
        let words = parts.filter { [.exception, .endCourse, .askException].contains($0) }
        if words.count > 1 { return "\(words[0].rawValue) and \(words[1].rawValue) contradict each other" }
        if end != nil, let part = parts.first(where: { [.step, .modality, .computerised].contains($0) }) {
            return "--end is for somebody who is not treated here: it does not go with \(part.rawValue)"
        }
        if let step, let modality, modality.step != step {
            return "--modality \(modality.name) is a therapy of step \(modality.step == .low ? 2 : 3): it does not go "
                + "with --step \(step == .low ? 2 : 3)"
        }
        if exception, let next, next != .goesOn {
            return "--exception lets a course go on: it does not go with --next \(next.rawValue)"
        }
        if let part = parts.first(where: { [.agreedBy, .askSupervisor].contains($0) }),
            next != .completed && next != .stops
        {
            return "\(part.rawValue) is for a discharge: it goes with --next completed or --next stops"
        }
        if riskFound, let ending {
            return "--risk is addressed before anybody is discharged (ST-8): it does not go with \(ending); say that "
                + "the person goes on, or is referred on"
        }
        if takesComputerised, call == .noLongerNeeded || call == .riskRisen {
            return "--computerised is for somebody who keeps waiting: it does not go with that --call"
        }
        return nil
    }

    /// What ends the episode, but for a referral onward; nil if nothing does.
    private var ending: String? {
        if let end, end != .referredOn { return "--end \(end.name)" }
        if let next, next == .completed || next == .stops { return "--next \(next.rawValue)" }
        return call == .noLongerNeeded ? "--call no-longer-needed" : nil
    }

    /// Why the record is not one of an occasion; nil if it is.
    public func contradiction(at occasion: Occasion) -> String? {
        if let contradiction { return contradiction }
        let said = ContactRecord.parts(of: occasion, wasSeen: attendance.wasSeen)
        if let part = parts.first(where: { !said.contains($0) }) {
            let seen = attendance.wasSeen ? "" : ", with code \(attendance.rawValue)"
            let allowed = said.isEmpty ? "nothing more is recorded" : "allowed: " + Part.list(said)
            return "\(part.rawValue) is not for \(occasion.rawValue)\(seen) (\(allowed))"
        }
        if occasion == .support, next == .stepUp || next == .stepDown {
            return "--next \(next?.rawValue ?? "") is not for a support contact (allowed: goes-on, completed, stops)"
        }
        return nil
    }
}

extension ContactRecord.Part {
    fileprivate static func list(_ parts: [ContactRecord.Part]) -> String {
        parts.map(\.rawValue).joined(separator: ", ")
    }
}

/// What is said for the case that an outcome ends an episode by a rule (AT-3).
public enum LimitAnswer: String, Codable, CaseIterable, Hashable, Sendable {
    /// It ends.
    case ends = "end-course"
    /// A supervisor lets it go on.
    case exception
    /// It goes on until a supervisor has decided.
    case asks = "ask-exception"

    init?(ends: Bool, exception: Bool, asks: Bool) {
        if exception {
            self = .exception
        } else if asks {
            self = .asks
        } else if ends {
            self = .ends
        } else {
            return nil
        }
    }
}

extension ContactRecord: FormerlyOtherwise {
    var former: FormerForm {
        // What was added since is in no former key.
        let told = Mirror(reflecting: self).children.filter {
            $0.label != "agreement" && ($0.label != "itemNine" || itemNine != nil)
        }
        let known = told.map { part in
            let value: Any = part.label == "call" ? call.map { Int($0.rawValue) } as Any : part.value
            return "\(part.label ?? ""):\(FormerForm.form(of: value))"
        }
        return FormerForm(text: "(\(known.joined(separator: ",")))")
    }
}
