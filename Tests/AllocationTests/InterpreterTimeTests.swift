import CareModel
import Diaries
import Testing

@testable import Allocation

/// EQ-2: an interpreter's minutes overrun what lies behind an appointment, for time is set aside by the usual length.
@Suite("Time for an interpreter")
struct InterpreterTimeTests {
    /// Clinicians whose days are appointments of fifty minutes at each hour from nine to four, ten minutes apart;
    /// Brown asks for a language that nobody speaks, with an interpreter.
    private func desk(minutes: Int) -> FactDesk {
        var desk = FactDesk { $0.interpreterMinutes = minutes }
        var day = DayGrid()
        for hour in 9..<16 {
            let first = Quanta.index(minuteOfDay: hour * 60)
            day = day | DayGrid(first..<first + Quanta.spanning(minutes: 50))
        }
        var week = WeekTemplate()
        for weekday in Weekday.allCases where !weekday.isWeekend {
            for purpose in SlotPurpose.allCases { week[weekday, purpose] = day }
        }
        for clinician in desk.desk.capacity.clinicians.indices {
            desk.desk.hear(.weeks(clinician: clinician, usual: week, assessment: week))
        }
        var referral = Referral(received: FactDesk.now, source: .selfWeb, team: 0)
        (referral.language, referral.interpreter) = (7, .yes)
        desk.tell(.received(referral, key: 2))
        desk.tell(.screened(1, ScreeningFacts(), isDiverted: false))
        desk.tell(.contactAttempted(1, .wantsAppointment))
        return desk
    }

    @Test("A longer appointment takes a time that is set aside, the gap behind it and what nobody has booked there")
    func overrunsTheGap() {
        for minutes in [5, 10, 20, 60] {
            let desk = desk(minutes: minutes)
            let offers = desk.desk.offers(for: 1, kind: .firstAppointment, limit: 30)
            #expect(!offers.slots.isEmpty, "\(minutes) minutes")
            for slot in offers.slots {
                #expect(slot.minutes == 50 + minutes && slot.start.minuteOfDay % 60 == 0)
                #expect(slot.start.minuteOfDay + slot.minutes <= 15 * 60 + 50, "the day ends at ten to four")
                #expect(desk.desk.refusals(of: slot, for: 1, kind: .firstAppointment).isEmpty)
            }
        }
    }

    @Test("What is booked behind it stands in the way, and it stands in the way of what would come behind it")
    func isFree() {
        var desk = desk(minutes: 20)
        guard let slot = desk.desk.offers(for: 1, kind: .firstAppointment, limit: 1).slots.first else {
            Issue.record("there is no time for an interpreter")
            return
        }
        desk.tell(.chosen(1, slot))
        let behind = SlotOffer(clinician: slot.clinician, start: slot.start + 60, minutes: 50, reasons: [])
        desk.reach()
        #expect(desk.desk.refusals(of: behind, for: 0, kind: .firstAppointment) == [.taken])
        let before = SlotOffer(clinician: slot.clinician, start: slot.start - 60, minutes: 70, reasons: [])
        #expect(desk.desk.refusals(of: before, for: 1, kind: .firstAppointment).contains(.taken))
        #expect(desk.desk.isBookable(slot, for: 1) && !desk.desk.isBookable(slot, for: 0))
        #expect(
            desk.desk.displaced(.outsideHours(clinician: UInt32(slot.clinician)), on: slot.start.day...slot.start.day)
                .isEmpty)
    }

    @Test("For anybody else a time stays as long as it is set aside")
    func nobodyElse() {
        var desk = desk(minutes: 20)
        desk.reach()
        let long = FactDesk.slot(day: 7, 9, minutes: 70)
        #expect(desk.desk.refusals(of: long, for: 0, kind: .firstAppointment).contains(.outsideHours))
        let late = FactDesk.slot(day: 7, 15, minutes: 70)
        #expect(desk.desk.refusals(of: late, for: 1, kind: .firstAppointment).contains(.outsideHours))
    }
}
