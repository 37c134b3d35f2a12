import CareModel

/// A question by which somebody describes their own service: what is asked, and what may be answered.
public struct SetUpQuestion: Sendable {
    /// What a question is about; those of one kind are asked together.
    public enum Part: String, CaseIterable, Sendable {
        /// What it is called, and how much comes to it.
        case service = "The service"
        /// Who works there.
        case staff = "Posts, as people"
        /// How they work.
        case work = "How they work"
        /// Who is there today.
        case list = "Who waits, and who is in treatment, today"
    }

    /// Names it in forms and in what is kept.
    public let id: String
    /// What it is about.
    public let part: Part
    /// The question, in a few words.
    public let words: String
    /// What else one must know to answer.
    public let hint: String
    /// What the number counts.
    public let unit: String
    /// What may be answered.
    public let range: ClosedRange<Double>
    /// Whether it is a whole number.
    public let isWhole: Bool
    /// Whether there is no service without it; what is left open of others stays as it is usually assumed.
    public let isNeeded: Bool

    private init(
        _ id: String, _ part: Part, _ words: String, _ unit: String, _ range: ClosedRange<Double>,
        isWhole: Bool = true, isNeeded: Bool = false, hint: String = ""
    ) {
        (self.id, self.part, self.words, self.hint, self.unit) = (id, part, words, hint, unit)
        (self.range, self.isWhole, self.isNeeded) = (range, isWhole, isNeeded)
    }

    /// What the service is called, the one answer that is no number.
    public static let title = "title"
    /// Most letters of it.
    public static let longestTitle = 60

    /// All that are asked for a number. With the name of the service they are twenty.
    public static let all: [SetUpQuestion] = [
        SetUpQuestion("population", .service, "People registered with the area's practices", "people", 0...10_000_000),
        SetUpQuestion("referrals", .service, "Referrals a week", "referrals", 1...2_000, isNeeded: true),
        SetUpQuestion("pwp", .staff, "PWPs", "posts", 0...200),
        SetUpQuestion("senior-pwp", .staff, "Senior PWPs", "posts", 0...200),
        SetUpQuestion("trainee-pwp", .staff, "Trainee PWPs", "posts", 0...200),
        SetUpQuestion("hit", .staff, "High-intensity therapists", "posts", 0...200),
        SetUpQuestion("senior-hit", .staff, "Senior high-intensity therapists", "posts", 0...200),
        SetUpQuestion("trainee-hit", .staff, "Trainee high-intensity therapists", "posts", 0...200),
        SetUpQuestion(
            "wte", .work, "How much of a whole-time post each works", "%", 20...100,
            hint: "Trainees work whole time."),
        SetUpQuestion(
            "hours", .work, "Clinical hours a week that a whole-time PWP or therapist completes",
            "hours", 5...28, isWhole: false, hint: "Seniors and trainees fewer, in proportion."),
        SetUpQuestion(
            "high-share", .work, "Of 100 who enter, how many go straight to step 3", "in 100", 0...95),
        SetUpQuestion(
            "low-sessions", .work, "Sessions that a course at step 2 takes, after the assessment", "sessions", 1...20,
            isWhole: false),
        SetUpQuestion(
            "high-sessions", .work, "Sessions that a course at step 3 takes, after the assessment", "sessions", 1...40,
            isWhole: false),
        SetUpQuestion("missed", .work, "Of 100 appointments, how many are missed (DNA)", "in 100", 0...50),
        SetUpQuestion(
            "waiting-first", .list, "Wait for a first appointment", "people", 0...20_000, hint: "Not yet booked."),
        SetUpQuestion(
            "waiting-first-days", .list, "Days that they have waited so far, on average", "days", 0...1_000),
        SetUpQuestion("waiting-low", .list, "Are assessed, and wait for step 2", "people", 0...20_000),
        SetUpQuestion(
            "waiting-high", .list, "Are assessed, and wait for step 3", "people", 0...20_000, hint: "Step-ups too."),
        SetUpQuestion("in-treatment", .list, "Are in treatment", "people", 0...20_000),
    ]

    /// A question by its name.
    public static func named(_ id: String) -> SetUpQuestion? { all.first { $0.id == id } }

    /// What may be answered: `1 to 2,000 referrals`.
    public var allowed: String {
        let (low, high) = (NumberText.dense(range.lowerBound), NumberText.dense(range.upperBound))
        return unit == "in 100" || unit == "%" ? "\(low) to \(high)" : "\(low) to \(high) \(unit)"
    }

    /// Reads an answer.
    /// - Throws: a fault that says what would be allowed.
    func reading(_ text: String) throws(SetUpFault) -> Double {
        guard let value = NumberText.number(text.replacing(",", with: "")), value.isFinite else {
            throw SetUpFault(question: id, words: "\(words): enter a number, \(allowed)")
        }
        guard range.contains(value) else {
            throw SetUpFault(
                question: id, words: "\(words): \(allowed), not \(text.prefix(20))")
        }
        guard !isWhole || value == value.rounded() else {
            throw SetUpFault(question: id, words: "\(words): a whole number, \(allowed)")
        }
        return value
    }
}

/// Something wrong in an answer.
public struct SetUpFault: Error, Hashable, Sendable {
    /// Which question.
    public let question: String
    /// What is wrong, and what would be allowed.
    public let words: String
}
