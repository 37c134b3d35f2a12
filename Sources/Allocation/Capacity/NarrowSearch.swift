public import CareModel
import Diaries

/// The search for somebody who asks for a language, a therapist's sex, a venue, or to be seen in a room (KT-10, EQ-2,
/// CL-9). What is full for everybody is full for them too. What they do not find others may: this search learns of a
/// page only that nobody has time there.
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
    ///
    /// One clinician's days after the other's, since they lie together; each is looked at until the day of the earliest
    /// slot so far.
    @usableFromInline
    func earliest(_ capacity: inout Capacity) -> SlotOffer? {
        let memory = memory(capacity.learnedMinutes)
        let releasedUntil = today + capacity.releaseDays[request.team]
        let search = DaySearch(request, releasedUntil: releasedUntil, memory: memory)
        let latest = min(request.latest, capacity.lastPage)
        let days = firstOpenDay(search, memory, &capacity, until: latest)..<latest + 1
        guard !days.isEmpty else { return nil }
        var best: Found?
        look(search, &capacity, capacity.range(team: request.team, step: request.step), days, isOwnStep: true, &best)
        if request.step == .low, request.kind == .firstAppointment {
            // In an assessment week therapists see people for step 2 as well (PO-1): of their days nothing is known.
            let afresh = DaySearch(request, releasedUntil: releasedUntil, memory: [])
            look(afresh, &capacity, capacity.range(team: request.team, step: .high), days, isOwnStep: false, &best)
        }
        return best?.offer
    }

    /// An offer, and the turn of its clinician on its day.
    private struct Found {
        var offer: SlotOffer
        var turn: UInt32
    }

    /// The first day that is not known to be full for everybody; the day after the last if there is none.
    private func firstOpenDay(
        _ search: DaySearch, _ memory: SearchMemory, _ capacity: inout Capacity, until latest: CivilDay
    ) -> CivilDay {
        var day = max(request.earliest.day, capacity.first)
        guard memory.contains(.uses) else { return min(day, latest + 1) }
        let group = request.team * 2 + Int(request.step.rawValue)
        let bits = FullDays.bits(request, anyPurpose: false)
        let releasedBits = FullDays.bits(request, anyPurpose: true)
        while day <= latest, capacity.fullDays.isFull(group, day, search.isReleased(day) ? releasedBits : bits) {
            day = day + 1
        }
        return min(day, latest + 1)
    }

    /// What is known of full pages says something of a request that is as long as those it was learned from, or longer;
    /// one that is as long may add to it.
    private func memory(_ learnedMinutes: [Int]) -> SearchMemory {
        let index = (request.team * 2 + Int(request.step.rawValue)) * 3 + Int(request.kind.rawValue)
        if request.minutes == learnedMinutes[index] { return [.uses, .learns] }
        return request.minutes > learnedMinutes[index] ? .uses : []
    }

    /// Looks for an earlier start than that of `best` among some clinicians.
    private func look(
        _ search: DaySearch, _ capacity: inout Capacity, _ members: Range<Int>, _ days: Range<CivilDay>,
        isOwnStep: Bool, _ best: inout Found?
    ) {
        for clinician in members {
            guard let minutes = capacity.clinicians[clinician].minutes(request.minutes, for: request.needs) else {
                continue
            }
            let last = min(days.upperBound - 1, best?.offer.start.day ?? days.upperBound)
            var day = days.lowerBound
            var page = capacity.page(clinician, day)
            while day <= last {
                if capacity.fullPages[page] & search.fullBits(on: day) == 0, !capacity.calendar.isHoliday(day),
                    isOwnStep || capacity.servesStepBelow(request.kind, step: .high, team: request.team, on: day),
                    capacity.clinicians[clinician].mayTake(request, on: day),
                    let offer = slot(search, &capacity, with: clinician, minutes, on: day, reasons: .firstThatFits)
                {
                    let turn = Capacity.turn(clinician - members.lowerBound, on: day)
                    if best.map({ (offer.start, turn) < ($0.offer.start, $0.turn) }) ?? true {
                        best = Found(offer: offer, turn: turn)
                    }
                    break
                }
                day = day + 1
                page += 1
            }
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
        guard let minutes = capacity.clinicians[clinician].minutes(request.minutes, for: request.needs) else {
            return nil
        }
        let latest = min(request.latest, capacity.clinicians[clinician].lastDay, capacity.lastPage)
        var day = max(request.earliest.day, capacity.first)
        var page = capacity.page(clinician, day)
        while day <= latest {
            if capacity.fullPages[page] & search.fullBits(on: day) == 0, !capacity.calendar.isHoliday(day),
                let offer = slot(search, &capacity, with: clinician, minutes, on: day, reasons: .continuity)
            {
                return offer
            }
            day = day + 1
            page += 1
        }
        return nil
    }

    /// The earliest slot with one clinician on one day, whose page is not known to be full.
    /// - Parameter minutes: how long it is with this clinician.
    private func slot(
        _ search: DaySearch, _ capacity: inout Capacity, with clinician: Int, _ minutes: Int, on day: CivilDay,
        reasons: OfferReasons
    ) -> SlotOffer? {
        let isReleased = search.isReleased(day)
        let isPart = search.isBounded && day == search.firstDay
        let grid = isReleased ? WorkingWeeks.anyPurpose : Int(search.purpose.rawValue)
        let open =
            capacity.open(clinician, on: day, grid, closing: search.closing)
            & (isPart ? search.firstWishes : search.wishes)
        var starts = open.isEmpty ? open : open.starts(ofRuns: search.length)
        guard !starts.isEmpty else {
            if !isPart {
                capacity.fullPages[capacity.page(clinician, day)] |=
                    isReleased ? search.releasedLearnedBits : search.learnedBits
            }
            return nil
        }
        let length = Quanta.spanning(minutes: minutes)
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
