import CareModel
import Workbench

/// What was entered, in the words of the command.
extension PlanForm {
    /// What was entered, in the words of the command.
    struct Reading {
        var wish: PlanWish
        var name: String
        var asked: [AskedLine] = []
        var faults: [Page.Fault] = []
        /// Where each target and choice was entered, by its words.
        var places: [(text: String, field: String)] = []
    }

    func read(_ form: WebForm) -> Reading {
        let entered = Entered(form)
        var reading = Reading(wish: menu.wish, name: entered.optionalText("name", most: 80) ?? "")
        reading.wish.weeks = entered.number("weeks", "how many weeks to look ahead", PlanMenu.weeksAllowed)
        reading.asked.append(AskedLine("Scenario", menu.title))
        for name in Self.targets { readTarget(name, entered, &reading) }
        if reading.wish.targets.isEmpty, entered.faults.isEmpty {
            entered.fault("t1.measure", "Choose what is to be reached")
        }
        for name in Self.choices { readChoice(name, entered, &reading) }
        for line in (form.text("more") ?? "").split(separator: "\n") {
            let text = line.trimmingWhitespace
            guard !text.isEmpty else { continue }
            reading.wish.variations.append(text)
            reading.places.append((text, "more"))
            reading.asked.append(AskedLine("May be chosen", text))
        }
        readLimits(entered, &reading)
        reading.faults += entered.faults
        return reading
    }

    private func readTarget(_ name: String, _ entered: Entered, _ reading: inout Reading) {
        guard let chosen = entered.form.text("\(name).measure"),
            let measure = menu.measures.first(where: { $0.name == chosen })
        else {
            if entered.form.text("\(name).level") != nil, name != "t1" {
                entered.fault("\(name).measure", "Choose what is to be \(entered.form.text("\(name).level") ?? "")")
            }
            return
        }
        let isToday = entered.form[("\(name).held")] == "today"
        guard let level = level("\(name).level", measure, isToday: isToday, entered) else { return }
        let weeks = reading.wish.weeks ?? menu.weeks
        let last = menu.starts + Int32(7 * weeks - 1)
        func day(_ field: String, _ usual: CivilDay) -> CivilDay? {
            guard let day = entered.optionalDay(field, "a day") else { return nil }
            if day >= menu.starts, day <= last { return day }
            entered.fault(
                field,
                "The forecast goes from \(menu.starts.shortWords) to \(last.shortWords): enter a day of it, or "
                    + "more weeks to look ahead")
            return usual
        }
        let (from, to) = (day("\(name).from", menu.starts), day("\(name).to", last))
        if let from, let to, to < from { entered.fault("\(name).to", "It is before the first day") }
        let span = from == nil && to == nil ? "" : "@\(from ?? menu.starts)..\(to ?? last)"
        let side = entered.form[("\(name).side")] == "<=" ? "<=" : ">="
        let chance = Self.chances.first { $0.0 == entered.form["\(name).chance"] } ?? Self.chances[1]
        let team = menu.teams.first { $0.name == entered.form["\(name).team"] }
        let text = "\(team.map { "\($0.name):" } ?? "")\(measure.name)\(side)\(level)\(span)~\(chance.0)"
        reading.wish.targets.append(text)
        reading.places.append((text, "\(name).level"))
        let days =
            span.isEmpty
            ? "in the last year" : "from \((from ?? menu.starts).shortWords) to \((to ?? last).shortWords)"
        reading.asked.append(
            AskedLine(
                "To be reached",
                "\(measure.title)\(team.map { " in \($0.title)" } ?? ""): at \(side == ">=" ? "least" : "most") "
                    + "\(level.replacing("today", with: "today ").trimmingWhitespace), \(days), in \(chance.1)"))
    }

