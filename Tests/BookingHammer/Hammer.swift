import BookingStore
import CareModel
import Foundation

/// Writes a line at once and in one piece: what has been said stays said when the process is killed.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

/// One client of the hammer: books, holds and confirms, reschedules and cancels, and reports what was acknowledged.
struct Hammer {
    private static let author = Author(user: 1, origin: "hammer")
    /// Monday 11 January 2027, and the Friday before.
    private static let monday = CivilDay(number: 9872)
    private static let now = CivilMinute(day: monday - 3, minuteOfDay: 540)

    let store: BookingStore
    let seed: UInt64

    func run(operations: Int) async {
        var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var booked: [(number: Int64, placement: Placement)] = []
        for _ in 0..<operations {
            do {
                let placement = Self.placement(&random)
                switch Self.below(8, &random) {
                case 0, 1, 2, 3:
                    booked.append((try await book(placement), placement))
                case 4:
                    booked.append((try await holdAndConfirm(placement), placement))
                case 5 where !booked.isEmpty:
                    let old = booked.remove(at: Self.below(booked.count, &random))
                    booked.append((try await move(old.number, placement), placement))
                case 6 where !booked.isEmpty:
                    try await cancel(booked.remove(at: Self.below(booked.count, &random)).number)
                default:
                    _ = try store.read { try $0.taken(.clinician(placement.clinician), on: placement.start.day) }
                }
            } catch {
                // Refused, or the disk failed: the next one may do better. What counts is what was acknowledged.
            }
        }
    }

    private func book(_ placement: Placement) async throws -> Int64 {
        let number = try await store.write { writer in
            let number = try writer.nextNumber(of: .appointment)
            try writer.append(
                .booked(Booking(appointment: number, placement: placement)), at: Self.now, by: Self.author)
            return number
        }
        report(number, placement)
        return number
    }

    private func holdAndConfirm(_ placement: Placement) async throws -> Int64 {
        let hold = try await store.write { writer in
            let hold = try writer.nextNumber(of: .hold)
            let held = HoldPlaced(hold: hold, placement: placement, expires: Self.now + 5)
            try writer.append(.held(held), at: Self.now, by: Self.author)
            return hold
        }
        let number = try await store.write { writer in
            let number = try writer.nextNumber(of: .appointment)
            let ended = HoldEnded(hold: hold, outcome: .confirmed)
            try writer.append(.holdEnded(ended), at: Self.now, by: Self.author)
            let booking = Booking(appointment: number, placement: placement, hold: hold)
            try writer.append(.booked(booking), at: Self.now, by: Self.author)
            return number
        }
        report(number, placement)
        return number
    }

    private func move(_ old: Int64, _ placement: Placement) async throws -> Int64 {
        say("try \(old)")
        let number = try await store.write { writer in
            let number = try writer.nextNumber(of: .appointment)
            let cancelled = AppointmentCancelled(appointment: old, by: .patient, noticeMinutes: 2880)
            try writer.append(.appointmentCancelled(cancelled), at: Self.now, by: Self.author)
            let booking = Booking(appointment: number, placement: placement, replaces: old)
            try writer.append(.booked(booking), at: Self.now, by: Self.author)
            return number
        }
        say("cancelled \(old)")
        report(number, placement)
        return number
    }

    private func cancel(_ number: Int64) async throws {
        say("try \(number)")
        try await store.write { writer in
            let cancelled = AppointmentCancelled(appointment: number, by: .provider, noticeMinutes: 60)
            try writer.append(.appointmentCancelled(cancelled), at: Self.now, by: Self.author)
        }
        say("cancelled \(number)")
    }

    private func report(_ number: Int64, _ placement: Placement) {
        let (person, start) = (placement.person ?? 0, placement.start.minutes)
        say("booked \(number) \(person) \(placement.clinician) \(start) \(placement.minutes)")
    }

    private static func placement(_ random: inout UInt64) -> Placement {
        let day = monday + Int32(below(20, &random))
        let start = CivilMinute(day: day, minuteOfDay: 480 + 5 * below(120, &random))
        return Placement(
            person: Int64(1 + below(8, &random)), clinician: Int32(below(4, &random)),
            room: below(3, &random) == 0 ? Int64(1 + below(2, &random)) : nil, kind: .treatment, start: start,
            minutes: [15, 30, 45, 50, 60][below(5, &random)])
    }

    private static func below(_ bound: Int, _ random: inout UInt64) -> Int {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(random >> 33) % bound
    }
}
