import CareModel

/// The way from the list for treatment to a caseload (CL-1, CL-11, KT-1, TX-12).
enum TreatmentLists {
    /// Puts an assessed, stepped-up or handed-over person on the list for treatment (KT, ST-1, TX-12).
    static func wait(_ desk: inout DeskState, _ person: Int) {
        join(&desk, person)
        desk.emit(.waitsForTreatment(UInt32(person)))
        Office.tellOfLongWait(&desk, person)
    }

    static func join(_ desk: inout DeskState, _ person: Int) {
        // Whoever has a seat in a course waits for its start (TX-4).
        guard !desk.people[person].flags.contains(.inGroup) else { return }
        let episode = desk.people.episodes[person]
        let key = WaitingKey(
            person: UInt32(person), rank: desk.rank(episode.priority, team: desk.team(person)),
            since: episode.waitingSince,
            due: desk.standards.treatmentDue(waitingSince: episode.waitingSince, priority: episode.priority),
            under: desk.order(team: desk.team(person)))
        desk.join(.treatment, person, key: key)
    }

    /// Supervisors allocate people to clinicians with room, in the order of the list (CL-1, CL-11). A person whom
    /// nobody with room may see is passed over, and stays in place.
    static func allocate(_ desk: inout DeskState, team: Int, step: Step) {
        let index = team * 2 + Int(step.rawValue)
        var place = 0
        var passedOver = 0
        // A place that is kept for somebody is room for them, and for nobody else (CL-18).
        let keepsPlaces = CaseAllocations.isOn(desk, team: team)
        let most = keepsPlaces ? Int.max : TreatmentLists.mostPassedOver
        while place < desk.lists.treatment[index].count, passedOver < most {
            if !keepsPlaces, place == 0 || passedOver > 0 {
                guard desk.capacity.hasRoom(team: team, step: step, today: desk.now.day) else { return }
            }
            let person = Int(desk.lists.treatment[index][place].person)
            if !desk.hasBegun(person), let offer = soonest(&desk, person) {
                takeOn(&desk, person, offer)
            } else {
                place += 1
                passedOver += 1
            }
        }
    }

    /// People that a round looks past before it leaves the rest for the next day.
    private static var mostPassedOver: Int { 40 }

    /// What a person on the list for treatment needs of a clinician.
    @inline(__always)
    static func request(_ desk: borrowing DeskState, _ person: Int) -> CourseRequest {
        let team = desk.team(person)
        let episode = desk.people.episodes[person]
        let horizonDays = episode.step == .low ? desk.rules[team].lowHorizonDays : desk.rules[team].highHorizonDays
        var session = SlotRequest(
            kind: .treatment, minutes: desk.course(team, episode.step).sessionMinutes, team: team, step: episode.step,
            earliest: max(desk.earliest(person), desk.people[person].notBefore.start),
            latest: desk.now.day + Int32(horizonDays))
        session.isUnder18 = desk.isUnder18(person)
        if desk.asksForMore(person) { session.needs = desk.askedNeeds(person, .treatment) }
        let due = desk.standards.treatmentDue(waitingSince: episode.waitingSince, priority: episode.priority)
        session.timeOfDay = desk.now.day < due ? desk.people.referrals[person].timeOfDay : .any
        return CourseRequest(modality: episode.modality, preferred: desk.people[person].assessor, session: session)
    }

    /// The clinician who would take a person on today, with the first session; nil if nobody can (CL-1, TX-12). Whoever
    /// is allocated waits for the diary of the clinician who has them (CL-18).
    static func soonest(_ desk: inout DeskState, _ person: Int) -> SlotOffer? {
        var request = request(desk, person)
        if let own = desk.allocated(person) {
            return desk.earliestSlot(request.session, for: person, with: own)
        }
        while true {
            let offer = desk.capacity.clinician(for: request, today: desk.now.day)
            guard let offer, let end = desk.endOfGivenUp(offer, person) else { return offer }
            request.session.earliest = end
        }
    }

    /// A clinician takes a person on, with the first session (CL-1, CL-11).
    static func takeOn(_ desk: inout DeskState, _ person: Int, _ offer: SlotOffer) {
        desk.cancelBooking(person, .treatmentBegins)
        desk.leaveList(person)
        ComputerisedSupport.stop(&desk, person)
        desk.join(caseloadOf: Int(offer.clinician), person, step: desk.people.episodes[person].step)
        desk.move(person, .allocated(clinician: offer.clinician))
        desk.emit(.takenOn(UInt32(person), clinician: offer.clinician, group: -1))
        desk.book(person, .treatment, offer, takesOn: true)
    }
}
