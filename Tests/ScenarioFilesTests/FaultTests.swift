import Foundation
import ScenarioFiles
import Testing

/// One fault a test, at its exact place and in its exact words.
@Suite struct FaultTests {
    /// Expects exactly these faults of the sound file with one text replaced.
    private func expect(
        _ old: String, _ new: String, says lines: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(sound.contains(old), "the sound file has no '\(old)'", sourceLocation: sourceLocation)
        let folder = try Folder()
        try folder.write("service.yaml", sound.replacingOccurrences(of: old, with: new))
        let found = folder.faults()
        #expect(found == lines, sourceLocation: sourceLocation)
    }

    @Test func aMisspeltKeyIsShownItsNearest() throws {
        try expect("did-not-attend-first", "did-not-atend-first", says: [
            "service.yaml:5:3: attendance.did-not-atend-first: unknown key; did you mean 'did-not-attend-first'?",
        ])
        try expect("weeks: 104", "week: 104", says: [
            "service.yaml:3:1: week: unknown key; did you mean 'weeks'?",
        ])
    }

    @Test func aKeyInTheWrongPlaceIsShownItsOwn() throws {
        try expect("weeks: 104", "wte: 0.5", says: [
            "service.yaml:3:1: wte: unknown key; 'wte' belongs to teams[].staff[]",
        ])
        try expect("    diary: {", "    weeks: 4\n    diary: {", says: [
            "service.yaml:14:5: teams.mid-essex.weeks: unknown key; 'weeks' belongs to the top",
        ])
    }

    @Test func aWrongTypeIsNamed() throws {
        try expect("wte: 1.0", "wte: full", says: [
            "service.yaml:11:27: teams.mid-essex.staff.pwp.wte: 'full' is not a number (above 0, up to 1)",
        ])
        try expect("count: 14", "count: 3.5", says: [
            "service.yaml:11:39: teams.mid-essex.staff.pwp.count: 3.5 is not a whole number (0 to 10000)",
        ])
        try expect("count: 14", "count: \"14\"", says: [
            "service.yaml:11:39: teams.mid-essex.staff.pwp.count: '14' is not a number; write it without "
                + "quotation marks (0 to 10000)",
        ])
        try expect("adults: 0.79", "adults: 79%", says: [
            "service.yaml:8:47: teams.mid-essex.population.adults: '79%' is not a number; write 0.79 (0 to 1)",
        ])
        try expect("registered: 390000", "registered: [390000]", says: [
            "service.yaml:8:31: teams.mid-essex.population.registered: a list is not a number (0 to 100000000)",
        ])
        try expect("weeks: 104", "weeks:", says: [
            "service.yaml:3:7: weeks: has no value (1 to 520)",
        ])
        try expect("starts: 2026-11-23", "starts: 23/11/2026", says: [
            "service.yaml:2:9: starts: '23/11/2026' is not a date (a Monday as YYYY-MM-DD)",
        ])
        try expect("weeks: 104", "attendance2: 1\nscreening: true", says: [
            "service.yaml:3:1: attendance2: unknown key; did you mean 'attendance'?",
            "service.yaml:4:12: screening: 'true' is not a mapping (keys such as front-door, review-minutes, "
                + "triage-minutes, senior-minutes)",
        ])
        try expect("diary: { low-first-share: 0.3 }", "diary: { booking-round: noon, order: random }", says: [
            "service.yaml:14:29: teams.mid-essex.diary.booking-round: 'noon' is not a time of day (HH:MM from "
                + "06:00 to 22:00)",
            "service.yaml:14:42: teams.mid-essex.diary.order: 'random' is not known (first-come-first-served, "
                + "earliest-due-date, priority-classes)",
        ])
        try expect("diary: { low-first-share: 0.3 }", "keeping-in-touch: { is-on: maybe }", says: [
            "service.yaml:14:32: teams.mid-essex.keeping-in-touch.is-on: 'maybe' is not true or false (true, false)",
        ])
    }

