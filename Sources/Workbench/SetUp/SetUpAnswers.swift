import CareModel

/// What somebody answered of their own service.
public struct SetUpAnswers: Hashable, Sendable, Codable {
    /// What the service is called.
    public var title: String
    /// Numbers by question; what was left open is not there. For lookup only.
    public var numbers: [String: Double]

    /// Answers.
    public init(title: String, numbers: [String: Double]) {
        self.title = title
        self.numbers = numbers
    }

    /// Reads answers as they were entered.
    /// - Parameter entered: what stands in the field of a question; nil or empty is left open.
    /// - Returns: the answers, and what is wrong in them.
    public static func read(_ entered: (String) -> String?) -> (answers: SetUpAnswers, faults: [SetUpFault]) {
        var answers = SetUpAnswers(title: "", numbers: [:])
        var faults: [SetUpFault] = []
        answers.title = Self.plain(entered(SetUpQuestion.title) ?? "")
        if !(1...SetUpQuestion.longestTitle).contains(answers.title.count) {
            faults.append(
                SetUpFault(
                    question: SetUpQuestion.title,
                    words: "Say what the service is called, in 1 to \(SetUpQuestion.longestTitle) letters"))
        }
        for question in SetUpQuestion.all {
            guard let text = entered(question.id), !text.allSatisfy(\.isWhitespace) else {
                if question.isNeeded {
                    faults.append(
                        SetUpFault(
                            question: question.id, words: "\(question.words): enter a number, \(question.allowed)"))
                }
                continue
            }
            do throws(SetUpFault) {
                answers.numbers[question.id] = try question.reading(text.filter { !$0.isWhitespace })
            } catch {
                faults.append(error)
            }
        }
        return (answers, faults + answers.missingStaff(faults))
    }

    /// One line, without what no keyboard makes.
    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Each step has somebody.
    private func missingStaff(_ faults: [SetUpFault]) -> [SetUpFault] {
        [("pwp", Step.low), ("hit", .high)].compactMap { id, step in
            let staffed = SetUpStaff.all.contains { $0.role.step == step && number($0.question) > 0 }
            guard !staffed, !faults.contains(where: { $0.question == id }) else { return nil }
            return SetUpFault(
                question: id,
                words: "Somebody must work at step \(step == .low ? 2 : 3): enter at least one post of those that do")
        }
    }

    /// An answer; nothing where it was left open.
    func number(_ question: String) -> Double { numbers[question] ?? 0 }

    /// The answers with another one.
    func with(_ question: String, _ value: Double) -> SetUpAnswers {
        var answers = self
        answers.numbers[question] = value
        return answers
    }
}

/// A question that asks for posts, and of which role.
struct SetUpStaff {
    let question: String
    let role: Role

    static let all = [
        SetUpStaff(question: "pwp", role: .wellbeingPractitioner),
        SetUpStaff(question: "senior-pwp", role: .seniorWellbeingPractitioner),
        SetUpStaff(question: "trainee-pwp", role: .traineeWellbeingPractitioner),
        SetUpStaff(question: "hit", role: .highIntensityTherapist),
        SetUpStaff(question: "senior-hit", role: .seniorHighIntensityTherapist),
        SetUpStaff(question: "trainee-hit", role: .traineeHighIntensityTherapist),
    ]
}
