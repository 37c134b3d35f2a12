import Allocation
public import BookingStore
public import CareModel
import Diaries

/// A stretch of a clinician's day.
public struct DiaryEntry: Codable, Hashable, Sendable {
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// What it is.
    public var content: Content
    /// The person's number and name, if it is about one.
    public var person: Int64?
    public var name: String?
    /// The number of the appointment, if it is one.
    public var appointment: Int64?
    /// The name of the room, if there is one (CL-9).
    public var room: String?
    /// The clinician's name, in the diary of a room.
    public var clinicianName: String?

    /// What a stretch of a day is.
    public enum Content: String, Codable, CaseIterable, Sendable {
        /// An appointment of a kind.
        case firstAppointment, treatment, keepingInTouch
        /// Supervision, study, a group's session: the clinician's own work (CL-4).
        case ownWork
        /// Time that can be booked, and what it is set aside for (PO-2).
        case freeForFirstAppointments, freeForTreatment, freeForCalls

        init(_ kind: AppointmentKind) {
            switch kind {
            case .firstAppointment: self = .firstAppointment
            case .treatment: self = .treatment
            case .keepingInTouch: self = .keepingInTouch
            }
        }

        init(free purpose: SlotPurpose) {
            switch purpose {
            case .firstAppointment: self = .freeForFirstAppointments
            case .treatment: self = .freeForTreatment
            case .keepingInTouch: self = .freeForCalls
            }
        }
    }
}

/// A clinician's day.
public struct DiaryDay: Codable, Hashable, Sendable {
    /// The day.
    public var day: CivilDay
    /// Why the clinician sees nobody; empty if not so.
    public var absence: [String]
    /// What the day holds, by start.
    public var entries: [DiaryEntry]
}

extension BookingService {
    /// A clinician's days: what is booked, what is the clinician's own work, what is free, and why nobody is seen. Each
    /// person who is shown is in the access log (IG-1).
    /// - Parameter count: days, 1 to 31.
    public func diary(
        ofClinician clinician: Int32, from first: CivilDay, days count: Int, in context: Context
    ) throws(BookingError) -> (clinician: ClinicianDetails, days: [DiaryDay]) {
        try lookAtDays(count, context, .diary(clinician: clinician)) {
            try DiaryPages(step: $0).pages(of: clinician, from: first, days: count)
        }
    }
}

extension BookingService {
    /// Looks at some days of a diary, whosever it is.
    /// - Parameter count: days, 1 to 31.
    func lookAtDays<Whose: Sendable>(
        _ count: Int, _ context: Context, _ question: BookingQuestion,
        _ body: @escaping @Sendable (CommandStep) throws -> (Whose, [DiaryDay])
    ) throws(BookingError) -> (Whose, [DiaryDay]) {
        guard (1...31).contains(count) else { throw BookingError.invalid("a diary is shown for 1 to 31 days") }
        return try look(context, question, body)
    }
}

/// A clinician's days, as they are read.
private struct DiaryPages: StepPart {
    let step: CommandStep

    /// Some days of a clinician; each person who is shown is entered in the access log.
    func pages(
        of clinician: Int32, from first: CivilDay, days count: Int
    ) throws -> (clinician: ClinicianDetails, days: [DiaryDay]) {
        guard let index = Int(exactly: clinician), box.clinicians.indices.contains(index) else {
            throw BookingError.refused([.noSuchClinician])
        }
        let rooms = Dictionary(try writer.rooms().map { ($0.room, $0.name) }) { first, _ in first }
        var seen: Set<Int64> = []
        let days = try (0..<Int32(count)).map { offset in
            let day = try page(index, first + offset, rooms)
            for person in day.entries.compactMap(\.person) where seen.insert(person).inserted {
                let words = "in the diary of clinician \(clinician)"
                try AccessRules.notice(.person(person), words, context, writer)
            }
            return day
        }
        return (box.clinicians[index], days)
    }

    private func page(_ clinician: Int, _ day: CivilDay, _ rooms: [Int64: String]) throws -> DiaryDay {
        let why = whyNobody(clinician, on: day)
        var entries = try bookedEntries(clinician, day, rooms)
        for purpose in SlotPurpose.allCases where why.isEmpty && day >= context.now.day {
            let free = box.desk.capacity.free(
                clinician, on: day, for: purpose, today: day - 10_000, anyPurpose: false)
            entries += free.runs.map { run in
                DiaryEntry(
                    start: CivilMinute(day: day, minuteOfDay: Quanta.minuteOfDay(run.lowerBound)),
                    minutes: run.count * Quanta.minutes, content: .init(free: purpose))
            }
        }
        return DiaryDay(
            day: day, absence: why,
            entries: entries.sorted { ($0.start, $0.content.rawValue) < ($1.start, $1.content.rawValue) })
    }

    /// Why nothing of a clinician's day can be booked, whatever the week says; empty if nothing stands against it.
    private func whyNobody(_ clinician: Int, on day: CivilDay) -> [String] {
        guard box.desk.capacity.diary.hasPage(for: day) else {
            return day < box.desk.capacity.diary.first ? [] : ["the diaries do not reach that far"]
        }
        var why = box.desk.capacity.absence(clinician, on: day).names
        if box.desk.calendar.isHoliday(day) { why.append("bank holiday") }
        let lastDay = box.desk.capacity.clinicians[clinician].lastDay
        if day > lastDay { why.append("left: the last day is \(lastDay)") }
        return why
    }

    private func bookedEntries(
        _ clinician: Int, _ day: CivilDay, _ rooms: [Int64: String]
    ) throws -> [DiaryEntry] {
        let records = try writer.appointments(ofClinician: Int32(clinician), from: day, through: day)
            .filter { $0.status == .standing && $0.placement.seat == nil }
        let nameOf = try writer.names(ofPeople: records.compactMap(\.placement.person))
        return records.map { record in
            let person = record.placement.person
            return DiaryEntry(
                start: record.placement.start, minutes: record.placement.minutes,
                content: person == nil ? .ownWork : .init(record.placement.kind), person: person,
                name: person.flatMap { nameOf[$0] }, appointment: record.appointment,
                room: record.placement.room.flatMap { rooms[$0] })
        }
    }
}

extension AbsenceReason {
    /// Each reason in words.
    var names: [String] {
        let all: [(AbsenceReason, String)] = [
            (.leave, "leave"), (.sickness, "sickness"), (.parentalLeave, "parental leave"), (.duty, "duty"),
            (.training, "training"), (.vacancy, "nobody holds the post"),
            (.beforeLongAbsence, "takes nobody new: away soon"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
