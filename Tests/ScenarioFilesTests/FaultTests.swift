import CareModel
import TestSupport
import Testing

/// One fault of one key a test, at its exact place and in its exact words.
@Suite struct FaultTests {
    @Test func aMisspeltKeyIsShownItsNearest() throws {
        try expect(
            "did-not-attend-first", "did-not-atend-first",
            says: [
                "service.yaml:5:3: attendance.did-not-atend-first: unknown key; did you mean 'did-not-attend-first'?"
            ])
        try expect(
            "weeks: 104", "week: 104",
            says: [
                "service.yaml:3:1: week: unknown key; did you mean 'weeks'?"
            ])
    }

    @Test func aKeyInTheWrongPlaceIsShownItsOwn() throws {
        try expect(
            "weeks: 104", "wte: 0.5",
            says: [
                "service.yaml:3:1: wte: unknown key; 'wte' belongs to teams[].staff[]"
            ])
        try expect(
            "    diary: {", "    weeks: 4\n    diary: {",
            says: [
                "service.yaml:14:5: teams.mid-essex.weeks: unknown key; 'weeks' belongs to the top"
            ])
    }

    @Test func aWrongTypeIsNamed() throws {
        try expect(
            "wte: 1.0", "wte: full",
            says: [
                "service.yaml:11:27: teams.mid-essex.staff.pwp.wte: 'full' is not a number (above 0, up to 1)"
            ])
        try expect(
            "count: 14", "count: 3.5",
            says: [
                "service.yaml:11:39: teams.mid-essex.staff.pwp.count: 3.5 is not a whole number (0 to 1000)"
            ])
        try expect(
            "count: 14", "count: \"14\"",
            says: [
                "service.yaml:11:39: teams.mid-essex.staff.pwp.count: '14' is not a number; write it without "
                    + "quotation marks (0 to 1000)"
            ])
        try expect(
            "adults: 0.79", "adults: 79%",
            says: [
                "service.yaml:8:47: teams.mid-essex.population.adults: '79%' is not a number; write 0.79 (0 to 1)"
            ])
        try expect(
            "registered: 390000", "registered: [390000]",
            says: [
                "service.yaml:8:31: teams.mid-essex.population.registered: a list is not a number (0 to 100000000)"
            ])
        try expect(
            "weeks: 104", "weeks:",
            says: [
                "service.yaml:3:7: weeks: has no value (1 to 520)"
            ])
        try expect(
            "starts: 2026-11-23", "starts: 23/11/2026",
            says: [
                "service.yaml:2:9: starts: '23/11/2026' is not a date; write 2026-11-23 (a Monday as YYYY-MM-DD)"
            ])
        try expect(
            "weeks: 104", "attendance2: 1\nscreening: true",
            says: [
                "service.yaml:3:1: attendance2: unknown key; did you mean 'attendance'?",
                "service.yaml:4:12: screening: 'true' is not a mapping (keys such as front-door, review-minutes, "
                    + "triage-minutes, senior-minutes)",
            ])
        try expect(
            "diary: { low-first-share: 0.3 }", "diary: { booking-round: noon, order: random }",
            says: [
                "service.yaml:14:29: teams.mid-essex.diary.booking-round: 'noon' is not a time of day (HH:MM from "
                    + "06:00 to 22:00)",
                "service.yaml:14:42: teams.mid-essex.diary.order: 'random' is not known (first-come-first-served, "
                    + "earliest-due-date, priority-classes, optimised)",
            ])
        try expect(
            "diary: { low-first-share: 0.3 }", "keeping-in-touch: { is-on: maybe }",
            says: [
                "service.yaml:14:32: teams.mid-essex.keeping-in-touch.is-on: 'maybe' is not true or false (true, false)"
            ])
    }

