import CareModel

/// Treatment that is put off until a day: after a birth, or because the person cannot start yet (PR-3, RF-11).
enum PutOff {
    /// Whether somebody's treatment may be put off until a day to come: who waits for it with nothing booked and no
    /// seat in a course, or whose treatment is put off already.
    static func mayPutOff(_ desk: borrowing DeskState, _ person: Int, _ until: CivilDay) -> Bool {
        guard until > desk.now.day, until - desk.now.day <= PutOff.longestDays else { return false }
        switch desk.people.episodes[person].state {
        case .onHold: return true
        case .waitingTreatment:
            return !desk.people[person].isBooked && !desk.people[person].flags.contains(.inGroup)
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
            .missedFirstAppointment, .inTreatment, .missedSession, .awaitingSupervision, .closed:
            return false
        }
    }

    /// The farthest day, from today, until which treatment is put off.
    static var longestDays: Int32 { 366 }

    /// Treatment is put off until a day, or until another day than was said (PR-3, RF-11). The person leaves the list.
    static func putOff(_ desk: inout DeskState, _ person: Int, until: CivilDay) {
        if desk.people.episodes[person].state == .waitingTreatment {
            desk.leaveList(person)
            ComputerisedSupport.stop(&desk, person)
            desk.move(person, .putOnHold)
        }
        setEnd(&desk, person, desk.calendar.day(0, workingDaysAfter: until))
    }

    /// Whether the person can start is to be seen on a day.
    static func setEnd(_ desk: inout DeskState, _ person: Int, _ day: CivilDay) {
        desk.people.setNextDue(person, day.start)
        desk.emit(.onHold(UInt32(person), until: day))
    }

    /// The baby is born and time has passed, or the person can start: treatment is waited for (PR-3).
    static func ended(_ desk: inout DeskState, _ person: Int) {
        desk.people.setNextDue(person, Episode.never)
        desk.move(person, .holdEnded)
        TreatmentLists.wait(&desk, person)
    }
}
