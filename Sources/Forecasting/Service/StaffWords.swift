import ServiceSimulation

/// What of the staff is as the database has it and not as the scenario says, in a sentence.
enum StaffWords {
    /// What stays, and who begins and leaves; nil if the staff are as the scenario says.
    static func sentence(_ staff: StaffTakenOver) -> String? {
        let sentences = [stays(staff), changes(staff)].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
    }

    private static func stays(_ staff: StaffTakenOver) -> String? {
        var parts = StaffDifference.What.allCases.compactMap { what -> String? in
            let clinicians = staff.differences.filter { $0.what == what }.map(\.clinician)
            return clinicians.isEmpty ? nil : "\(words(what)) of \(list(clinicians))"
        }
        if staff.unfilled > 0 { parts.append("want of \(staff.unfilled) post\(staff.unfilled == 1 ? "" : "s")") }
        guard !parts.isEmpty else { return nil }
        return "the forecast takes from the database, not from the scenario, the " + parts.joined(separator: "; the ")
            + " (numbers of clinicians; changes of the scenario leave these as they are)"
    }

    private static func changes(_ staff: StaffTakenOver) -> String? {
        var parts: [String] = []
        if staff.hired > 0 { parts.append("\(staff.hired) more clinician\(staff.hired == 1 ? "" : "s")") }
        if !staff.gone.isEmpty {
            parts.append("no post for \(list(staff.gone)), who hand\(staff.gone.count == 1 ? "s" : "") over today")
        }
        return parts.isEmpty ? nil : "the scenario has \(parts.joined(separator: ", and ")) (numbers of clinicians)"
    }

    private static func words(_ what: StaffDifference.What) -> String {
        switch what {
        case .post: "posts"
        case .weeks: "weeks"
        case .caseload: "caseload caps"
        case .training: "therapies"
        case .hours: "contracted hours"
        }
    }

    /// Numbers in order, runs of them as "3 to 7".
    private static func list(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
            .joined(separator: ", ")
    }
}