    @Test func aValueOutOfRangeIsNamed() throws {
        try expect("wte: 0.8", "wte: 1.2", says: [
            "service.yaml:12:27: teams.mid-essex.staff.hit.wte: 1.2 is out of range (above 0, up to 1)",
        ])
        try expect("weeks: 104", "weeks: 521", says: [
            "service.yaml:3:8: weeks: 521 is out of range (1 to 520)",
        ])
        try expect("adults: 0.79", "adults: -0.1", says: [
            "service.yaml:8:47: teams.mid-essex.population.adults: -0.1 is out of range (0 to 1)",
        ])
        try expect("months: published", "months: [1, 1, 1]", says: [
            "service.yaml:9:100: teams.mid-essex.referrals.months: the list has 3 months (published, or a list "
                + "of 12 months, each 0 to 10)",
        ])
        try expect("gp: 0.09", "gps: 0.09", says: [
            "service.yaml:9:67: teams.mid-essex.referrals.sources: 'gps' is not known; did you mean 'gp'? (one "
                + "of self-web, self-telephone, gp, allied-health-professional, secondary-care, maternity, employer, "
                + "voluntary-sector, ltc-pathway, other, self)",
        ])
        try expect("gp: 0.09", "gp: 9", says: [
            "service.yaml:9:71: teams.mid-essex.referrals.sources.gp: 9 is out of range (0 to 1)",
        ])
        try expect("self: 0.68, gp: 0.09, other: 0.23", "gp: 0", says: [
            "service.yaml:9:53: teams.mid-essex.referrals.sources: the shares add up to 0 (above 0)",
        ])
        try expect("modalities: [cbt, emdr]", "modalities: [cbt, emrd]", says: [
            "service.yaml:12:61: teams.mid-essex.staff.hit.modalities[2]: 'emrd' is not known; did you mean "
                + "'emdr'? (guided-self-help, cbt, counselling, dit, ipt, emdr, couple-therapy)",
        ])
        try expect("weeks: 104", "keeping-in-touch: { minutes: 17 }", says: [
            "service.yaml:3:30: keeping-in-touch.minutes: 17 is not a multiple of 5 (5 to 60, a multiple of 5)",
        ])
        try expect("weeks: 104", "diary: { booking-round: \"23:30\" }", says: [
            "service.yaml:3:25: diary.booking-round: 23:30 is out of range (HH:MM from 06:00 to 22:00)",
        ])
    }

