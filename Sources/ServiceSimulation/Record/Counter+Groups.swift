extension Counter {
    /// Whether it is counted person by person, so that it can be split by who they are (EQ-1).
    public var isOfPeople: Bool {
        switch self {
        case .handovers, .assessmentWeeks, .groupsRun, .groupsPutOff, .groupsCancelled, .groupSeats, .groupSeatsFilled,
            .keptAtADistance, .waitLetters, .keepingInTouchUnbooked, .riskTakenByDuty, .riskDisplaced,
            .employmentStarts,
            .employmentWaitDays, .employmentWaiting, .adviserThousandths, .clinicianThousandths, .breaches28SlowToBook,
            .breaches28MovedByPerson, .breaches28MovedByService, .breaches28NoSlot, .cancelledLate, .notConfirmed,
            .aborted,
            .casesMoved:
            false
        default: rawValue < Counter.waitingFirstAppointment.rawValue || rawValue > Counter.expectedFirstWait.rawValue
        }
    }
}
