import CareModel
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Settings that do nothing, and numbers that nobody gave, are warned of.
@Suite struct IdleKeyTests {
    private func warnings(_ set: (key: String, value: String)..., base: String = sound) throws -> [String] {
        let folder = try Folder()
        try folder.write("service.yaml", base)
        return try folder.load(set: set).warnings.map { "\($0.key): \($0.message)" }
    }

    @Test("Every key of the table of switches is a key, or a section of keys")
    func theTableNamesKeys() {
        for rule in Switch.table {
            for key in rule.keys + rule.except {
                let isKnown =
                    TeamKeys.table.key(at: key) != nil || TeamKeys.table.names(in: key) != nil
                    || ServiceKeys.table.key(at: key) != nil
                #expect(isKnown, "\(key) is no key")
            }
        }
    }

    @Test(
        "What is switched off is named with its switch",
        arguments: [
            ("assessment-week.fixed-weeks", "[2027-01-04]", "assessment-week.is-on is false"),
            ("groups.sessions", "8", "groups.is-on is false"),
            ("computerised.contacts", "3", "computerised.is-on is false"),
            ("workforce.reallocation.most-per-week", "3", "workforce.reallocation.is-on is false"),
            ("diary.aim-days", "10", "diary.follows-demand is false"),
            ("contact.clerk-minutes-per-day", "60", "contact.clerks is 0"),
            ("risk.minutes", "30", "risk.found-at-contacts is 0"),
            ("employment.caseload", "9", "employment.advisers is 0"),
            ("attendance.unconfirmed", "0.1", "attendance.confirmation-hours is 0"),
            ("attendance.reminder-reduction", "0.1", "attendance.reminders is true"),
            ("attendance.odds-face-to-face", "0.5", "rooms.per-venue is empty"),
            ("returns.earliest-days", "90", "nobody comes back"),
            (
                "teams.mid-essex.initial.caseload-filled", "0.5",
                "start.origin is warm-up and nobody waits in the lists of any team"
            ),
            ("teams.mid-essex.referrals.moved-in-days", "9", "referrals.moved-in is 0, or empty"),
            ("teams.mid-essex.rooms.per-venue", "[3]", "referrals.asks.face-to-face is 0, or empty"),
        ])
    func whatIsSwitchedOff(key: String, value: String, because: String) throws {
        let found = try warnings((key, value))
        #expect(found.contains("\(key): does nothing while \(because)"), "\(found)")
    }

    @Test func whatActsIsNotNamed() throws {
        let found = try warnings(("assessment-week.is-on", "true"), ("assessment-week.fixed-weeks", "[2027-01-04]"))
        #expect(!found.contains { $0.contains("does nothing") }, "\(found)")
        // A lever that switches a rule on makes its keys act.
        let levers = try warnings(
            ("groups.facilitators", "1"), ("levers.surge.set", "{ groups.is-on: true }"))
        #expect(!levers.contains { $0.contains("groups.") && $0.contains("does nothing") }, "\(levers)")
    }

    @Test func aLeverThatSetsWhatIsInForce() throws {
        let found = try warnings(("levers.surge.set", "{ diary.low-first-share: 0.3 }"))
        #expect(
            found.contains("levers.surge.set.diary.low-first-share: does nothing: 0.3 is in force without the lever"),
            "\(found)")
    }

    @Test func hoursThatNobodyCanHold() throws {
        let found = try warnings(("teams.mid-essex.staff.pwp.bookable-hours", "36"))
        #expect(
            found.contains { $0.contains("pwp.bookable-hours: 36 bookable hours") && $0.contains("cannot be held") })
        let shares = try warnings(("workforce.bookable-share", "2"))
        #expect(shares.contains { $0.hasPrefix("workforce.bookable-share: ") && $0.contains("cannot be held") })
        let held = try warnings()
        #expect(!held.contains { $0.contains("bookable hours") }, "\(held)")
    }

    @Test func numbersThatNobodyGave() throws {
        let given = try warnings()
        #expect(!given.contains { $0.contains("population") || $0.contains("per-week") })
        let without = sound.replacingOccurrences(
            of: "population: { registered: 390000, adults: 0.79, prevalence: 0.16 }", with: "population: {}")
        let found = try warnings(base: without)
        #expect(found.contains { $0.hasPrefix("teams.mid-essex.population.registered: is not given for mid-essex") })
    }

    @Test(
        "A key of an earlier release that never did anything is read, with a warning",
        arguments: [
            "low-intensity.needed-sessions-plus", "teams.mid-essex.low-intensity.needed-sessions-plus",
            "levers.surge.set.low-intensity.needed-sessions-plus",
        ])
    func formerKeys(key: String) throws {
        let isLever = key.hasPrefix("levers")
        let found = try warnings(
            isLever
                ? ("levers.surge.set", "{ low-intensity.needed-sessions-plus: 9, diary.low-first-share: 0.5 }")
                : (key, "9"))
        #expect(found == (try warnings() + ["\(key): does nothing, and never did"]), "\(found)")
    }

    @Test func earlyDaysThatEveningsTakeUp() throws {
        let pwp = "teams.mid-essex.staff.pwp"
        let found = try warnings(("\(pwp).early-days-per-week", "2"), ("\(pwp).evenings-per-week", "5"))
        #expect(
            found.contains("\(pwp).early-days-per-week: does nothing while all days run into the evening"), "\(found)")
    }
}