    @Test func aMissingKeyIsNamed() throws {
        try expect("name: north-essex\n", "", says: [
            "service.yaml:1:1: name: is missing (lower-case letters, digits and hyphens, a letter first, such "
                + "as 'mid-essex')",
        ])
        try expect("starts: 2026-11-23\n", "", says: [
            "service.yaml:1:1: starts: is missing (a Monday as YYYY-MM-DD)",
        ])
        try expect("role: hit, ", "", says: [
            "service.yaml:12:9: teams.mid-essex.staff[2].role: is missing (pwp, senior-pwp, trainee-pwp, hit, "
                + "senior-hit, trainee-hit)",
        ])
        try expect("measure: first-appointment-wait-p90, ", "", says: [
            "service.yaml:20:11: levers.surge.when.measure: is missing (first-appointment-wait-p90, "
                + "expected-first-appointment-wait, waiting-first-appointment, waiting-treatment-low, "
                + "waiting-treatment-high)",
        ])
        try expect("    set: { diary.low-first-share: 0.6 }\n", "", says: [
            "service.yaml:16:5: levers.surge.set: is missing (keys of practice and values, such as "
                + "'diary.low-first-share: 0.6')",
        ])
        let folder = try Folder()
        try folder.write("service.yaml", "weeks: 3\n")
        #expect(folder.faults() == [
            "service.yaml:1:1: name: is missing (lower-case letters, digits and hyphens, a letter first, such "
                + "as 'mid-essex')",
            "service.yaml:1:1: starts: is missing (a Monday as YYYY-MM-DD)",
            "service.yaml:1:1: teams: is missing (a list with at least one team, such as '- name: mid-essex')",
        ])
    }

    @Test func aNameMustBeOneAndAlone() throws {
        try expect("name: mid-essex", "name: Mid Essex", says: [
            "service.yaml:7:11: teams[1].name: 'Mid Essex' is not a name; write 'mid-essex' (lower-case "
                + "letters, digits and hyphens, a letter first, such as 'mid-essex')",
        ])
        try expect("levers:", "  - { name: mid-essex, staff: [{ role: pwp }, { role: hit }] }\nlevers:", says: [
            "service.yaml:15:13: teams.mid-essex.name: the name 'mid-essex' stands twice; the first is on line "
                + "7 (a name of its own)",
        ])
    }

    @Test func datesStandInOrder() throws {
        try expect("starts: 2026-11-23", "starts: 2026-11-25", says: [
            "service.yaml:2:9: starts: 2026-11-25 is a Wednesday; the nearest Monday is 2026-11-23 (a Monday "
                + "as YYYY-MM-DD)",
        ])
        try expect("starts: 2026-11-23", "starts: 2026-11-28", says: [
            "service.yaml:2:9: starts: 2026-11-28 is a Saturday; the nearest Monday is 2026-11-30 (a Monday as "
                + "YYYY-MM-DD)",
        ])
        try expect("until: 2027-03-01", "until: 2026-03-01", says: [
            "service.yaml:19:12: levers.surge.until: 2026-03-01 is before from, 2027-01-04 (2027-01-04 or later)",
        ])
        try expect("count: 14,", "from: 2027-05-01, until: 2027-04-01,", says: [
            "service.yaml:11:57: teams.mid-essex.staff.pwp.until: 2027-04-01 is before from, 2027-05-01 "
                + "(2027-05-01 or later)",
        ])
        try expect("qualifies: 2027-03-01", "qualifies: 2026-11-01", says: [
            "service.yaml:13:51: teams.mid-essex.staff.trainee-pwp.qualifies: 2026-11-01 is not after the "
                + "first day, 2026-11-23 (a later date, or role: pwp)",
        ])
        try expect("role: trainee-pwp", "role: pwp", says: [
            "service.yaml:13:43: teams.mid-essex.staff[3].qualifies: a pwp is qualified already (only for "
                + "trainee-pwp and trainee-hit)",
        ])
        try expect("starts: 2026-11-23", "starts: 2026-02-30", says: [
            "service.yaml:2:9: starts: '2026-02-30' is not a date (a Monday as YYYY-MM-DD)",
        ])
    }

    @Test func somebodyMustBeAbleToDoTheWork() throws {
        let noLow = "looks-like-high-intensity: 1 }\nfirst-appointments: { high-to-low: 0 }"
        try expect("weeks: 104", "screening: { \(noLow)", says: [
            "service.yaml:12:17: teams.mid-essex.staff.pwp.role: nobody in this team comes to step 2, where a "
                + "pwp works (people at that step, or count: 0)",
            "service.yaml:14:17: teams.mid-essex.staff.trainee-pwp.role: nobody in this team comes to step 2, "
                + "where a trainee-pwp works (people at that step, or count: 0)",
        ])
        try expect("      - { role: hit, wte: 0.8, count: 12, modalities: [cbt, emdr] }\n", "", says: [
            "service.yaml:11:7: teams.mid-essex.staff: the team has people for step 3 and nobody who may see "
                + "them for first appointments and treatment (a group of hit, senior-hit, trainee-hit)",
        ])
        try expect("weeks: 104", "high-intensity: { modalities: { cbt: 0.9, dit: 0.1 } }", says: [
            "service.yaml:3:31: high-intensity.modalities: nobody in mid-essex is trained in dit, and its "
                + "share is 0.1 (staff with modalities: [dit], or share 0)",
        ])
        try expect("diary: {", "youngest-age: 16\n    diary: {", says: [
            "service.yaml:14:19: teams.mid-essex.youngest-age: people from 16 are accepted and nobody at step "
                + "2 is trained to see them (sees-under-18: true for a group, or youngest-age: 18)",
            "service.yaml:14:19: teams.mid-essex.youngest-age: people from 16 are accepted and nobody at step "
                + "3 is trained to see them (sees-under-18: true for a group, or youngest-age: 18)",
        ])
        try expect("caseload: 70", "modalities: [cbt]", says: [
            "service.yaml:11:55: teams.mid-essex.staff.pwp.modalities: a pwp works at step 2 and cannot give "
                + "cbt (guided-self-help)",
        ])
        try expect("role: trainee-pwp", "role: counsellor", says: [
            "service.yaml:13:17: teams.mid-essex.staff[3].role: 'counsellor' is not known (pwp, senior-pwp, "
                + "trainee-pwp, hit, senior-hit, trainee-hit)",
        ])
    }

    @Test func sumsAndLimitsHold() throws {
        try expect("weeks: 104", "low-intensity: { usual-contacts: 12 }", says: [
            "service.yaml:3:34: low-intensity.usual-contacts: 12 is more than agreed-contacts, 10 (at most 10)",
        ])
        try expect("low-first-share: 0.6", "low-first-share: 0.98", says: [
            "service.yaml:21:35: levers.surge.set.diary.low-first-share: adds up to 1.01 with "
                + "keeping-in-touch-share (at most 1)",
        ])
        try expect("weeks: 104", "contact: { declines: 0.6, not-ready: 0.5 }", says: [
            "service.yaml:3:22: contact.declines: adds up to 1.1 with not-ready (at most 1)",
        ])
        try expect("completed-hours: 20", "completed-hours: 20, bookable-hours: 18", says: [
            "service.yaml:11:94: teams.mid-essex.staff.pwp.bookable-hours: 18 is less than completed-hours, 20 "
                + "(at least 20)",
        ])
        try expect("completed-hours: 20", "completed-hours: 30", says: [
            "service.yaml:11:74: teams.mid-essex.staff.pwp.completed-hours: needs 38.96 bookable hours, which "
                + "is more than the contracted hours, 37.5 (at most workforce.hours-per-week)",
        ])
        try expect("diary: {", "opening-hours: { from: \"18:00\" }\n    diary: {", says: [
            "service.yaml:14:28: teams.mid-essex.opening-hours.to: 17:00 is not after 18:00 (later than from, 18:00)",
        ])
        try expect("diary: {", "opening-hours: { from: \"07:00\" }\n    diary: {", says: [
            "service.yaml:14:20: teams.mid-essex.opening-hours: is not within extended-hours, 08:00 to 20:00 "
                + "(core hours within the extended ones)",
        ])
        try expect("weeks: 104", "standards: { national-first-days: 130 }", says: [
            "service.yaml:3:35: standards.national-first-days: 130 is more than national-second-days, 126 (at "
                + "most 126)",
        ])
    }

    @Test func leversNameTeamsAndKeysThatExist() throws {
        try expect("teams: [mid-essex]", "teams: [mid-esex]", says: [
            "service.yaml:17:12: levers.surge.teams: there is no team 'mid-esex'; did you mean 'mid-essex'? "
                + "(one of mid-essex)",
        ])
        try expect("diary.low-first-share: 0.6", "diary.low-frist-share: 0.6", says: [
            "service.yaml:21:12: levers.surge.set.diary.low-frist-share: unknown key of practice; did you mean "
                + "'diary.low-first-share'?",
        ])
        try expect("diary.low-first-share: 0.6", "diary.low-first-share: lots", says: [
            "service.yaml:21:35: levers.surge.set.diary.low-first-share: 'lots' is not a number (0 to 1)",
        ])
        try expect("measure: first-appointment-wait-p90", "measure: first-appointment-wait", says: [
            "service.yaml:20:22: levers.surge.when.measure: 'first-appointment-wait' is not known "
                + "(first-appointment-wait-p90, expected-first-appointment-wait, waiting-first-appointment, "
                + "waiting-treatment-low, waiting-treatment-high)",
        ])
    }

    @Test func sourcesAreOneOfFourAndOfKeysThatExist() throws {
        try expect("!published", "!publishd", says: [
            "service.yaml:9:28: '!publishd' is not a kind of source; did you mean '!published'? (!policy, "
                + "!published, !measured, !assumed)",
        ])
        try expect("weeks: 104", "sources: { teams.mid-essex.referrals.per-weak: NHS England }", says: [
            "service.yaml:3:12: sources.teams.mid-essex.referrals.per-weak: there is no such key in this "
                + "scenario; did you mean 'teams.mid-essex.referrals.per-week'? (a full key, such as "
                + "'teams.mid-essex.referrals.per-week')",
        ])
    }

    @Test func allFaultsComeAtOnce() throws {
        try expect("count: 1", "count: minus-1", says: [
            "service.yaml:11:39: teams.mid-essex.staff.pwp.count: 'minus-14' is not a number (0 to 10000)",
            "service.yaml:12:39: teams.mid-essex.staff.hit.count: 'minus-12' is not a number (0 to 10000)",
        ])
    }
}
