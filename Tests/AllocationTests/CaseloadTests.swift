import Allocation
import CareModel
import Diaries
import TestSupport
import Testing

/// Who takes a person on.
@Suite("Caseloads")
struct CaseloadTests {
    private static let monday = SlotRuleTests.monday

    private static func course(preferred: Int32 = -1, minutes: Int = 30) -> CourseRequest {
        CourseRequest(
            modality: .guidedSelfHelp, preferred: preferred,
            session: SlotRuleTests.request(.treatment, minutes: minutes))
    }

    @Test("CL-1: a full caseload takes nobody, and room comes back when somebody leaves")
    func cap() {
        var capacity = SlotRuleTests.capacity()
        for _ in 0..<9 {
            expect(capacity.mayTakeOn(0, today: Self.monday))
            capacity.takeOn(0, today: Self.monday)
        }
        expect(!capacity.mayTakeOn(0, today: Self.monday) && capacity.clinicians[0].headroom == 0)
        expect(capacity.clinician(for: Self.course(), today: Self.monday) == nil)
        expect(!capacity.hasRoom(team: 0, step: .low, today: Self.monday))
        capacity.letGo(0)
        expect(capacity.clinician(for: Self.course(), today: Self.monday)?.clinician == 0)
        expect(capacity.hasRoom(team: 0, step: .low, today: Self.monday))
        expect(!capacity.hasRoom(team: 0, step: .high, today: Self.monday))
    }

