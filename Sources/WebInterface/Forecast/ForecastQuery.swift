import Foundation
import Workbench

/// What stands in the address of a forecast: the scenario, how far ahead, and of up to four what-ifs which sliders are
/// where. So an address is all that there is to a what-if, and can be given to others.
struct ForecastQuery {
    /// The what-ifs are told by letters.
    static let letters = ["a", "b", "c", "d"]

    var scenario: String
    var weeks: String
    /// The what-if whose sliders are shown.
    var edit: String
    /// Fields of what-ifs, as they were entered.
    var fields: [(name: String, value: String)]

    init(_ form: WebForm, _ bench: Bench) {
        scenario = form.text("scenario") ?? Self.usual(bench)
        weeks = form.text("weeks") ?? "\(Question.usualWeeks)"
        edit = form.text("edit").flatMap { Self.letters.contains($0) ? $0 : nil } ?? "a"
        fields = form.fields.filter { field in
            !field.value.isEmpty && Self.letters.contains { field.name.hasPrefix("\($0).") }
        }
    }

    /// The address of something kept.
    init(_ question: Question) {
        (scenario, weeks, edit) = (question.scenario, "\(question.weeks)", "a")
        fields = zip(Self.letters, question.whatIfs).flatMap { letter, whatIf in
            [("\(letter).name", whatIf.name)]
                + whatIf.settings.map { ("\(letter).\($0.slider)", ForecastBoard.number($0.value)) }
        }
    }

    /// The service's own scenario, else that of the file that comes with every program, else the first.
    static func usual(_ bench: Bench) -> String {
        let names = bench.shelf.entries.map(\.name)
        let wanted = [ScenarioShelf.ownName, "north-essex"].first { names.contains($0) }
        return wanted ?? names.first ?? ""
    }

    /// A field as it was entered.
    subscript(_ name: String) -> String? { fields.last { $0.name == name }?.value }

    /// What a what-if is called.
    func name(_ letter: String) -> String {
        self["\(letter).name"].map { String($0.prefix(SavedFault.longestName)) } ?? "What-if \(letter.uppercased())"
    }

    /// Whether anything is entered of a what-if.
    func isThere(_ letter: String) -> Bool { fields.contains { $0.name.hasPrefix("\(letter).") } }

    /// What is asked, with what is wrong in it; what-ifs in which nothing is moved are left out.
    func question(_ sliders: [Slider]) -> (question: Question, faults: [Page.Fault]) {
        var faults: [Page.Fault] = []
        let number = Int(weeks)
        if number.map({ Question.weeksAllowed.contains($0) }) != true {
            faults.append(Page.Fault(field: "weeks", words: BenchFault.weeks(Question.weeksAllowed).words))
        }
        let whatIfs = Self.letters.compactMap { letter -> WhatIf? in
            let settings = sliders.compactMap { slider -> WhatIf.Setting? in
                guard let text = self["\(letter).\(slider.id)"] else { return nil }
                do throws(SliderFault) {
                    let value = try slider.reading(text)
                    return value == slider.now ? nil : WhatIf.Setting(slider: slider.id, value: value)
                } catch {
                    faults.append(Page.Fault(field: "\(letter).\(slider.id)", words: "\(name(letter)), \(error.words)"))
                    return nil
                }
            }
            return settings.isEmpty ? nil : WhatIf(name: name(letter), settings: settings)
        }
        return (Question(scenario: scenario, weeks: number ?? Question.usualWeeks, whatIfs: whatIfs), faults)
    }

    /// As it stands in an address.
    func encoded(edit: String? = nil, _ more: [(String, String)] = []) -> String {
        let all = [("scenario", scenario), ("weeks", weeks), ("edit", edit ?? self.edit)] + fields + more
        var parts = URLComponents()
        parts.queryItems = all.map { URLQueryItem(name: $0.0, value: $0.1) }
        // A plus is a blank to whoever reads a form.
        return (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    }
}
