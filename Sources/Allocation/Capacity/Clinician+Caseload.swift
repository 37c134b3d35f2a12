import CareModel

/// Who is on the caseload, and whom a starter may still take (CL-1, CL-8, CL-18).
extension Clinician {
    /// One more on the caseload, and on the starter's meter.
    mutating func takeOn(today: CivilDay) {
        caseload += 1
        meter(today: today)
    }

    /// A place is kept for somebody who is allocated (CL-18): the starter's meter counts it, and not the course (CL-8).
    mutating func keepPlace(today: CivilDay) {
        promised += 1
        meter(today: today)
    }

    /// A place is kept no longer (CL-18).
    mutating func endPlace() {
        precondition(promised > 0, "no place is kept")
        promised -= 1
    }

    /// One fewer on the caseload.
    mutating func letGo() {
        precondition(caseload > 0, "an empty caseload cannot shrink")
        caseload -= 1
    }

    private mutating func meter(today: CivilDay) {
        if meteredWeek != today.monday {
            meteredWeek = today.monday
            takenThisWeek = 0
        }
        takenThisWeek += 1
    }
}
