import Allocation
import BookingStore
import CareModel

extension BookingService {
    /// The cases that are brought to the monthly case-management review today, each with its reasons (CL-16): by
    /// clinician, those with the most reasons first, then by number. Cases that nobody is known to bring are last.
    /// - Parameter clinician: of one clinician only, by index; nil is all.
    public func caseManagement(
        clinician: Int32? = nil, in context: Context
    ) throws(BookingError) -> [CaseForReview] {
        try look(context, .caseManagement) { try CasesForReview(step: $0).cases(of: clinician) }
    }
}

/// The cases for the monthly review, as they are read.
private struct CasesForReview: StepPart {
    let step: CommandStep

    /// The cases of one clinician, or all.
    func cases(of clinician: Int32?) throws -> [CaseForReview] {
        if let clinician { _ = try step.index(ofClinician: clinician) }
        var cases: [CaseForReview] = []
        for index in box.desk.episodes.indices {
            let reviewer = Int32(box.desk.caseReviewer(index))
            guard clinician.map({ $0 == reviewer }) ?? true else { continue }
            if let found = caseForReview(index, by: reviewer) { cases.append(found) }
        }
        let last = Int32.max
        return try writer.named(
            cases.sorted { one, other in
                (one.clinician ?? last, -one.reasons.count, one.person)
                    < (other.clinician ?? last, -other.reasons.count, other.person)
            })
    }

    /// A case as it is brought to the review; nil if it is not.
    private func caseForReview(_ index: Int, by reviewer: Int32) -> CaseForReview? {
        let reasons = box.desk.caseReasons(index)
        guard !reasons.isEmpty else { return nil }
        let facts = box.desk.caseFacts(index)
        let isKnown = box.clinicians.indices.contains(Int(reviewer))
        return CaseForReview(
            clinician: isKnown ? reviewer : nil, clinicianName: isKnown ? box.clinicians[Int(reviewer)].name : nil,
            person: Int64(index + 1), state: facts.state, step: facts.step, contacts: facts.contacts,
            missed: facts.missedCount, scores: facts.scores, firstContact: facts.firstContact,
            lastContact: facts.lastContact, isBooked: facts.isBooked, reasons: reasons.list)
    }
}
