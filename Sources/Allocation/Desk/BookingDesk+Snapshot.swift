public import CareModel

extension BookingDesk {
    /// What a snapshot says of a person; the holder adds what the desk does not know (IG-2).
    public func snapshot(of person: Int) -> Person {
        let row = people[person]
        var known = Person(key: row.key, referral: referrals[person])
        known.episode = episodes[person]
        known.startScores = row.startScores
        known.scores = row.scores
        known.sessionsAtStep = row.sessionsAtStep
        known.contactAttempts = row.contactAttempts
        known.appointmentCount = row.appointmentCount
        known.reachedAt = row.reachedAt == Episode.never ? nil : row.reachedAt
        known.movedByPerson = row.flags.contains(.movedByPerson)
        known.movedByService = row.flags.contains(.movedByService)
        known.keepingInTouchOptOut = row.flags.contains(.optedOut)
        known.lastKeptInTouch = row.lastKeptInTouch == DeskPerson.noDay ? nil : row.lastKeptInTouch
        known.assessor = row.assessor
        known.notBefore = row.notBefore == DeskPerson.noDay ? nil : row.notBefore
        known.listedAt = row.list == .nextSession ? row.listedAt : nil
        known.rebooksFirst = row.flags.contains(.rebookFirst)
        known.supportContactsLeft = row.flags.contains(.onComputerised) ? row.plannedSessions : nil
        known.lastBookedAt = row.bookedAt == Episode.never ? nil : row.bookedAt
        known.shortNotice = row.flags.contains(.shortNotice)
        known.toldOfWait = row.flags.contains(.toldOfWait)
        return known
    }

    /// What a snapshot says of a person's booked appointments, by start.
    public func appointmentSnapshots(of person: Int) -> [AppointmentSnapshot] {
        let row = people[person]
        var booked: [AppointmentSnapshot] = []
        if row.isBooked {
            booked.append(
                AppointmentSnapshot(
                    person: row.key, clinician: row.slotClinician, kind: row.slotKind, start: row.slotStart,
                    minutes: Int(row.slotMinutes), bookedAt: row.bookedAt, room: Int32(row.slotRoom)))
        }
        for later in laterSessions(of: person) {
            booked.append(
                AppointmentSnapshot(
                    person: row.key, clinician: later.slot.clinician, kind: .treatment, start: later.slot.start,
                    minutes: later.slot.minutes, bookedAt: later.bookedAt, room: later.slot.room))
        }
        return booked
    }
}
