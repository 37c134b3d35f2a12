import BookingStore
import CareModel

/// A clinician's feed in iCalendar (RFC 5545). Instants are in universal time, so that it needs no table of zones.
///
/// Each appointment is an event: confirmed, or cancelled with the next SEQUENCE, so that a calendar that has it takes
/// it away. One that is moved is a new appointment, so the old event is cancelled and another comes. A hold is
/// tentative; an absence is a whole-day event that does not say why. DTSTAMP is the minute of the last change, not of
/// the export: the same state gives the same bytes.
struct ClinicianCalendar {
    /// The service's name, for identifiers.
    let service: String
    /// Whose feed.
    let clinician: ClinicianDetails
    /// The names by the people's numbers; nil: none may be in the feed (IG-1).
    let names: [Int64: String]?
    private let groups: GroupTimes
    private let time: LondonTime

    init(
        service: String, clinician: ClinicianDetails, names: [Int64: String]?, groups: GroupTimes
    ) throws(InterchangeError) {
        self.groups = groups
        self.service = service
        self.clinician = clinician
        self.names = names
        time = try LondonTime()
    }

    /// The feed.
    func text(appointments: [AppointmentRecord], holds: [HoldRecord], absences: [AbsenceRecord], now: CivilMinute)
        -> String
    {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.addText("PRODID", "-//stepcare//booking//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.addText("X-WR-CALNAME", clinician.name)
        for record in appointments { add(record, to: &lines) }
        for hold in holds { add(hold, to: &lines) }
        for absence in absences { add(absence, now, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    private func add(_ record: AppointmentRecord, to lines: inout CalendarLines) {
        let stands = record.status == .standing
        lines.add("BEGIN", "VEVENT")
        lines.addText("UID", "appointment-\(record.appointment)@\(service)")
        lines.add("DTSTAMP", time.universal(record.cancelledAt ?? record.bookedAt))
        lines.add("SEQUENCE", stands ? "0" : "1")
        lines.add("STATUS", stands ? "CONFIRMED" : "CANCELLED")
        addPlacement(record.placement, to: &lines)
        if let channel = record.booking.channel.words { lines.addText("LOCATION", channel) }
        lines.add("END", "VEVENT")
    }

    private func add(_ hold: HoldRecord, to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        lines.addText("UID", "hold-\(hold.hold)@\(service)")
        lines.add("DTSTAMP", time.universal(hold.placedAt))
        lines.add("SEQUENCE", "0")
        lines.add("STATUS", "TENTATIVE")
        addPlacement(hold.placement, to: &lines)
        lines.add("END", "VEVENT")
    }

    private func addPlacement(_ placement: Placement, to lines: inout CalendarLines) {
        lines.add("DTSTART", time.universal(placement.start))
        lines.add("DTEND", time.universal(placement.start + Int64(placement.minutes)))
        let name = placement.person.flatMap { names?[$0] }.map { ": \($0)" } ?? ""
        lines.addText("SUMMARY", placement.words(groups) + name)
        lines.add("CLASS", "PRIVATE")
    }

    private func add(_ absence: AbsenceRecord, _ now: CivilMinute, to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        lines.addText("UID", "absence-\(absence.absence)@\(service)")
        // The store keeps no minute of it: its first day stands for one, or today if that is sooner.
        lines.add("DTSTAMP", time.universal(min(now, absence.days.first.start)))
        lines.add("SEQUENCE", "0")
        lines.add("STATUS", "CONFIRMED")
        lines.add("DTSTART;VALUE=DATE", LondonTime.basic(absence.days.first))
        lines.add("DTEND;VALUE=DATE", LondonTime.basic(absence.days.last + 1))
        lines.addText("SUMMARY", "Away")
        lines.add("CLASS", "PRIVATE")
        lines.add("END", "VEVENT")
    }
}

extension Placement {
    /// What it is, in words.
    func words(_ groups: GroupTimes) -> String {
        if person == nil {
            return groups.holdSession(self) ? "Group session" : "Busy: supervision or other own work"
        }
        switch kind {
        case .firstAppointment: return "First appointment"
        case .treatment: return "Treatment session"
        case .keepingInTouch: return "Keeping-in-touch call"
        }
    }
}

extension ConsultationChannel {
    /// How it takes place, in words; nil if that is not known.
    var words: String? {
        switch self {
        case .unknown: nil
        case .faceToFace: "Face to face"
        case .telephone: "Telephone"
        case .video: "Video"
        }
    }
}
