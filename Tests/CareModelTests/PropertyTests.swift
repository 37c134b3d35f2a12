import CareModel
import FieldTables
import Testing

/// What is kept of a person, and of a course in a group, is written by tables of properties: each property of the types
/// has its row, and each row is of one property.
@Suite struct PropertyTests {
    private func labels(_ value: some Described) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }

    private func expectRows<Root: Described>(_ type: Root.Type) {
        let roots = Set(Root.properties.map { $0.path[0] } + Root.lists.map(\.name))
        #expect(Set(labels(Root.blank)) == roots, "\(type)")
        #expect(Set(Root.properties.map(\.name)).count == Root.properties.count, "\(type)")
        #expect((Root.properties.map(\.meaning) + Root.lists.map(\.meaning)).allSatisfy { !$0.isEmpty }, "\(type)")
    }

    @Test func everyStoredPropertyHasARow() {
        expectRows(PersonFacts.self)
        expectRows(Referral.self)
        expectRows(StoredEpisode.self)
        expectRows(GroupRule.self)
        expectRows(GroupFacts.self)
        // Parts that have rows of their own.
        let ratings = Mirror(reflecting: ReferralMatrix()).children.compactMap(\.label)
        #expect(Set(ratings) == Set(Referral.properties.filter { $0.path[0] == "matrix" }.map { $0.path[1] }))
        let scores = Mirror(reflecting: Scores(depression: 1, anxiety: 2)).children.compactMap(\.label)
        #expect(Set(scores) == Set(PersonFacts.properties.filter { $0.path[0] == "scores" }.map { $0.path[1] }))
        #expect(
            Set(labels(StoredEpisode.blank))
                == Set(Mirror(reflecting: Episode(StoredEpisode.blank)).children.compactMap(\.label)))
    }

    private func expectOwn<Root: Described & Equatable>(_ type: Root.Type) {
        let filled = EveryProperty.filled(type)
        for (place, property) in Root.properties.enumerated() {
            let sample = EveryProperty.sample(property, place)
            #expect(property.number(filled) == sample, "\(property.name) is overwritten by another row")
            #expect(property.absent != sample, "\(property.name) has no sample")
            // PHQ-9 and GAD-7 are forgotten together, by the row of the first.
            if property.name.hasSuffix(".anxiety") { continue }
            var other = filled
            #expect(property.put(property.absent, &other) && property.number(other) == property.absent)
            let partner = property.name.replacing("depression", with: "anxiety")
            let differences = EveryProperty.differences(filled, other)
            #expect(differences == (partner == property.name ? [property.name] : [property.name, partner]))
        }
        for (place, list) in Root.lists.enumerated() {
            #expect(list.numbers(filled) == EveryProperty.sample(list, place), "\(list.name) is overwritten")
            var other = filled
            #expect(list.put([], &other) && EveryProperty.differences(filled, other) == [list.name])
        }
    }

    @Test func everyRowIsOfOneProperty() {
        expectOwn(PersonFacts.self)
        expectOwn(StoredEpisode.self)
        expectOwn(Referral.self)
        expectOwn(GroupRule.self)
        expectOwn(GroupFacts.self)
    }

    /// What a store keeps of an episode is all of it.
    @Test func anEpisodeIsGivenBackWhole() {
        var stored = EveryProperty.filled(StoredEpisode.self)
        stored.state = .closed
        #expect(EveryProperty.differences(StoredEpisode(Episode(stored)), stored) == [])
        stored.state = .inTreatment
        stored.endReason = nil
        #expect(EveryProperty.differences(StoredEpisode(Episode(stored)), stored) == [])
        #expect(StoredEpisode(Episode(.blank)) == .blank)
    }

    @Test func numbersThatMeanNothingAreRefused() {
        var facts = PersonFacts.blank
        for name in ["sessionsAtStep", "appointmentCount", "screeningTask", "scores.depression", "lastKeptInTouch"] {
            let property = PersonFacts.properties.first { $0.name == name }
            #expect(property?.put(Int64.max, &facts) == false, "\(name)")
        }
        #expect(PersonFacts.properties.first { $0.name == "sessionsAtStep" }?.put(nil, &facts) == false)
        #expect(facts == .blank)
        var course = GroupFacts.blank
        for list in GroupFacts.lists where list.name == "days" {
            #expect(!list.put([1, Int64.max], &course), "a day that is none")
        }
        for property in GroupFacts.properties { #expect(!property.put(nil, &course), "\(property.name)") }
        #expect(course == .blank)
    }

    @Test func scoresThatNobodyTookAreUnknown() {
        let none = Scores(depression: 0, anxiety: 0)
        var facts = PersonFacts(startScores: none, scores: none)
        facts.forgetBlankScores()
        #expect(facts == .blank)
        facts = PersonFacts(startScores: Scores(depression: 9, anxiety: 8), scores: none)
        facts.forgetBlankScores()
        #expect(facts.scores == none)
    }
}
