import Allocation
import BookingStore
import CareModel

/// What becomes of people at the sessions of a course in a group (AT-1, TX-4).
struct SeatOutcomes: StepPart {
    let step: CommandStep

    /// The next session of a course takes place, with whoever was to lead it, or with somebody who stood in.
    func meeting(of number: Int, ledBy leader: Int32?) throws -> DeskFact {
        guard let leader else { return .groupDue(UInt32(number)) }
        guard box.clinicians.indices.contains(Int(leader)) else { throw BookingError.refused([.noSuchClinician]) }
        let fact = DeskFact.groupLed(UInt32(number), clinician: UInt32(leader))
        guard box.desk.isPossible(fact) else {
            throw BookingError.invalid(
                "\(box.clinicians[Int(leader)].name) cannot have led course \(number + 1): not of step 2 of its team, "
                    + "away, or with somebody else at that time")
        }
        return fact
    }

    /// What became of everybody at the session that takes place.
    func record(
        _ outcomes: [SeatOutcome], _ number: Int, _ decisions: inout DecisionWriter
    ) throws {
        let course = box.desk.groups[number]
        let seated = course.members.map { Int64($0) + 1 }
        let told = outcomes.map(\.person)
        if let stranger = told.first(where: { !seated.contains($0) }) {
            throw BookingError.invalid("person \(stranger) has no seat in course \(number + 1)")
        }
        let missing = seated.filter { person in told.count(where: { $0 == person }) != 1 }
        guard missing.isEmpty else {
            throw BookingError.invalid(
                "say once for everybody who has a seat what became of them; not so for "
                    + missing.map(String.init).joined(separator: ", "))
        }
        for person in seated {
            guard let outcome = outcomes.first(where: { $0.person == person }) else { continue }
            if course.held == 1 {
                try decisions.hear(
                    .coursePlanned(
                        UInt32(person - 1), sessions: UInt8(clamping: course.days.count), supervisorAgrees: false))
            }
            try record(outcome, isLast: course.held == course.days.count, &decisions)
        }
    }

    /// What became of one person at a session.
    func record(_ outcome: SeatOutcome, isLast: Bool, _ decisions: inout DecisionWriter) throws {
        let number = UInt32(outcome.person - 1)
        if let fault = outcome.contradiction(isLast: isLast) { throw BookingError.invalid(fault) }
        decisions.lateness = outcome.attendance
        if outcome.attendance.wasSeen {
            if let scores = outcome.scores { try decisions.hear(.scores(number, scores, isFirst: false)) }
            try decisions.hear(.groupAttended(number))
        } else {
            let goesOn = try step.limits.isExcepted(Int(number), outcome.attendance, outcome.atLimit, &decisions)
            try decisions.hear(.groupMissed(number, outcome.attendance, exception: goesOn))
        }
        guard box.desk.episodes[Int(number)].state == .inTreatment else { return }
        switch outcome.next ?? (isLast ? .completed : .goesOn) {
        case .goesOn: if isLast { try decisions.hear(.courseGoesOn(number)) }
        case .completed: try end(number, .completed, &decisions)
        case .stops: try end(number, .stoppedEarly, &decisions)
        case .stepUp:
            try step.require(.stepUpProposed(number), "a step-up")
            try decisions.hear(.stepUpProposed(number))
        case .stepDown: throw BookingError.invalid("a course in a group is at step 2 already")
        }
    }
}

extension SeatOutcomes {
    /// Somebody leaves with the course; if a supervisor must agree, one is asked, and the person stays (ST-8).
    private func end(_ number: UInt32, _ reason: EndReason, _ decisions: inout DecisionWriter) throws {
        guard !box.desk.needsAgreement(Int(number), toEnd: reason) else {
            return try step.limits.askForDischarge(Int(number), decisions)
        }
        try decisions.hear(.closed(number, reason))
    }
}

extension CommandStep {
    /// What becomes of people with seats.
    var seats: SeatOutcomes { SeatOutcomes(step: self) }
}
