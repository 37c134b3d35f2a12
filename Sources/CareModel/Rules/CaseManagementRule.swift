/// The monthly case-management review of a clinician's whole caseload, and of people who were assessed: which cases are
/// brought to it, and why (CL-16, CL-4).
public struct CaseManagementRule: Sendable, Equatable {
    /// Whether what is decided about courses follows this list: at the reviews, instead of after a number of sessions.
    public var isOn = false
    /// Days between two reviews of a case.
    public var everyDays = 28
    /// Missed or cancelled appointments from which a case is brought.
    public var missedAppointments = 1
    /// Days since the last contact after which a case without an appointment is brought.
    public var noContactDays = 14
    /// Days since the first contact from which a case has been open for long.
    public var openDays = 180
    /// Mean days between contacts from which there are gaps between sessions.
    public var gapDays = 28

    /// The rule of the sources.
    public init() {}

    /// Why a case is brought to a review on a day; empty if it is not, and of whoever was not assessed or has left.
    ///
    /// What is not known is no reason. O(1).
    public func reasons(of facts: CaseFacts, on today: CivilDay) -> CaseReasons {
        guard facts.isAssessed else { return [] }
        var reasons: CaseReasons = []
        if let start = facts.startScores, let scores = facts.scores, !scores.isCase {
            reasons.insert(CaseReasons(start.isCase ? .inRecovery : .notACase))
        }
        if isNotImproving(facts) { reasons.insert(CaseReasons(.notImproving)) }
        if facts.missedCount >= missedAppointments || facts.state == .missedSession {
            reasons.insert(CaseReasons(.missedOrCancelled))
        }
        if indicatesAnotherStep(facts) { reasons.insert(CaseReasons(.anotherStep)) }
        if lacksAppointment(facts, on: today) { reasons.insert(CaseReasons(.noAppointment)) }
        if isOpenLong(facts, on: today) { reasons.insert(CaseReasons(.openLong)) }
        if facts.state.isOnCaseload, facts.isExhausted { reasons.insert(CaseReasons(.overLimit)) }
        return reasons
    }

    /// Whether a review of a case lies after one day and no later than another: the first is so many days after the
    /// first contact, and so on.
    @inlinable
    public func isReviewed(after last: CivilDay, by today: CivilDay, from firstContact: CivilDay) -> Bool {
        (today - firstContact) / Int32(everyDays) > (max(last, firstContact) - firstContact) / Int32(everyDays)
    }

    private func isNotImproving(_ facts: CaseFacts) -> Bool {
        facts.state.isOnCaseload && facts.sessionsAtStep >= facts.improvementReview && facts.hasImproved == false
    }

    /// Up if scores at step 2 call for step 3 and do not fall; down if those at step 3 call for step 2, of somebody who
    /// has improved or has not begun, and was not stepped up (ST-1, ST-2, ST-4).
    private func indicatesAnotherStep(_ facts: CaseFacts) -> Bool {
        if facts.state == .awaitingSupervision { return true }
        guard let level = facts.level, facts.scores?.isCase == true else { return false }
        switch facts.step {
        case .low: return level.step == .high && facts.hasImproved != true
        case .high:
            let mayGoDown = facts.sessionsAtStep == 0 || facts.hasImproved == true
            return level.step == .low && !facts.wasSteppedUp && mayGoDown
        }
    }

    private func lacksAppointment(_ facts: CaseFacts, on today: CivilDay) -> Bool {
        if facts.isBooked || facts.notBefore.map({ today < $0 }) ?? false { return false }
        guard let last = facts.lastContact else { return false }
        return today - last > Int32(noContactDays)
    }

    private func isOpenLong(_ facts: CaseFacts, on today: CivilDay) -> Bool {
        guard facts.state.isOnCaseload, let first = facts.firstContact, let last = facts.lastContact,
            today - first >= Int32(openDays), facts.contacts > 0
        else { return false }
        // A gap that is still open counts as one.
        let gaps = max(1, facts.contacts - 1)
        return Int(last - first) >= gapDays * gaps || today - last >= Int32(gapDays)
    }
}
