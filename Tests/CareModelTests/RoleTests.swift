import CareModel
import Testing

/// Roles, their caseloads and hours, and the therapies they are trained in.
@Suite("Roles and caseload caps")
struct RoleTests {
    @Test(
        "CL-1: people per whole-time equivalent",
        arguments: [
            (Role.wellbeingPractitioner, 70), (.highIntensityTherapist, 40), (.traineeWellbeingPractitioner, 42),
            (.traineeHighIntensityTherapist, 24),
        ])
    func capsOfThePolicy(role: Role, cap: Int) {
        #expect(role.defaultCaseloadPerWTE == cap)
    }

    @Test("CL-1: a senior carries a small caseload")
    func capsOfSeniors() {
        #expect((1..<70 / 2).contains(Role.seniorWellbeingPractitioner.defaultCaseloadPerWTE ?? 0))
        #expect((1...40 / 2).contains(Role.seniorHighIntensityTherapist.defaultCaseloadPerWTE ?? 0))
    }

    @Test("CL-15: assistants have no caseload rule of their own, and support workers no people")
    func assistants() {
        #expect(Role.allCases.filter { $0.defaultCaseloadPerWTE == nil } == [.assistantPsychologist])
        #expect(Role.allCases.filter { $0.defaultCaseloadPerWTE == 0 } == [.supportWorker])
        #expect(Role.allCases.filter { !$0.holdsCases } == [.supportWorker])
        #expect(Role.allCases.filter(\.isAssistant) == [.assistantPsychologist, .supportWorker])
    }

    @Test("CL-15: who does what: the source names who assesses, who manages cases and who is on duty")
    func work() {
        let assistants: [Role] = [.assistantPsychologist, .supportWorker]
        #expect(Role.allCases.filter { !$0.takes(.firstAppointment) } == assistants)
        #expect(Role.allCases.filter { !$0.takes(.keepingInTouch) } == [.supportWorker])
        #expect(Role.allCases.allSatisfy { $0.takes(.treatment) })
        #expect(Role.allCases.filter { !$0.leadsGroups } == [.supportWorker])
        #expect(Role.allCases.filter { !$0.isPractitioner } == assistants)
    }

    @Test("Roles keep their numbers, by which they are stored")
    func numbers() {
        #expect(
            Role.allCases.map(\.name) == [
                "pwp", "senior-pwp", "trainee-pwp", "hit", "senior-hit", "trainee-hit", "assistant-psychologist",
                "support-worker",
            ])
        #expect(Role.allCases.map(\.rawValue) == Array(0..<8))
    }

    @Test(
        "CL-1: a cap scales with the hours, to the nearest person, and is never none",
        arguments: [
            (70, 1.0, 70), (70, 0.5, 35), (70, 0.6, 42), (40, 0.8, 32), (42, 0.6, 25), (24, 0.5, 12), (24, 0.1, 2),
            (40, 0.01, 1), (1, 0.2, 1), (25, 0.5, 13), (24, 0.4, 10),
        ])
    func capScales(perWTE: Int, wte: Double, cap: Int) {
        #expect(CaseloadRule.cap(perWTE: perWTE, wte: wte) == cap)
    }

    @Test("CL-2: twenty hours of completed contact a week, trainees twelve")
    func completedHours() {
        #expect(Role.wellbeingPractitioner.defaultCompletedHoursPerWTE == 20)
        #expect(Role.highIntensityTherapist.defaultCompletedHoursPerWTE == 20)
        #expect(Role.traineeWellbeingPractitioner.defaultCompletedHoursPerWTE == 12)
        #expect(Role.traineeHighIntensityTherapist.defaultCompletedHoursPerWTE == 12)
        for role in Role.allCases where role.isSenior { #expect(role.defaultCompletedHoursPerWTE < 20) }
    }

    @Test("CL-3: a trainee qualifies at the same step and is no trainee any more")
    func qualifying() {
        #expect(Role.traineeWellbeingPractitioner.qualified == .wellbeingPractitioner)
        #expect(Role.traineeHighIntensityTherapist.qualified == .highIntensityTherapist)
        for role in Role.allCases {
            #expect(role.qualified.step == role.step && !role.qualified.isTrainee)
            if !role.isTrainee { #expect(role.qualified == role) }
        }
    }

    @Test("PWPs and assistants work at step 2, therapists at step 3")
    func steps() {
        #expect(
            Role.allCases.filter { $0.step == .low } == [
                .wellbeingPractitioner, .seniorWellbeingPractitioner, .traineeWellbeingPractitioner,
                .assistantPsychologist, .supportWorker,
            ])
        #expect(Role.allCases.filter(\.isTrainee).map(\.step) == [.low, .high])
        #expect(Role.allCases.filter(\.isSenior).map(\.step) == [.low, .high])
    }

    @Test("Names in files are all different and readable in a path")
    func names() {
        let families = [
            Role.allCases.map(\.name), Role.allCases.map(\.title), Modality.allCases.map(\.name),
            Step.allCases.map(\.name), ReferralSource.allCases.map(\.name), PriorityClass.allCases.map(\.name),
            EndReason.allCases.map(\.name), EpisodeState.allCases.map(\.name), ListOrder.allCases.map(\.name),
            FrontDoor.allCases.map(\.name), CaseAllocation.allCases.map(\.name), AppointmentKind.allCases.map(\.name),
        ]
        for family in families {
            #expect(Set(family).count == family.count, "\(family)")
            #expect(family.allSatisfy { !$0.isEmpty }, "\(family)")
        }
        for name in families.enumerated().filter({ $0.offset != 1 }).flatMap(\.element) {
            #expect(name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) }, "\(name)")
        }
    }

    @Test("TX-1 … TX-5: of the therapies that are given one by one, guided self-help alone is at step 2")
    func modalities() {
        #expect(Modality.individual.filter { $0.step == .low } == [.guidedSelfHelp])
        #expect(
            Modality.allCases.filter { $0.step == .low && $0.training != $0 } == [
                .psychoEducation, .computerisedTherapy,
            ])
        #expect(ModalitySet([.guidedSelfHelp]).contains(.psychoEducation))
        #expect(!ModalitySet([.counselling]).contains(.computerisedTherapy))
    }

    @Test("A set of therapies holds what was put into it, for all subsets")
    func modalitySets() {
        for bits in UInt8(0)..<128 {
            let members = Modality.allCases.filter { bits >> $0.rawValue & 1 == 1 }
            let set = ModalitySet(members)
            #expect(set.bits == bits && set.modalities == members && set == ModalitySet(bits: bits))
        }
        #expect(!ModalitySet().contains(.guidedSelfHelp))
        #expect(ModalitySet([.counselling, .counselling]).modalities == [.counselling])
    }
}
