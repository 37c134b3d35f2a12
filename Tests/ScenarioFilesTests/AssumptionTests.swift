import CareModel
import ScenarioFiles
import TestSupport
import Testing

/// Every value in force is listed, with its source.
@Suite struct AssumptionTests {
    private func assumptions(_ text: String = sound, set: [(key: String, value: String)] = []) throws
        -> [String: Assumption]
    {
        let folder = try Folder()
        try folder.write("service.yaml", text)
        let list = try folder.load(set: set).assumptions
        #expect(Set(list.map(\.key)).count == list.count, "a key is listed twice")
        return Dictionary(uniqueKeysWithValues: list.map { ($0.key, $0) })
    }

    @Test func tagsGiveTheSource() throws {
        let found = try assumptions()
        #expect(found["teams.mid-essex.referrals.per-week"]?.source == .published)
        #expect(found["attendance.did-not-attend-first"]?.source == .measured)
        #expect(found["attendance.did-not-attend-first"]?.valueText == "0.1")
    }

    @Test func aTagOnAMappingOrAListSpeaksForAllInIt() throws {
        let text = sound.replacing("population: {", with: "population: !policy {")
            .replacing("staff:\n", with: "staff: !measured\n")
        let found = try assumptions(text)
        #expect(found["teams.mid-essex.population.prevalence"]?.source == .policy)
        #expect(found["teams.mid-essex.staff.hit.wte"]?.source == .measured)
        #expect(found["teams.mid-essex.staff.hit.caseload"]?.source == .policy)
    }

    @Test func withoutATagADefaultKeepsItsSourceAndAnythingElseIsAssumed() throws {
        let found = try assumptions()
        #expect(found["teams.mid-essex.population.adults"]?.source == .published)
        #expect(found["teams.mid-essex.population.adults"]?.isDefault == true)
        #expect(found["teams.mid-essex.population.registered"]?.source == .assumed)
        #expect(found["teams.mid-essex.population.registered"]?.isDefault == false)
        #expect(found["attendance.late"]?.isDefault == true)
        #expect(found["attendance.did-not-attend-treatment"]?.source == .published)
    }

    @Test func practiceIsListedWhereItIsInForce() throws {
        let found = try assumptions()
        #expect(found["diary.low-first-share"] == nil, "the only team says otherwise")
        #expect(found["teams.mid-essex.diary.low-first-share"]?.valueText == "0.3")
        #expect(found["teams.mid-essex.diary.high-first-share"] == nil)
        #expect(found["diary.high-first-share"]?.valueText == "0.1")
        #expect(found["levers.surge.set.diary.low-first-share"]?.valueText == "0.6")
    }

    @Test func whatARuleGivesIsListedToo() throws {
        let found = try assumptions()
        #expect(found["teams.mid-essex.staff.trainee-pwp.caseload"]?.valueText == "42")
        #expect(found["teams.mid-essex.staff.trainee-pwp.caseload"]?.isDefault == true)
        #expect(found["teams.mid-essex.staff.pwp.modalities"]?.valueText == "[guided-self-help]")
        #expect(found["teams.mid-essex.referrals.sources"]?.valueText.hasPrefix("{self-web: 0.578,") == true)
    }

    @Test func notesSpeakForAKeyOrForWhatASectionGives() throws {
        let notes = """
            sources:
              teams.mid-essex.referrals: "Monthly return, 2024-25"
              teams.mid-essex.referrals.women: "Annual report"
              attendance.late: "A guess"

            """
        let found = try assumptions(notes + sound)
        #expect(found["teams.mid-essex.referrals.per-week"]?.note == "Monthly return, 2024-25")
        #expect(found["teams.mid-essex.referrals.women"]?.note == "Annual report")
        #expect(found["teams.mid-essex.referrals.veterans"]?.note.isEmpty == true)
        #expect(found["attendance.late"]?.note == "A guess")
    }

    @Test func theCommandLineIsAssumedUnlessItSaysOtherwise() throws {
        let found = try assumptions(set: [
            ("teams.mid-essex.referrals.per-week", "230"), ("attendance.late", "!measured 0.06"),
        ])
        #expect(found["teams.mid-essex.referrals.per-week"]?.source == .assumed)
        #expect(found["attendance.late"]?.source == .measured)
    }
}
