import Allocation
public import BookingStore
public import CareModel

extension BookingService {
    /// A room's days: what is booked in it, and why it cannot be used (CL-9). Each person who is shown is in the access
    /// log (IG-1).
    /// - Parameter count: days, 1 to 31.
    public func diary(
        ofRoom room: Int64, from first: CivilDay, days count: Int, in context: Context
    ) throws(BookingError) -> (room: RoomAdded, days: [DiaryDay]) {
        try lookAtDays(count, context, .roomDiary(room: room)) {
            try RoomPages(step: $0).pages(of: room, from: first, days: count)
        }
    }
}

/// A room's days, as they are read.
private struct RoomPages: StepPart {
    let step: CommandStep

    func pages(of room: Int64, from first: CivilDay, days count: Int) throws -> (room: RoomAdded, days: [DiaryDay]) {
        guard let known = try writer.rooms().first(where: { $0.room == room }) else {
            throw BookingError.invalid("there is no room \(room)")
        }
        let last = first + Int32(count - 1)
        let records = try writer.standingAppointments(inRoom: room, from: first, through: last)
            .filter { $0.placement.seat == nil }
        let people = records.compactMap(\.placement.person)
        for person in Set(people).sorted() {
            try AccessRules.notice(.person(person), "in the diary of room \(room)", context, writer)
        }
        let nameOf = try writer.names(ofPeople: people)
        let closures = try writer.roomClosures(endingFrom: first).filter { $0.room == room }
        let days = (0..<Int32(count)).map { offset in
            let day = first + offset
            let entries = records.filter { $0.placement.start.day == day }.map { entry($0, nameOf) }
            let isClosed = closures.contains { $0.first <= day && $0.last >= day }
            return DiaryDay(day: day, absence: isClosed ? ["closed"] : [], entries: entries)
        }
        return (known, days)
    }

    private func entry(_ record: AppointmentRecord, _ nameOf: [Int64: String]) -> DiaryEntry {
        let placement = record.placement
        let clinician = Int(placement.clinician)
        var entry = DiaryEntry(
            start: placement.start, minutes: placement.minutes,
            content: placement.person == nil ? .ownWork : .init(placement.kind), person: placement.person,
            name: placement.person.flatMap { nameOf[$0] }, appointment: record.appointment)
        entry.clinicianName = box.clinicians.indices.contains(clinician) ? box.clinicians[clinician].name : nil
        return entry
    }
}
