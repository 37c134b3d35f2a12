public import CareModel

extension BookingDesk {
    /// What is known of a person; the holder adds what the desk does not know: what is due when (IG-2).
    public func snapshot(of person: Int) -> Person {
        let row = people[person]
        var known = Person(key: row.key, referral: referrals[person])
        known.episode = episodes[person]
        known.facts = row.facts
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
