import CareModel

/// The weeks and clinicians behind the slots of a batch.
extension BatchGraph {
    /// Finds the weeks in which there are slots, their caps, and who belongs to whom.
    mutating func addWeeks(_ problem: BatchProblem) {
        defer { indexWeeks() }
        guard let first = slots.first?.start.day.monday, let last = slots.last?.start.day else { return }
        let weekCount = Int(last - first) / 7 + 1
        let kinds = AppointmentKind.allCases.count
        func index(_ clinician: Int32, _ monday: CivilDay, _ kind: AppointmentKind) -> Int? {
            let week = Int(monday - first) / 7
            guard monday >= first, week < weekCount, Int(clinician) < openings.count, clinician >= 0 else { return nil }
            return (Int(clinician) * weekCount + week) * kinds + Int(kind.rawValue)
        }
        var caps = [Int32](repeating: BatchGraph.uncapped, count: openings.count * weekCount * kinds)
        for cap in problem.weekCaps {
            if let index = index(cap.clinician, cap.monday.monday, cap.kind) {
                caps[index] = min(caps[index], cap.most)
            }
        }
        var known = [Int32](repeating: -1, count: caps.count)
        for slot in slots {
            let monday = slot.start.day.monday
            guard let index = index(slot.clinician, monday, slot.kind) else { preconditionFailure("a slot has a week") }
            if known[index] < 0 {
                known[index] = Int32(weeks.count)
                weeks.append(
                    ClinicianWeekCap(clinician: slot.clinician, monday: monday, kind: slot.kind, most: caps[index]))
            }
            weekOfSlot.append(known[index])
        }
    }

    private mutating func indexWeeks() {
        (firstOfWeek, slotsByWeek) = BatchGraph.members(of: weeks.count, weekOfSlot.map { Int($0) })
        (firstOfClinician, weeksByClinician) = BatchGraph.members(
            of: openings.count, weeks.map { Int($0.clinician) })
    }

    /// The slots of a week, in order.
    func slotsOfWeek(_ week: Int) -> ArraySlice<Int> { slotsByWeek[firstOfWeek[week]..<firstOfWeek[week + 1]] }

    /// The weeks of a clinician's treatment, which lead to the caseload.
    func weeksOfClinician(_ clinician: Int) -> [Int] {
        weeksByClinician[firstOfClinician[clinician]..<firstOfClinician[clinician + 1]].filter {
            weeks[$0].kind == .treatment
        }
    }

    /// The members of each group, group by group, and where each group starts.
    private static func members(of groupCount: Int, _ groupOfMember: [Int]) -> (first: [Int], members: [Int]) {
        var first = [Int](repeating: 0, count: groupCount + 1)
        for group in groupOfMember { first[group + 1] += 1 }
        for group in 0..<groupCount { first[group + 1] += first[group] }
        var next = first
        var members = [Int](repeating: 0, count: groupOfMember.count)
        for (member, group) in groupOfMember.enumerated() {
            members[next[group]] = member
            next[group] += 1
        }
        return (first, members)
    }
}
