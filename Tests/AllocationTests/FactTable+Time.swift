import Allocation
import CareModel

// Time that is freed, kept and over.

extension FactTable {
    static let time: [FactEffectTests.Row] = [
        .init("BK-5: nobody waits for freed time", { _ in }, .backfill(team: 0), []),
        .init(
            "PO-3: the clerk's round", { $0.reach() }, .bookingRound(team: 0),
            [
                "moved: firstAppointmentBooked",
                "booked first-appointment 2026-11-26 09:00 with 0",
                "message appointment-booked",
            ]),
        .init(
            "BK-3: a time that was given up", { _ in },
            .timeGivenUp(amber, TimeGivenUp(start: FactDesk.now + 1440, minutes: 50)), []),
        .init("BK-3: time is held", { _ in }, .timeHeld(FactDesk.slot(day: 7, 9, minutes: 50)), []),
        .init(
            "BK-3: time is free again", { $0.tell(.timeHeld(FactDesk.slot(day: 7, 9, minutes: 50))) },
            .timeGivenBack(FactDesk.slot(day: 7, 9, minutes: 50)), []),
        .init("PO-1: a week is over", { _ in }, .weekTurned, []),
    ]
}
