import BookingService
import CareModel

/// Days of diaries as blocks: what is booked and what is free, each by its kind.
struct DiaryBlocks {
    /// The clinician whose diary it is; nil in a room's.
    var clinician: Int32?
    /// Whether whoever looks may move what is booked.
    var mayMove = false
    var now: CivilMinute

    /// A day with everything in it.
    func day(_ day: DiaryDay, address: String? = nil, title: String? = nil) -> Diary.Day {
        Diary.Day(
            dayTitle: title ?? day.day.shortWords, dayAddress: address,
            away: day.absence.isEmpty ? nil : day.absence.map(Words.inWords).joined(separator: ", "),
            entries: day.entries.map(entry))
    }

    /// A day in numbers: how much is booked and how much is free, by kind.
    func summary(_ day: DiaryDay, address: String) -> Diary.Day {
        let booked = [DiaryEntry.Content.firstAppointment, .treatment, .keepingInTouch, .ownWork].compactMap { kind in
            let found = day.entries.filter { $0.content == kind }
            return found.isEmpty ? nil : line("\(found.count)", DiaryBlocks.words(kind, found.count), "booked")
        }
        let free = [DiaryEntry.Content.freeForFirstAppointments, .freeForTreatment, .freeForCalls].compactMap { kind in
            let minutes = day.entries.filter { $0.content == kind }.reduce(0) { $0 + $1.minutes }
            return minutes == 0 ? nil : line(DiaryBlocks.hours(minutes), DiaryBlocks.words(kind, 1), "free")
        }
        return Diary.Day(
            dayTitle: day.day.shortWords, dayAddress: address,
            away: day.absence.isEmpty ? nil : day.absence.map(Words.inWords).joined(separator: ", "),
            entries: booked + free)
    }

    private func line(_ number: String, _ what: String, _ kind: String) -> Diary.Entry {
        Diary.Entry(time: number, what: what, who: nil, href: nil, kind: kind, quarters: 1)
    }

    private static func hours(_ minutes: Int) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }

    private func entry(_ entry: DiaryEntry) -> Diary.Entry {
        let end = entry.start + Int64(entry.minutes)
        let time = "\(entry.start.clockWords) to \(end.clockWords)"
        let isFree = DiaryBlocks.isFree(entry.content)
        var shown = Diary.Entry(
            time: time, what: DiaryBlocks.words(entry.content, 1), who: nil, href: nil,
            kind: entry.content == .ownWork ? "own" : isFree ? "free" : "booked",
            quarters: min(max(entry.minutes / 15, 1), 16), length: entry.minutes)
        let more = [entry.room, entry.clinicianName].compactMap { $0 }
        if !more.isEmpty { shown.what += ", \(more.joined(separator: ", "))" }
        if let person = entry.person {
            shown.who = entry.name ?? "Person \(person)"
            shown.href = entry.appointment.map { "/appointments/\($0)" } ?? "/people/\(person)"
            if mayMove, entry.start > now, let appointment = entry.appointment {
                shown.moves = "\(appointment)"
                shown.moveAddress = "/appointments/\(appointment)/move"
            }
        } else if isFree, let clinician, mayMove {
            (shown.freeFrom, shown.freeWith) = ("\(entry.start.minutes)", "\(clinician)")
        }
        return shown
    }

    private static func isFree(_ content: DiaryEntry.Content) -> Bool {
        switch content {
        case .freeForFirstAppointments, .freeForTreatment, .freeForCalls: true
        case .firstAppointment, .treatment, .keepingInTouch, .ownWork: false
        }
    }

    static func words(_ content: DiaryEntry.Content, _ count: Int) -> String {
        switch content {
        case .firstAppointment: count == 1 ? AppointmentKind.firstAppointment.title : "first appointments"
        case .treatment: count == 1 ? AppointmentKind.treatment.title : "sessions"
        case .keepingInTouch: count == 1 ? AppointmentKind.keepingInTouch.title : "keeping-in-touch calls"
        case .ownWork: "own work"
        case .freeForFirstAppointments: "free for first appointments"
        case .freeForTreatment: "free for sessions"
        case .freeForCalls: "free for calls"
        }
    }
}
