import Allocation
import BookingStore
import CareModel
import Diaries

extension BookingService {
    /// Every clinician who is here with caseload and hours, by team, then step, then index (KP-8, CL-12).
    /// - Parameter weeks: how many are counted, 1 … 12: this one from today on, and those after it.
    public func workload(weeks: Int, in context: Context) throws(BookingError) -> [Workload] {
        guard (1...12).contains(weeks) else { throw BookingError.invalid("hours are counted for 1 to 12 weeks") }
        return try look(context, .workload) { try Workloads(step: $0).answer(weeks: weeks) }
    }
}

/// Caseloads and hours, as they are read.
private struct Workloads: StepPart {
    let step: CommandStep

    func answer(weeks count: Int) throws -> [Workload] {
        let today = context.now.day
        let last = today.monday + Int32(count * 7 - 1)
        let teams = try writer.teams().map(\.name)
        let taken = try clinicalTime(from: today, through: last)
        return box.clinicians.indices.filter { box.desk.capacity.clinicians[$0].lastDay >= today }.map { index in
            let known = box.desk.capacity.clinicians[index]
            return Workload(
                details: box.clinicians[index], team: teams[Int(known.team)], caseload: Int(known.caseload),
                promised: Int(known.promised), openings: Int(box.desk.capacity.openings(index, today: today)),
                standing: standing(known),
                weeks: (0..<count).map { week in
                    let monday = today.monday + Int32(week * 7)
                    return hours(of: index, from: max(today, monday), through: monday + 6, taken)
                })
        }
    }

    /// How near to the cap, by the rule that moves cases (PO-8).
    private func standing(_ known: Clinician) -> CaseloadStanding {
        guard known.role.holdsCases else { return .none }
        let (caseload, cap) = (Int(known.caseload + known.promised), Int(known.caseloadCap))
        let rule = box.desk.rules[Int(known.team)].reallocation
        if caseload > cap { return .over }
        if known.headroom <= 0 { return .atCap }
        if rule.isFull(caseload: caseload, cap: cap) { return .near }
        return rule.isEmpty(caseload: caseload, cap: cap) ? .room : .within
    }

    /// A clinician's day.
    private struct Page: Hashable {
        var clinician: Int
        var day: CivilDay
    }

    /// What is booked with people and courses, by clinician and day.
    private func clinicalTime(from first: CivilDay, through last: CivilDay) throws -> [Page: DayGrid] {
        var taken: [Page: DayGrid] = [:]  // lookup only
        let own = Today(step: step)
        for record in try writer.standingAppointments(from: first.start) {
            let placement = record.placement
            let day = placement.start.day
            // A seat takes no time of its own: the session of its course does.
            guard day >= first, day <= last, placement.seat == nil, own.ownWork(placement) == nil else { continue }
            let page = Page(clinician: Int(placement.clinician), day: day)
            taken[page] = taken[page, default: DayGrid()] | DayGrid(SlotOffer(placement).quanta)
        }
        return taken
    }

    private func hours(
        of clinician: Int, from first: CivilDay, through last: CivilDay, _ taken: [Page: DayGrid]
    ) -> WorkloadWeek {
        var week = WorkloadWeek(from: first)
        var day = first
        while day <= last, box.desk.capacity.diary.hasPage(for: day) {
            let open = box.desk.capacity.workable(clinician, on: day)
            let clinical = taken[Page(clinician: clinician, day: day)] ?? DayGrid()
            let free = open.subtracting(box.desk.capacity.diary.booked(clinician, on: day)).subtracting(clinical)
            week.bookableMinutes += open.count * Quanta.minutes
            week.bookedMinutes += (open & clinical).count * Quanta.minutes
            week.otherMinutes += open.subtracting(free).subtracting(clinical).count * Quanta.minutes
            week.outsideMinutes += clinical.subtracting(open).count * Quanta.minutes
            day = day + 1
        }
        return week
    }
}
