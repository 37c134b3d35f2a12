public import CareModel

/// A case that is brought to the monthly case-management review (CL-16).
public struct CaseForReview: Codable, Hashable, Sendable {
    /// Who brings it: the clinician who has the person on the caseload, else whoever assessed; nil if nobody is known.
    public var clinician: Int32?
    /// What that clinician is called.
    public var clinicianName: String?
    /// The person's number.
    public var person: Int64
    /// The person's name.
    public var name: String?
    /// Where the person is.
    public var state: EpisodeState
    /// The step of the course, or that they wait for.
    public var step: Step
    /// Contacts of treatment so far.
    public var contacts: Int
    /// Missed or cancelled appointments that count.
    public var missed: Int
    /// The latest scores; nil if none were taken.
    public var scores: Scores?
    /// The first contact, and the last.
    public var firstContact: CivilDay?
    public var lastContact: CivilDay?
    /// Whether an appointment, or a seat in a course, is booked.
    public var isBooked: Bool
    /// Why it is brought, in the order of the checklist; one or more.
    public var reasons: [CaseReason]
}

extension CaseForReview: PersonInList {
    var listed: Int64? { person }
}

extension CaseForReview {
    /// The questions that supervisors ask about it, in words.
    public var questions: String { reasons.map(\.question).joined(separator: "; ") }

    /// The list as a table for a spreadsheet: a line for each case.
    public static func table(_ cases: [CaseForReview]) -> DataTable {
        DataTable("case-management.csv", columns, cases)
    }

    private static let columns: [DataColumn<CaseForReview>] =
        [
            .number(
                "clinician", "", "Who brings the case, by number from 0.",
                orNothing: { $0.clinician.map(Double.init) }),
            .text("clinician_name", "What that clinician is called.", isOptional: true) { $0.clinicianName ?? "" },
            .integer("person", "", "The person's number.") { Int($0.person) },
            .text("name", "The person's name.", isOptional: true) { $0.name ?? "" },
            .text("state", "Where the person is.") { $0.state.name },
            .integer("step", "", "The step of the course, or that they wait for.") { $0.step == .low ? 2 : 3 },
            .integer("contacts", "contacts", "Contacts of treatment so far.") { $0.contacts },
            .integer("missed", "appointments", "Missed or cancelled appointments that count.") { $0.missed },
            .number("phq_9", "points", "The latest PHQ-9.", orNothing: { $0.scores.map { Double($0.depression) } }),
            .number("gad_7", "points", "The latest GAD-7.", orNothing: { $0.scores.map { Double($0.anxiety) } }),
            .day("first_contact", "The first contact.", orNothing: { $0.firstContact }),
            .day("last_contact", "The last contact.", orNothing: { $0.lastContact }),
            .flag("is_booked", "Whether an appointment is booked.") { $0.isBooked },
        ]
        + CaseReason.allCases.map { reason in
            .flag(reason.name.replacing("-", with: "_"), "Brought because: " + reason.question + ".") {
                $0.reasons.contains(reason)
            }
        }
}
