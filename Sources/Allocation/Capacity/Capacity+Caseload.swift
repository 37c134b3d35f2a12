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
    /// Whether a clinician may be allocated a new person today (CL-1, CL-6, CL-7, CL-8, CL-17): room under the cap, not
    /// winding down, not in the days before a planned long absence, the starter's meter not used up, no late notes.
    @inlinable @inline(__always)
    public func mayTakeOn(_ clinician: Int, today: CivilDay) -> Bool {
        clinicians[clinician].headroom > 0 && clinicians[clinician].role.holdsCases
            && today < clinicians[clinician].windsDownFrom
            && clinicians[clinician].meterAllows(on: today)
            && absence(clinician, on: today).isDisjoint(with: AbsenceReason.closedToNewPeople)
            && !clinicians[clinician].owesNotes
    }

    /// How many new people a clinician may be allocated today: the room on the caseload and on the starter's meter, 0
    /// where ``mayTakeOn(_:today:)`` says no (CL-1, CL-6, CL-7, CL-8).
    public func openings(_ clinician: Int, today: CivilDay) -> Int32 {
        guard mayTakeOn(clinician, today: today) else { return 0 }
        return min(clinicians[clinician].headroom, clinicians[clinician].meterLeft(on: today))
    }

    /// The clinician who takes a person on, with the first session: the one who assessed if that is possible, else the
    /// emptiest caseload with a session free in the horizon; ties by index (CL-1, CL-11, TX-12). O(clinicians), more
    /// where diaries turn out to be full.
    @inlinable
    public mutating func clinician(for request: CourseRequest, today: CivilDay) -> SlotOffer? {
        let members = range(team: request.session.team, step: request.session.step)
        let preferred = Int(request.preferred)
        if members.contains(preferred), let offer = firstSession(request, with: preferred, today: today) {
            return offer
        }
        var last = -1
        while let candidate = emptiest(members, after: last, request, today: today) {
            if let offer = firstSession(request, with: candidate, today: today) { return offer }
            last = candidate
        }
        return nil
    }

    /// The clinician who comes next after `last` by emptiness of caseload, of those who may take the person and whose
    /// diary
    /// is not known to be full; the first of all if `last` is -1.
    @inlinable
    mutating func emptiest(_ members: Range<Int>, after last: Int, _ request: CourseRequest, today: CivilDay) -> Int? {
        var best = -1
        for clinician in members where last < 0 || isEmptier(last, than: clinician) {
            guard best < 0 || isEmptier(clinician, than: best) else { continue }
            if !fullDiaries[clinician].excludes(request.session, today: today), fits(clinician, request, today: today) {
                best = clinician
            }
        }
        return best >= 0 ? best : nil
    }

    /// Whether one caseload is emptier than another, in proportion to the caps; ties by index.
    @inlinable @inline(__always)
    func isEmptier(_ one: Int, than other: Int) -> Bool {
        let left = Int64(clinicians[one].caseload + clinicians[one].promised) * Int64(clinicians[other].caseloadCap)
        let right = Int64(clinicians[other].caseload + clinicians[other].promised) * Int64(clinicians[one].caseloadCap)
        return left == right ? one < other : left < right
    }

    @inlinable @inline(__always)
    func fits(_ clinician: Int, _ request: CourseRequest, today: CivilDay) -> Bool {
        clinicians[clinician].mayTreat(request.modality, isUnder18: request.session.isUnder18)
            && mayTakeOn(clinician, today: today)
    }

    @inlinable
    mutating func firstSession(_ request: CourseRequest, with clinician: Int, today: CivilDay) -> SlotOffer? {
        guard !fullDiaries[clinician].excludes(request.session, today: today), fits(clinician, request, today: today)
        else {
            return nil
        }
        if let offer = earliestSlot(request.session, with: clinician, today: today) { return offer }
        // What somebody with needs does not find, others may.
        if request.session.needs.isNone { fullDiaries[clinician].learn(request.session, today: today) }
        return nil
    }

    /// Whether anyone at a step of a team could take one more person today, if they find a session. O(clinicians).
    @inlinable @inline(__always)
    public func hasRoom(team: Int, step: Step, today: CivilDay) -> Bool {
        for clinician in range(team: team, step: step) where mayTakeOn(clinician, today: today) { return true }
        return false
    }

    /// Puts a person on a caseload; the caller has asked ``mayTakeOn(_:today:)``, or has a reason to override (CL-1).
    public mutating func takeOn(_ clinician: Int, today: CivilDay) { clinicians[clinician].takeOn(today: today) }

    /// Keeps a place for somebody who is allocated (CL-18).
    mutating func keepPlace(_ clinician: Int, today: CivilDay) { clinicians[clinician].keepPlace(today: today) }

    /// Keeps a place that was kept already, as when a service is loaded.
    mutating func restorePlace(_ clinician: Int) { clinicians[clinician].promised += 1 }

    /// A place is kept no longer: the course begins, or the person goes elsewhere (CL-18).
    mutating func endPlace(_ clinician: Int) { clinicians[clinician].endPlace() }

    /// Puts somebody back on the caseload that already held them, as when a service is loaded: the meter does not
    /// count it.
    public mutating func restoreToCaseload(_ clinician: Int) { clinicians[clinician].caseload += 1 }

    /// Sets caseloads and meters to what they were, where people were taken on only to see where others would go.
    mutating func restoreCaseloads(_ before: [Clinician]) { clinicians = before }

    /// Takes a person off a caseload.
    public mutating func letGo(_ clinician: Int) { clinicians[clinician].letGo() }
}
