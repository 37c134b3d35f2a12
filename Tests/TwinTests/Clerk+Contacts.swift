import Allocation
import BookingStore
import CareModel
import ServiceSimulation

@testable import BookingService

extension Clerk {
    /// A contact that took place: the simulation tells the scores, the outcome and what follows one by one, a clinician
    /// records them in one.
    func contact(_ log: ArraySlice<Entry>, _ box: DeskBox) -> Deed {
        var rest = Rest(log)
        var record = ContactRecord(.attendedOnTime)
        if case .scores(_, let scores, _)? = rest.fact {
            record.scores = scores
            rest.skip()
        }
        switch rest.fact {
        case .assessed(let person, let outcome, let began)?:
            record.treatmentBegan = began
            return assessed(person, outcome, &record, &rest, box)
        case .keptInTouch(let person, let outcome)?:
            record.call = outcome
            rest.skip()
            takesComputerised(person, &record, &rest)
            return attend(person, record, box, &rest)
        case .sessionAttended(let person)?:
            rest.skip()
            let isSupport = box.desk.isSupport(Int(person))
            guard isSupport ? supported(person, &record, &rest) : treated(person, &record, &rest, box) else {
                return .facts(rest.count)
            }
            return attend(person, record, box, &rest)
        default: return .facts(1)
        }
    }

    private func assessed(
        _ person: UInt32, _ outcome: AssessmentOutcome, _ record: inout ContactRecord, _ rest: inout Rest,
        _ box: DeskBox
    ) -> Deed {
        switch outcome {
        case .hold: return .facts(rest.count + 1)
        case .end(let reason): record.end = reason
        case .treatment(let step, let modality):
            // Where scores decide, and where a therapy is the usual one, nobody says so (ST-4).
            if !box.desk.rules[box.desk.team(Int(person))].stepsByScore { record.step = step }
            let isUsual = modality == .guidedSelfHelp || modality == .cognitiveBehaviouralTherapy
            if !isUsual { record.modality = modality }
        }
        rest.skip()
        if case .askedAboutCalls(person, let optsOut)? = rest.fact {
            rest.skip()
            if optsOut { return .facts(rest.count) }
        }
        takesComputerised(person, &record, &rest)
        return attend(person, record, box, &rest)
    }

    private func takesComputerised(_ person: UInt32, _ record: inout ContactRecord, _ rest: inout Rest) {
        guard rest.fact == .computerisedTaken(person) else { return }
        record.takesComputerised = true
        rest.skip()
    }

    /// What follows a support contact: whoever needs no more does not wait on (TX-5, KT-6).
    private func supported(_ person: UInt32, _ record: inout ContactRecord, _ rest: inout Rest) -> Bool {
        if rest.fact == .closed(person, .noLongerNeeded) {
            record.next = .completed
            rest.skip()
        }
        return true
    }

    /// What follows a session (TX-1, TX-11, ST-1, ST-2).
    /// - Returns: whether there is a word for it.
    private func treated(
        _ person: UInt32, _ record: inout ContactRecord, _ rest: inout Rest, _ box: DeskBox
    ) -> Bool {
        switch rest.fact {
        case .courseGoesOn(person)?:
            // A supervisor says so only where the rule of the sources asks for it: before every so many sessions.
            let index = Int(person)
            let rules = box.desk.rules[box.desk.team(index)]
            let rule = box.desk.episodes[index].step == .low ? rules.low : rules.high
            let next = Int(box.desk.people[index].sessionsAtStep) + 2
            let first = rule.extensionBeforeSession
            record.exception = first > 0 && next >= first && (next - first) % rule.extensionEverySessions == 0
        case .closed(person, .completed)?: record.next = .completed
        case .closed(person, .stoppedEarly)?: record.next = .stops
        case .stepUpProposed(person)?: record.next = .stepUp
        case .steppedDown(person)?: record.next = .stepDown
        default: return false
        }
        rest.skip()
        return true
    }

    /// Risk that was found at the contact is told with it (ST-7), unless it was the last (ST-8).
    private func attend(_ person: UInt32, _ record: ContactRecord, _ box: DeskBox, _ rest: inout Rest) -> Deed {
        var record = record
        let isLast = record.end != nil || [.completed, .stops].contains(record.next) || record.call == .noLongerNeeded
        if !isLast, case .riskFound(person, _, _)? = rest.fact {
            record.riskFound = true
            rest.skip()
        }
        return attend(person, record, box, entries: rest.count)
    }
}

/// The entries of a minute that are still to be read.
struct Rest {
    private let log: ArraySlice<Clerk.Entry>
    /// How many were read.
    private(set) var count = 0

    init(_ log: ArraySlice<Clerk.Entry>) { self.log = log }

    /// The entry that comes next; nil if none does.
    var entry: Clerk.Entry? {
        let index = log.startIndex + count
        return index < log.endIndex ? log[index] : nil
    }

    /// The fact that comes next in this minute; nil if none does.
    var fact: DeskFact? {
        let index = log.startIndex + count
        guard index < log.endIndex, log[index].at == log[log.startIndex].at, case .fact(let fact) = log[index].told
        else { return nil }
        return fact
    }

    mutating func skip() { count += 1 }
}
