public import CareModel
import Diaries

/// The search for somebody who asks for a language, a therapist's sex, a venue, or to be seen in a room (KT-10, EQ-2,
/// CL-9). What is full for everybody is full for them too; what they do not find others may, so that this search learns
/// nothing.
extension Capacity {
    /// The earliest slot that fits, over all clinicians who may take it; ties as for everybody. O(days · clinicians ·
    /// rooms).
    @usableFromInline
    mutating func earliestNarrowSlot(_ request: SlotRequest, today: CivilDay) -> SlotOffer? {
        let search = DaySearch(
            request, releasedUntil: today + releaseDays[request.team], memory: narrowMemory(request))
        let latest = min(request.latest, lastPage)
        var day = max(request.earliest.day, first)
        while day <= latest {
            if !calendar.isHoliday(day) {
                var best: SlotOffer?
                look(request, search, range(team: request.team, step: request.step), on: day, today, &best)
                if request.step == .low, servesStepBelow(request.kind, step: .high, team: request.team, on: day) {
                    let afresh = DaySearch(
                        request, releasedUntil: today + releaseDays[request.team], memory: [])
                    look(request, afresh, range(team: request.team, step: .high), on: day, today, &best)
                }
                if let best { return best }
            }
            day = day + 1
        }
        return nil
    }

    /// What is known of full pages says something of a request that is as long as those it was learned from, or longer.
    private func narrowMemory(_ request: SlotRequest) -> SearchMemory {
        let index = (request.team * 2 + Int(request.step.rawValue)) * 3 + Int(request.kind.rawValue)
        return request.minutes >= learnedMinutes[index] ? .uses : []
    }

    /// Looks for an earlier start than that of `best` among some clinicians on one day.
    private mutating func look(
        _ request: SlotRequest, _ search: DaySearch, _ members: Range<Int>, on day: CivilDay, _ today: CivilDay,
        _ best: inout SlotOffer?
    ) {
        var turn = UInt32.min
        for clinician in members {
            guard clinicians[clinician].mayTake(request, on: day),
                let offer = narrowSlot(request, search, with: clinician, on: day, today, reasons: .firstThatFits)
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
    mutating func earliestNarrowSlot(_ request: SlotRequest, with clinician: Int, today: CivilDay) -> SlotOffer? {
        let team = Int(clinicians[clinician].team)
        let releasedUntil = today + max(releaseDays[request.team], releaseDays[team])
        let isOwnStep = clinicians[clinician].role.step == request.step && team == request.team
        let search = DaySearch(
            request, releasedUntil: releasedUntil, memory: isOwnStep ? narrowMemory(request) : [])
        let latest = min(request.latest, clinicians[clinician].lastDay, lastPage)
        var day = max(request.earliest.day, first)
        while day <= latest {
            if !calendar.isHoliday(day),
                let offer = narrowSlot(request, search, with: clinician, on: day, today, reasons: .continuity)
            {
                return offer
            }
            day = day + 1
        }
        return nil
    }

    /// The earliest slot with one clinician on one day.
    private func narrowSlot(
        _ request: SlotRequest, _ search: DaySearch, with clinician: Int, on day: CivilDay, _ today: CivilDay,
        reasons: OfferReasons
    ) -> SlotOffer? {
        guard fullPages[page(clinician, day)] & search.fullBits(on: day) == 0,
            let minutes = clinicians[clinician].minutes(request.minutes, for: request.needs)
        else { return nil }
        let wishes = search.isBounded && day == search.firstDay ? search.firstWishes : search.wishes
        let grid = search.isReleased(day) ? WorkingWeeks.anyPurpose : Int(search.purpose.rawValue)
        let open = open(clinician, on: day, grid, closing: search.closing) & wishes
        guard !open.isEmpty,
            let found = firstStart(
                open, length: Quanta.spanning(minutes: minutes), request.needs, clinician, on: day)
        else { return nil }
        var fitted = request
        fitted.minutes = minutes
        var offer = offer(
            fitted, clinician: clinician, day: day, quantum: found.quantum, today: today, reasons: reasons)
        offer.room = found.room
        return offer
    }
}
