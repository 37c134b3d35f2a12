import CareModel
import Workbench

/// The questions as fields.
enum SetUpForm {
    /// The form, with what was entered.
    /// - Parameters:
    ///   - entered: what stands in a field.
    ///   - takesList: whether a list of people may be read.
    static func form(
        _ entered: (String) -> String?, _ faults: [Page.Fault], takesList: Bool
    ) -> Form {
        func filled(_ field: Field) -> Field {
            var field = field.with(value: entered(field.name))
            field.fault = faults.first { $0.field == field.name }?.words
            return field
        }
        var fields: [Field] = [
            filled(
                .text(SetUpQuestion.title, "What is the service called?", hint: "Where it is, as a rule", width: 20))
        ]
        for part in SetUpQuestion.Part.allCases {
            let asked = SetUpQuestion.all.filter { $0.part == part }.map { question -> Field in
                let hint = [question.hint, question.allowed].filter { !$0.isEmpty }.joined(separator: " ")
                let field = Field.number(question.id, question.words, hint: Words.capitalised(hint))
                return filled(question.isNeeded || part == .staff ? field : field.optional)
            }
            fields.append(.row("part-\(part.rawValue)", part.rawValue, asked))
            if part == .service, takesList { fields.append(list(faults)) }
        }
        return Form(
            action: "/set-up", fields: fields, button: "Make the scenario",
            second: takesList
                ? SecondButton(buttonWords: "Read the list", buttonName: "do", buttonValue: "read") : nil)
    }

    private static func list(_ faults: [Page.Fault]) -> Field {
        var field = Field.file(
            "file", "A list of who waits, a row a person",
            hint: "CSV, 1 MB at most: it answers the last questions, and nothing of it is kept but numbers",
            kinds: ".csv,.txt,.tsv,text/csv"
        ).optional
        field.fault = faults.first { $0.field == "file" }?.words
        return field
    }

    /// What is kept, as it would be entered.
    static func entered(_ answers: SetUpAnswers) -> (String) -> String? {
        { name in
            name == SetUpQuestion.title ? answers.title : answers.numbers[name].map { NumberText.of($0) }
        }
    }
}
