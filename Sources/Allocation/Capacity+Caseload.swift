public import CareModel

/// What a course needs of the clinician who takes it on.
@frozen
public struct CourseRequest: Sendable, BitwiseCopyable {
    /// The therapy.
    public var modality: Modality
    /// The clinician who assessed, preferred for continuity; -1 if none (TX-12).
    public var preferred: Int32
    /// The first session.
    public var session: SlotRequest

    /// A request.
    @inlinable
    public init(modality: Modality, preferred: Int32, session: SlotRequest) {
        self.modality = modality
        self.preferred = preferred
        self.session = session
    }
}

extension Capacity {
    /// Whether a clinician may be allocated a new person today (CL-1, CL-6, CL-7, CL-8): room under the cap, not
    /// winding down, not in the days before a planned long absence, the starter's meter not used up.
    @inlinable
    public func mayTakeOn(_ clinician: Int, today: CivilDay) -> Bool {
        let who = clinicians[clinician]
        return who.headroom > 0 && today < who.windsDownFrom && who.meterAllows(on: today)
            && absence(clinician, on: today).isDisjoint(with: AbsenceReason.closedToNewPeople)
    }

    /// The clinician who takes a person on, with the first session: the one who assessed if that is possible, else the
    /// emptiest caseload with a session free in the horizon; ties by index (CL-1, CL-11, TX-12). O(clinicians).
    @inlinable
    public mutating func clinician(for request: CourseRequest, today: CivilDay) -> SlotOffer? {
        let members = range(team: request.session.team, step: request.session.step)
        let preferred = Int(request.preferred)
        if members.contains(preferred), let offer = firstSession(request, with: preferred, today: today) {
            return offer
        }
        var tried = 0
        while tried < members.count {
            guard let candidate = emptiest(members, request, today: today) else { return nil }
            if let offer = firstSession(request, with: candidate, today: today) { return offer }
            // Only people without wishes prove a diary full; the others may just not fit it.
            guard request.session.timeOfDay == .any else { return nil }
            tried += 1
        }
        return nil
    }

    /// The clinician with the emptiest caseload, in proportion to the cap, of those who may take the person.
    @inlinable
    func emptiest(_ members: Range<Int>, _ request: CourseRequest, today: CivilDay) -> Int? {
        var best = -1
        for clinician in members where foundFullOn[clinician] != today && fits(clinician, request, today: today) {
            guard best >= 0 else {
                best = clinician
                continue
            }
            let one = clinicians[clinician]
            let other = clinicians[best]
            if Int64(one.caseload) * Int64(other.caseloadCap) < Int64(other.caseload) * Int64(one.caseloadCap) {
                best = clinician
            }
        }
        return best >= 0 ? best : nil
    }

    @inlinable
    func fits(_ clinician: Int, _ request: CourseRequest, today: CivilDay) -> Bool {
        clinicians[clinician].trainedIn.contains(request.modality) && mayTakeOn(clinician, today: today)
            && (!request.session.isUnder18 || clinicians[clinician].seesUnder18)
    }

    @inlinable
    mutating func firstSession(_ request: CourseRequest, with clinician: Int, today: CivilDay) -> SlotOffer? {
        guard foundFullOn[clinician] != today, fits(clinician, request, today: today) else { return nil }
        if let offer = earliestSlot(request.session, with: clinician, today: today) { return offer }
        if request.session.timeOfDay == .any { foundFullOn[clinician] = today }
        return nil
    }

    /// Whether anyone at a step of a team could take one more person today. O(clinicians).
    public func hasRoom(team: Int, step: Step, today: CivilDay) -> Bool {
        range(team: team, step: step).contains { foundFullOn[$0] != today && mayTakeOn($0, today: today) }
    }

    /// Puts a person on a caseload; the caller has asked ``mayTakeOn(_:today:)``, or has a reason to override (CL-1).
    public mutating func takeOn(_ clinician: Int, today: CivilDay) {
        clinicians[clinician].caseload += 1
        if clinicians[clinician].meteredWeek != today.monday {
            clinicians[clinician].meteredWeek = today.monday
            clinicians[clinician].takenThisWeek = 0
        }
        clinicians[clinician].takenThisWeek += 1
    }

    /// Puts somebody back on the caseload that already held them, as when a service is loaded: the meter does not count it.
    public mutating func restoreToCaseload(_ clinician: Int) { clinicians[clinician].caseload += 1 }

    /// Takes a person off a caseload.
    public mutating func letGo(_ clinician: Int) {
        precondition(clinicians[clinician].caseload > 0, "an empty caseload cannot shrink")
        clinicians[clinician].caseload -= 1
    }
}