    @Test("CL-1: letting somebody go from an empty caseload is a mistake of the caller")
    func emptyCaseload() async {
        await #expect(processExitsWith: .failure) {
            var capacity = SlotRuleTests.capacity()
            capacity.letGo(0)
        }
    }

    @Test(
        "CL-6: nobody new before a long absence, in sickness or in a vacancy; duty does not count",
        arguments: [
            (AbsenceReason.beforeLongAbsence, false), (.sickness, false), (.parentalLeave, false), (.vacancy, false),
            (.duty, true), (.training, true),
        ])
    func absences(reason: AbsenceReason, mayTakeOn: Bool) {
        var capacity = SlotRuleTests.capacity()
        capacity.addAbsence(0, Self.monday...(Self.monday + 1), reason)
        expect(capacity.mayTakeOn(0, today: Self.monday) == mayTakeOn)
        expect((capacity.clinician(for: Self.course(), today: Self.monday) != nil) == mayTakeOn)
        expect(capacity.mayTakeOn(0, today: Self.monday + 2))
    }

    @Test("CL-7: nobody new once the holder winds down")
    func windingDown() {
        var capacity = SlotRuleTests.capacity()
        capacity.update(0) { $0.windsDownFrom = Self.monday + 3 }
        expect((0...4).map { capacity.mayTakeOn(0, today: Self.monday + $0) } == [true, true, true, false, false])
    }

    @Test("CL-8: a starter takes so many a week, until the metered weeks are over")
    func metered() {
        var capacity = SlotRuleTests.capacity()
        capacity.update(0) {
            $0.meteredUntil = Self.monday + 14
            $0.meteredPerWeek = 2
        }
        for week: Int32 in 0..<2 {
            let day = Self.monday + week * 7
            expect(capacity.mayTakeOn(0, today: day))
            capacity.takeOn(0, today: day)
            expect(capacity.mayTakeOn(0, today: day + 1))
            capacity.takeOn(0, today: day + 1)
            expect(!capacity.mayTakeOn(0, today: day + 1) && !capacity.mayTakeOn(0, today: day + 6))
        }
        for _ in 0..<5 {
            expect(capacity.mayTakeOn(0, today: Self.monday + 14))
            capacity.takeOn(0, today: Self.monday + 14)
        }
        expect(!capacity.mayTakeOn(0, today: Self.monday + 14), "the cap holds")
    }

    @Test("CL-8: people who were on the caseload already do not count in the meter")
    func restored() {
        var capacity = SlotRuleTests.capacity()
        capacity.update(0) {
            $0.meteredUntil = Self.monday + 14
            $0.meteredPerWeek = 1
        }
        for _ in 0..<8 { capacity.restoreToCaseload(0) }
        expect(capacity.clinicians[0].caseload == 8 && capacity.mayTakeOn(0, today: Self.monday))
    }

    @Test("TX-12: who assessed goes on, else the emptiest caseload in proportion to the cap (CL-11)")
    func preferredThenEmptiest() {
        var capacity = SlotRuleTests.capacity(low: 3)
        capacity.update(1) { $0.caseloadCap = 4 }
        // 2 of 9, 1 of 4, 3 of 9.
        for (clinician, people) in [(0, 2), (1, 1), (2, 3)] {
            for _ in 0..<people { capacity.takeOn(clinician, today: Self.monday) }
        }
        expect(capacity.clinician(for: Self.course(), today: Self.monday)?.clinician == 0)
        expect(capacity.clinician(for: Self.course(preferred: 2), today: Self.monday)?.clinician == 2)
        capacity.update(2) { $0.windsDownFrom = Self.monday }
        expect(capacity.clinician(for: Self.course(preferred: 2), today: Self.monday)?.clinician == 0)
        capacity.takeOn(0, today: Self.monday)
        expect(capacity.clinician(for: Self.course(), today: Self.monday)?.clinician == 1)
    }

    @Test("TX-3: only somebody trained in the therapy takes the course on, assessor or not")
    func trained() {
        var capacity = SlotRuleTests.capacity(low: 2)
        capacity.update(0) { $0.trainedIn = ModalitySet() }
        expect(capacity.clinician(for: Self.course(preferred: 0), today: Self.monday)?.clinician == 1)
    }

    @Test("KT-10: a wish for a time of day is met by another clinician if the emptiest has no such time")
    func wishIsLookedForEverywhere() {
        var capacity = SlotRuleTests.capacity(low: 2)
        var evening = SlotRuleTests.split()
        evening[.thursday, .treatment] = DayGrid(138..<150)
        capacity.setWeeks(1, usual: evening, assessment: evening)
        capacity.takeOn(1, today: Self.monday)
        var request = Self.course()
        request.session.timeOfDay = .evening
        expect(capacity.clinician(for: request, today: Self.monday)?.clinician == 1)
    }

    @Test("TX-12: one request that finds no time closes nobody's diary to another that would fit")
    func oneRefusalIsNotAll() {
        var capacity = SlotRuleTests.capacity()
        var far = Self.course()
        far.session.earliest = (Self.monday + 1).start
        far.session.latest = Self.monday + 2
        expect(capacity.clinician(for: far, today: Self.monday) == nil)
        expect(capacity.hasRoom(team: 0, step: .low, today: Self.monday))
        expect(capacity.clinician(for: Self.course(), today: Self.monday)?.clinician == 0)
        expect(capacity.clinician(for: Self.course(minutes: 65), today: Self.monday) == nil)
        expect(capacity.clinician(for: Self.course(minutes: 60), today: Self.monday)?.clinician == 0)
    }

    @Test("CL-1, CL-6, CL-7, CL-8, TX-12, PR-4: random services, against trying everybody")
    func againstTryingEverybody() {
        for seed: UInt64 in 1...250 {
            var random = SplitMix(seed: seed)
            var twin = Twin(&random)
            for step in 0..<60 where twin.today < Twin.first + 50 && !twin.naive.clinicians.isEmpty {
                var session = twin.request(&random)
                session.kind = random.below(8) == 0 ? .firstAppointment : .treatment
                let therapies = Modality.allCases.filter { $0.step == session.step }
                let request = CourseRequest(
                    modality: therapies[random.below(therapies.count)],
                    preferred: Int32(random.below(twin.naive.clinicians.count + 1)) - 1, session: session)
                let found = twin.capacity.clinician(for: request, today: twin.today)
                let expected = twin.naive.clinician(for: request, today: twin.today)
                guard found.map({ Int($0.clinician) }) == expected?.clinician, found?.start == expected?.start else {
                    let answers = "\(String(describing: found)), is \(String(describing: expected))"
                    Issue.record("seed \(seed), step \(step): \(request) on \(twin.today) found \(answers)")
                    return
                }
                if let found, random.below(3) > 0 {
                    expect(twin.book(found), "seed \(seed)")
                    twin.takeOn(Int(found.clinician))
                }
                if random.below(2) == 0 { twin.change(&random) }
            }
        }
    }
}
