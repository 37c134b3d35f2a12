import Allocation
import CareModel
import Testing

/// What follows from each fact, as the rules have it: a table that reads like them.
@Suite("What follows from a fact")
struct FactEffectTests {
    /// One line of the table.
    struct Row: Sendable {
        /// The rule, in a few words.
        let rule: String
        /// How it came to it.
        let way: @Sendable (inout FactDesk) -> Void
        /// The rules that differ from the usual ones.
        let rules: @Sendable (inout BookingRules) -> Void
        /// What is told.
        let fact: DeskFact
        /// What follows, in order.
        let effects: [String]

        init(
            _ rule: String, _ way: @escaping @Sendable (inout FactDesk) -> Void, _ fact: DeskFact,
            _ effects: [String], rules: @escaping @Sendable (inout BookingRules) -> Void = { _ in }
        ) {
            self.rule = rule
            self.way = way
            self.fact = fact
            self.effects = effects
            self.rules = rules
        }
    }

    @Test("Each row of the table holds")
    func rowsHold() {
        for row in FactTable.rows {
            var desk = FactDesk(row.rules)
            row.way(&desk)
            desk.desk.hear(row.fact)
            let found = desk.desk.takeEffects().map(\.words)
            #expect(found == row.effects, "\(row.rule)\n\(found.map { "\"\($0)\"," }.joined(separator: "\n"))")
            desk.desk.checkInvariants()
        }
    }

    @Test("Every fact has a row")
    func everyFactHasARow() {
        let named = Set(FactTable.rows.map(\.fact.name))  // lookup only
        #expect(FactName.allCases.filter { !named.contains($0) }.isEmpty)
    }

    @Test("An effect is small: the simulator's inner loop passes them on")
    func anEffectIsSmall() { #expect(MemoryLayout<DeskEffect>.size <= 48) }
}
