import Allocation
import ArgumentParser
import BookingService
import BookingStore
import CareModel

/// What became of an appointment, on the command line.
struct ContactOptions: ParsableArguments {
    @Option(help: "5 on time, 6 late but seen, 7 too late, 3 did not attend.")
    var code: UInt8?

    @Option(help: "PHQ-9 and GAD-7, as 14,12.")
    var scores: ScorePair?

    @Option(
        name: .customLong("item-9"),
        help: "The ninth item of PHQ-9, 0 to 3: at 3 a task asks the clinician to think about it within 48 hours.")
    var itemNine: UInt8?

    @Option(help: "First appointment: the step agreed, 2 or 3.")
    var step: Int?

    @Option(help: "First appointment: the therapy agreed.")
    var modality: String?

    @Option(help: "First appointment without treatment here: advice-only, signposted, referred-on, declined-treatment.")
    var end: String?

    @Option(help: "Session: goes-on (the default), completed, stops, step-up or step-down.")
    var next: String?

    @Option(
        help: "Call: keeps-waiting (the default), quicker, readier, no-longer-needed or risk-risen.")
    var call: String?

    @Flag(help: "First appointment or call: the person works with computerised CBT while waiting.")
    var computerised = false

    @Flag(help: "A supervisor agrees to more sessions, or to go on at the limit of misses.")
    var exception = false

    @Flag(help: "Missed: the episode ends, if this is the miss at which the rule ends it (AT-3).")
    var endCourse = false

    @Flag(help: "Missed: it goes on at the limit of misses until a supervisor has decided: a task asks for it (AT-3).")
    var askException = false

    @Flag(help: "Risk was found: somebody acts on it today (ST-7).")
    var risk = false

    @OptionGroup var supervisor: SupervisorOptions

    static let ends: [EndReason] = [.adviceOnly, .signposted, .referredOn, .declinedTreatment, .notSuitable]

    func validate() throws {
        guard code.map({ [3, 5, 6, 7].contains($0) }) ?? true else {
            throw ValidationError(
                "--code is 3, 5, 6 or 7; a cancellation is recorded by 'cancel' (--said-at, once its time has passed).")
        }
        if let step, step != 2, step != 3 { throw ValidationError("--step is 2 or 3.") }
        if let itemNine, itemNine > 3 { throw ValidationError("--item-9 is 0, 1, 2 or 3.") }
        if let modality, !Modality.individual.contains(where: { $0.name == modality }) {
            let names = Modality.individual.map(\.name).joined(separator: ", ")
            throw ValidationError("--modality is one of \(names).")
        }
        if let end, !Self.ends.contains(where: { $0.name == end }) {
            throw ValidationError("--end is one of \(Self.ends.map(\.name).joined(separator: ", ")).")
        }
        if let next, ContactRecord.NextStep(rawValue: next) == nil {
            throw ValidationError("--next is goes-on, completed, stops, step-up or step-down.")
        }
        if let call, !CallOutcome.allCases.contains(where: { $0.name == call }) {
            throw ValidationError("--call is \(CallOutcome.allCases.map(\.name).joined(separator: ", ")).")
        }
        if code != nil, let contradiction = record.contradiction { throw ValidationError(contradiction + ".") }
    }

    /// What was said.
    var record: ContactRecord {
        var record = ContactRecord(code.flatMap(Attendance.init(rawValue:)) ?? .attendedOnTime)
        record.scores = scores?.scores
        record.itemNine = itemNine
        record.step = step.map { $0 == 2 ? .low : .high }
        record.modality = Modality.individual.first { $0.name == modality }
        record.end = Self.ends.first { $0.name == end }
        record.next = next.flatMap(ContactRecord.NextStep.init(rawValue:))
        record.call = CallOutcome.allCases.first { $0.name == call }
        record.takesComputerised = computerised
        record.exception = exception
        record.endsCourse = endCourse
        record.asksException = askException
        record.riskFound = risk
        record.agreement = supervisor.agreement
        return record
    }
}
