import CareModel
internal import CareModel
internal import ServiceSimulation

/// What people of a team need at one step.
private struct StepNeed {
    /// Some come to a first appointment at this step.
    var assessment: Bool
    /// Some are treated at this step.
    var treatment: Bool

    /// Whether anybody needs anything at this step.
    var any: Bool { assessment || treatment }

    /// `first appointments and treatment`.
    var words: String {
        assessment && treatment ? "first appointments and treatment" : assessment ? "first appointments" : "treatment"
    }

    /// What of it is nobody's work among these roles (CL-15).
    func without(_ roles: [Role]) -> StepNeed {
        StepNeed(
            assessment: assessment && !roles.contains { $0.takes(.firstAppointment) },
            treatment: treatment && !roles.contains { $0.holdsCases })
    }

    /// Whether a role does some of it.
    func isMet(by role: Role) -> Bool {
        assessment && role.takes(.firstAppointment) || treatment && role.holdsCases
    }

    /// The needs at step 2 and step 3 that follow from a team's shares and, when it starts from a list, its list.
    static func of(_ team: TeamScenario, isList: Bool) -> (low: StepNeed, high: StepNeed) {
        let practice = team.practice
        let hasReferrals = team.referrals.perWeek > 0
        let waits = isList && team.initial.waitingFirstAppointment > 0
        let assessed = hasReferrals || waits
        let lowAssessed = assessed && practice.screening.looksLikeHighIntensity < 1
        let highAssessed = assessed && practice.screening.looksLikeHighIntensity > 0
        let appointments = practice.firstAppointments
        let lowTreated =
            lowAssessed && appointments.lowToHigh < 1 || highAssessed && appointments.highToLow > 0
            || isList && team.initial.waitingLow > 0
        let highTreated =
            highAssessed && appointments.highToLow < 1 || lowAssessed && appointments.lowToHigh > 0
            || lowTreated && practice.stepUp.proposedOfCases > 0
            || isList && team.initial.waitingHigh + team.initial.waitingStepUp > 0
        return (
            StepNeed(assessment: lowAssessed, treatment: lowTreated),
            StepNeed(assessment: highAssessed, treatment: highTreated)
        )
    }
}

extension ScenarioChecks {
    /// Whoever is referred must find somebody who may see them, and whoever works there must find people to see.
    mutating func checkWhoSeesWhom(_ index: Int) {
        let team = team(index)
        let isClear = !isFaulty(key(index)) && !PracticeKeys.sections.contains { isFaulty($0) } && !isFaulty("start")
        guard isClear else { return }
        let needs = StepNeed.of(team, isList: decoder.scenario.beginsWithLists)
        for (step, need) in [(Step.low, needs.low), (Step.high, needs.high)] {
            let present = team.staff.indices.filter { group in
                let staff = team.staff[group]
                let hasLeft = staff.until.map { $0 < decoder.scenario.starts } ?? false
                return staff.role.step == step && staff.count > 0 && !hasLeft
            }
            let number = step == .low ? 2 : 3
            let missing = need.without(present.map { team.staff[$0].role })
            if missing.any {
                reportNobody(index, step, missing)
            } else if need.any {
                checkTherapies(index, step, present.map { team.staff[$0] })
                checkUnder18(index, step, present.map { team.staff[$0] })
            } else if needs.low.any || needs.high.any {
                for group in present {
                    let role = team.staff[group].role.name
                    report(
                        decoder.staffKeys[index][group] + ".role",
                        message: "nobody in this team comes to step \(number), where a \(role) works",
                        allowed: "people at that step, or count: 0")
                }
            }
        }
    }

    private mutating func reportNobody(_ index: Int, _ step: Step, _ need: StepNeed) {
        let number = step == .low ? 2 : 3
        let roles = Role.allCases.filter { $0.step == step && need.isMet(by: $0) }.map(\.name).joined(separator: ", ")
        report(
            key(index, "staff"), near: key(index, "referrals.per-week"), key(index),
            message: "the team has people for step \(number) and nobody who may see them for \(need.words)",
            allowed: "a group of \(roles)")
    }

    private mutating func checkTherapies(_ index: Int, _ step: Step, _ staff: [StaffInput]) {
        let team = team(index)
        let shares = step == .low ? team.practice.low.modalities : team.practice.high.modalities
        let key = practiceKey(index, step == .low ? "low-intensity.modalities" : "high-intensity.modalities")
        for modality in Modality.individual where modality.step == step && shares[Int(modality.rawValue)] > 0 {
            if staff.contains(where: { $0.trainedIn.contains(modality) }) { continue }
            let share = NumberText.rounded(shares[Int(modality.rawValue)])
            report(
                key, near: self.key(index, "staff"),
                message: "nobody in \(team.name) is trained in \(modality.name), and its share is \(share)",
                allowed: "staff with modalities: [\(modality.name)], or share 0")
        }
    }

    private mutating func checkUnder18(_ index: Int, _ step: Step, _ staff: [StaffInput]) {
        let team = team(index)
        guard team.youngestAge < 18, team.referrals.perWeek > 0, team.referrals.ageBands[0] > 0,
            !staff.contains(where: \.seesUnder18)
        else { return }
        let number = step == .low ? 2 : 3
        report(
            key(index, "youngest-age"),
            message: "people from \(team.youngestAge) are accepted and nobody at step \(number) is trained to see them",
            allowed: "sees-under-18: true for a group, or youngest-age: 18")
    }
}
