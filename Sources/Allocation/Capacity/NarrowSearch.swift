public import CareModel
import Diaries

/// The search for somebody who asks for a language, a therapist's sex, a venue, or to be seen in a room (KT-10, EQ-2,
/// CL-9). What is full for everybody is full for them too; what they do not find others may, so that this search learns
/// nothing.
///
/// It takes capacity `inout` as other searches do, because a borrow of a value of that size is a copy of its words.
@usableFromInline
struct NarrowSearch {
    let request: SlotRequest
    let today: CivilDay

    /// A search.
    /// - Parameter today: the day on which the question is asked.
    @usableFromInline
    init(_ request: SlotRequest, today: CivilDay) {
        self.request = request
        self.today = today
    }

    /// The earliest slot that fits, over all clinicians who may take it; ties as for everybody. O(days · clinicians ·
    /// rooms).
    @usableFromInline
    func earliest(_ capacity: inout Capacity) -> SlotOffer? {
        let releasedUntil = today + capacity.releaseDays[request.team]
        let search = DaySearch(request, releasedUntil: releasedUntil, memory: memory(capacity.learnedMinutes))
        let latest = min(request.latest, capacity.lastPage)
        var day = max(request.earliest.day, capacity.first)
        while day <= latest {
            if !capacity.calendar.isHoliday(day) {
                var best: SlotOffer?
                look(search, &capacity, capacity.range(team: request.team, step: request.step), on: day, &best)
                if request.step == .low,
                    capacity.servesStepBelow(request.kind, step: .high, team: request.team, on: day)
                {
                    let afresh = DaySearch(request, releasedUntil: releasedUntil, memory: [])
                    look(afresh, &capacity, capacity.range(team: request.team, step: .high), on: day, &best)
                }
                if let best { return best }
            }
            day = day + 1
        }
        return nil
    }

    /// What is known of full pages says something of a request that is as long as those it was learned from, or longer.
    private func memory(_ learnedMinutes: [Int]) -> SearchMemory {
        let index = (request.team * 2 + Int(request.step.rawValue)) * 3 + Int(request.kind.rawValue)
        return request.minutes >= learnedMinutes[index] ? .uses : []
    }

    /// Looks for an earlier start than that of `best` among some clinicians on one day.
    private func look(
        _ search: DaySearch, _ capacity: inout Capacity, _ members: Range<Int>, on day: CivilDay,
        _ best: inout SlotOffer?
    ) {
        var turn = UInt32.min
        for clinician in members {
            guard capacity.clinicians[clinician].mayTake(request, on: day),
                let offer = slot(search, &capacity, with: clinician, on: day, reasons: .firstThatFits)
            else { continue }
            let earliest = best?.start ?? CivilMinute(minutes: .max)
            let own = Capacity.turn(clinician - members.lowerBound, on: day)
            guard offer.start < earliest || offer.start == earliest && own < turn else { continue }
            best = offer
            turn = own
        }
    }

    /// The earliest slot with one clinician. O(days · rooms).
    @usableFromInline
    func earliest(with clinician: Int, _ capacity: inout Capacity) -> SlotOffer? {
        let team = Int(capacity.clinicians[clinician].team)
        let releasedUntil = today + max(capacity.releaseDays[request.team], capacity.releaseDays[team])
        let isOwnStep = capacity.clinicians[clinician].role.step == request.step && team == request.team
        let search = DaySearch(
            request, releasedUntil: releasedUntil, memory: isOwnStep ? memory(capacity.learnedMinutes) : [])
        let latest = min(request.latest, capacity.clinicians[clinician].lastDay, capacity.lastPage)
        var day = max(request.earliest.day, capacity.first)
        while day <= latest {
            if !capacity.calendar.isHoliday(day),
                let offer = slot(search, &capacity, with: clinician, on: day, reasons: .continuity)
            {
                return offer
            }
            day = day + 1
        }
        return nil
    }

    /// The earliest slot with one clinician on one day.
    private func slot(
        _ search: DaySearch, _ capacity: inout Capacity, with clinician: Int, on day: CivilDay, reasons: OfferReasons
    ) -> SlotOffer? {
        guard capacity.fullPages[capacity.page(clinician, day)] & search.fullBits(on: day) == 0,
            let minutes = capacity.clinicians[clinician].minutes(request.minutes, for: request.needs)
        else { return nil }
        let wishes = search.isBounded && day == search.firstDay ? search.firstWishes : search.wishes
        let grid = search.isReleased(day) ? WorkingWeeks.anyPurpose : Int(search.purpose.rawValue)
        let open = capacity.open(clinician, on: day, grid, closing: search.closing) & wishes
        guard !open.isEmpty else { return nil }
        let length = Quanta.spanning(minutes: minutes)
        var starts = open.starts(ofRuns: search.length)
        if length > search.length {
            // Time is set aside by the usual length: an interpreter's minutes overrun what nobody has booked behind it.
            let unbooked = capacity.overrunnable(clinician, on: day)
                .subtracting(capacity.diary.booked(clinician, on: day))
            starts = starts & unbooked.starts(ofRuns: length)
        }
        guard let found = capacity.firstStart(starts, length: length, request.needs, clinician, on: day) else {
            return nil
        }
        var offer = capacity.offer(
            request, clinician: clinician, day: day, quantum: found.quantum, today: today, reasons: reasons)
        offer.minutes = minutes
        offer.room = found.room
        return offer
    }
}