    /// A level in the command's words; nil, and a fault, for what is none.
    private func level(_ field: String, _ measure: PlanMenu.Item, isToday: Bool, _ entered: Entered) -> String? {
        let isShare = measure.unit == .share
        let example = isShare ? "90%" : "28"
        guard let text = entered.form.text(field)?.replacing(",", with: "").replacing("£", with: "") else {
            if isToday { return "today" }
            entered.fault(field, "Enter how much it is to be, for example \(example)")
            return nil
        }
        let isPercent = text.hasSuffix("%")
        guard let number = NumberText.number(isPercent ? String(text.dropLast()) : text), number.isFinite,
            isPercent == isShare || number == 0
        else {
            let share = "It is a share: enter it with a percent sign, for example 90%"
            entered.fault(field, isShare ? share : "Enter a number, for example 28")
            return nil
        }
        let amount = NumberText.of(abs(number)) + (isShare ? "%" : "")
        guard isToday else { return (number < 0 ? "-" : "") + amount }
        return number == 0 ? "today" : "today\(number < 0 ? "-" : "+")\(amount)"
    }

    private func readChoice(_ name: String, _ entered: Entered, _ reading: inout Reading) {
        let ends = ["\(name).least", "\(name).most"].map { entered.form.text($0)?.replacing("%", with: "") }
        guard let what = entered.form.text("\(name).what"), let subject = subjects.first(where: { $0.name == what })
        else {
            if ends.contains(where: { $0 != nil }) { entered.fault("\(name).what", "Choose what this is of") }
            return
        }
        let isReferrals = what.hasSuffix("referrals")
        var text = what
        if isReferrals || ends.contains(where: { $0 != nil }) {
            let numbers = zip(["\(name).least", "\(name).most"], ends).map { field, end -> Int? in
                guard let end, let number = Int(end), (-999...999).contains(number) else {
                    entered.fault(field, "Enter a whole number from -999 to 999")
                    return nil
                }
                return number
            }
            guard let least = numbers[0], let most = numbers[1] else { return }
            guard least <= most else { return entered.fault("\(name).most", "It is less than the first") }
            text += isReferrals ? "=\(least)%..\(most)%/5%" : "=\(least)..\(most)"
        }
        if !isReferrals, !what.hasSuffix("screening"), let day = entered.optionalDay("\(name).day", "a day") {
            text += "@\(day)"
        }
        reading.wish.variations.append(text)
        reading.places.append((text, "\(name).what"))
        let range = ends.compactMap { $0 }.joined(separator: " to ")
        reading.asked.append(
            AskedLine("May be chosen", subject.title + (range.isEmpty ? "" : ": \(range)\(isReferrals ? "%" : "")")))
    }

    private func readLimits(_ entered: Entered, _ reading: inout Reading) {
        reading.wish.best = entered.form["best"] == "change" ? "change" : "cost"
        let pounds: Int? = entered.optionalNumber("most-cost", "pounds a year", 0...1_000_000_000)
        reading.wish.mostPounds = pounds.map(Double.init)
        reading.wish.hiresAQuarter = entered.optionalNumber("hires-per-quarter", "posts", 1...999)
        reading.wish.letsWaitsMove = entered.isTicked("let-waits-move")
        reading.wish.budget = entered.number("budget", "how many runs", PlanMenu.budgetsAllowed)
        reading.wish.seed = entered.number("seed", "a seed", 0...UInt64(Int64.max))
        if reading.wish.variations.isEmpty {
            reading.asked.append(
                AskedLine("May be chosen", "More PWPs and high-intensity therapists, as fast as has ever been hired"))
        }
        let best = reading.wish.best == "change" ? "the smallest change" : "what costs least"
        reading.asked.append(AskedLine("Best is", best))
        if let pounds { reading.asked.append(AskedLine("Costs at most", "£\(NumberText.grouped(pounds)) a year")) }
        if let hires = reading.wish.hiresAQuarter {
            let posts = counted(hires, "post", "posts")
            reading.asked.append(AskedLine("Filled in a quarter", "\(posts) of a role in a team"))
        }
        if reading.wish.letsWaitsMove { reading.asked.append(AskedLine("Other waits", "may get longer")) }
        reading.asked.append(
            AskedLine("Runs", "\(NumberText.grouped(reading.wish.budget)) at most, seed \(reading.wish.seed)"))
    }
}

extension StringProtocol {
    fileprivate var trimmingWhitespace: String {
        split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}