    @Test func aValueOutOfRangeIsNamed() throws {
        try expect(
            "wte: 0.8", "wte: 1.2",
            says: [
                "service.yaml:12:27: teams.mid-essex.staff.hit.wte: 1.2 is out of range (above 0, up to 1)"
            ])
        try expect(
            "weeks: 104", "weeks: 521",
            says: [
                "service.yaml:3:8: weeks: 521 is out of range (1 to 520)"
            ])
        try expect(
            "adults: 0.79", "adults: -0.1",
            says: [
                "service.yaml:8:47: teams.mid-essex.population.adults: -0.1 is out of range (0 to 1)"
            ])
        try expect(
            "months: published", "months: [1, 1, 1]",
            says: [
                "service.yaml:9:100: teams.mid-essex.referrals.months: the list has 3 months (published, or a list "
                    + "of 12 months, each 0 to 10)"
            ])
        try expect(
            "gp: 0.09", "gps: 0.09",
            says: [
                "service.yaml:9:67: teams.mid-essex.referrals.sources: 'gps' is not known; did you mean 'gp'? (one "
                    + "of self-web, self-telephone, gp, allied-health-professional, secondary-care, maternity, "
                    + "employer, "
                    + "voluntary-sector, ltc-pathway, other, self)"
            ])
        try expect(
            "gp: 0.09", "gp: 9",
            says: [
                "service.yaml:9:71: teams.mid-essex.referrals.sources.gp: 9 is out of range (0 to 1)"
            ])
        try expect(
            "self: 0.68, gp: 0.09, other: 0.23", "gp: 0",
            says: [
                "service.yaml:9:53: teams.mid-essex.referrals.sources: the shares add up to 0 (above 0)"
            ])
        try expect(
            "modalities: [cbt, emdr]", "modalities: [cbt, emrd]",
            says: [
                "service.yaml:12:61: teams.mid-essex.staff.hit.modalities[2]: 'emrd' is not known; did you mean "
                    + "'emdr'? (guided-self-help, cbt, counselling, dit, ipt, emdr, couple-therapy)"
            ])
        try expect(
            "weeks: 104", "keeping-in-touch: { minutes: 17 }",
            says: [
                "service.yaml:3:30: keeping-in-touch.minutes: 17 is not a multiple of 5; the nearest is 15 "
                    + "(5 to 60, a multiple of 5)"
            ])
        try expect(
            "weeks: 104", "diary: { booking-round: \"23:30\" }",
            says: [
                "service.yaml:3:25: diary.booking-round: 23:30 is out of range (HH:MM from 06:00 to 22:00)"
            ])
    }

    @Test func aMissingKeyIsNamed() throws {
        try expect(
            "name: north-essex\n", "",
            says: [
                "service.yaml:1:1: name: is missing (lower-case letters, digits and hyphens, a letter first, such "
                    + "as 'mid-essex')"
            ])
        try expect(
            "starts: 2026-11-23\n", "",
            says: [
                "service.yaml:1:1: starts: is missing (a Monday as YYYY-MM-DD)"
            ])
        try expect(
            "role: hit, ", "",
            says: [
                "service.yaml:12:9: teams.mid-essex.staff[2].role: is missing (pwp, senior-pwp, trainee-pwp, hit, "
                    + "senior-hit, trainee-hit, assistant-psychologist, support-worker)"
            ])
        try expect(
            "measure: first-appointment-wait-p90, ", "",
            says: [
                "service.yaml:20:11: levers.surge.when.measure: is missing (first-appointment-wait-p90, "
                    + "expected-first-appointment-wait, waiting-first-appointment, waiting-treatment-low, "
                    + "waiting-treatment-high)"
            ])
        try expect(
            "    set: { diary.low-first-share: 0.6 }\n", "",
            says: [
                "service.yaml:16:5: levers.surge.set: is missing (keys of practice and values, such as "
                    + "'diary.low-first-share: 0.6')"
            ])
        let folder = try Folder()
        try folder.write("service.yaml", "weeks: 3\n")
        #expect(
            folder.faults() == [
                "service.yaml:1:1: name: is missing (lower-case letters, digits and hyphens, a letter first, such "
                    + "as 'mid-essex')",
                "service.yaml:1:1: starts: is missing (a Monday as YYYY-MM-DD)",
                "service.yaml:1:1: teams: is missing (a list with at least one team, such as '- name: mid-essex')",
            ])
    }

    @Test func aNameMustBeOneAndAlone() throws {
        try expect(
            "name: mid-essex", "name: Mid Essex",
            says: [
                "service.yaml:7:11: teams[1].name: 'Mid Essex' is not a name; write 'mid-essex' (lower-case "
                    + "letters, digits and hyphens, a letter first, such as 'mid-essex')"
            ])
        try expect(
            "levers:", "  - { name: mid-essex, staff: [{ role: pwp }, { role: hit }] }\nlevers:",
            says: [
                "service.yaml:15:13: teams.mid-essex.name: the name 'mid-essex' stands twice; the first is on line "
                    + "7 (a name of its own)"
            ])
    }

    @Test func allFaultsComeAtOnce() throws {
        try expect(
            "count: 1", "count: minus-1",
            says: [
                "service.yaml:11:39: teams.mid-essex.staff.pwp.count: 'minus-14' is not a number (0 to 1000)",
                "service.yaml:12:39: teams.mid-essex.staff.hit.count: 'minus-12' is not a number (0 to 1000)",
            ])
    }
}
