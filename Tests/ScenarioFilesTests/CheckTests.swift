import Testing

/// What several keys together get wrong, at its exact place and in its exact words.
@Suite struct CheckTests {
    @Test func datesStandInOrder() throws {
        try expect(
            "starts: 2026-11-23", "starts: 2026-11-25",
            says: [
                "service.yaml:2:9: starts: 2026-11-25 is a Wednesday; the nearest Monday is 2026-11-23 (a Monday "
                    + "as YYYY-MM-DD)"
            ])
        try expect(
            "starts: 2026-11-23", "starts: 2026-11-28",
            says: [
                "service.yaml:2:9: starts: 2026-11-28 is a Saturday; the nearest Monday is 2026-11-30 (a Monday as "
                    + "YYYY-MM-DD)"
            ])
        try expect(
            "until: 2027-03-01", "until: 2026-03-01",
            says: [
                "service.yaml:19:12: levers.surge.until: 2026-03-01 is before from, 2027-01-04 (2027-01-04 or later)"
            ])
        try expect(
            "count: 14,", "from: 2027-05-01, until: 2027-04-01,",
            says: [
                "service.yaml:11:57: teams.mid-essex.staff.pwp.until: 2027-04-01 is before from, 2027-05-01 "
                    + "(2027-05-01 or later)"
            ])
        try expect(
            "qualifies: 2027-03-01", "qualifies: 2026-11-01",
            says: [
                "service.yaml:13:51: teams.mid-essex.staff.trainee-pwp.qualifies: 2026-11-01 is not after the "
                    + "first day, 2026-11-23 (a later date, or role: pwp)"
            ])
        try expect(
            "role: trainee-pwp", "role: pwp",
            says: [
                "service.yaml:13:43: teams.mid-essex.staff[3].qualifies: a pwp is qualified already (only for "
                    + "trainee-pwp and trainee-hit)"
            ])
        try expect(
            "starts: 2026-11-23", "starts: 2026-02-30",
            says: [
                "service.yaml:2:9: starts: '2026-02-30' is not a date (a Monday as YYYY-MM-DD)"
            ])
    }

    @Test func somebodyMustBeAbleToDoTheWork() throws {
        let noLow = "looks-like-high-intensity: 1 }\nfirst-appointments: { high-to-low: 0 }"
        try expect(
            "weeks: 104", "screening: { \(noLow)",
            says: [
                "service.yaml:12:17: teams.mid-essex.staff.pwp.role: nobody in this team comes to step 2, where a "
                    + "pwp works (people at that step, or count: 0)",
                "service.yaml:14:17: teams.mid-essex.staff.trainee-pwp.role: nobody in this team comes to step 2, "
                    + "where a trainee-pwp works (people at that step, or count: 0)",
            ])
        try expect(
            "      - { role: hit, wte: 0.8, count: 12, modalities: [cbt, emdr] }\n", "",
            says: [
                "service.yaml:11:7: teams.mid-essex.staff: the team has people for step 3 and nobody who may see "
                    + "them for first appointments and treatment (a group of hit, senior-hit, trainee-hit)"
            ])
        try expect(
            "weeks: 104", "high-intensity: { modalities: { cbt: 0.9, dit: 0.1 } }",
            says: [
                "service.yaml:3:31: high-intensity.modalities: nobody in mid-essex is trained in dit, and its "
                    + "share is 0.1 (staff with modalities: [dit], or share 0)"
            ])
        try expect(
            "diary: {", "youngest-age: 16\n    diary: {",
            says: [
                "service.yaml:14:19: teams.mid-essex.youngest-age: people from 16 are accepted and nobody at step "
                    + "2 is trained to see them (sees-under-18: true for a group, or youngest-age: 18)",
                "service.yaml:14:19: teams.mid-essex.youngest-age: people from 16 are accepted and nobody at step "
                    + "3 is trained to see them (sees-under-18: true for a group, or youngest-age: 18)",
            ])
        try expect(
            "caseload: 70", "modalities: [cbt]",
            says: [
                "service.yaml:11:55: teams.mid-essex.staff.pwp.modalities: a pwp works at step 2 and cannot give "
                    + "cbt (guided-self-help)"
            ])
        try expect(
            "role: trainee-pwp", "role: counsellor",
            says: [
                "service.yaml:13:17: teams.mid-essex.staff.counsellor.role: 'counsellor' is not known (pwp, "
                    + "senior-pwp, trainee-pwp, hit, senior-hit, trainee-hit, assistant-psychologist, support-worker)"
            ])
    }

    @Test("CL-15: assistants cannot do all the work of step 2, and support workers have no people of their own")
    func assistantsAreNotEnough() throws {
        try expect(
            "role: pwp", "role: support-worker",
            says: [
                "service.yaml:11:64: teams.mid-essex.staff.support-worker.caseload: a support-worker has no people of "
                    + "their own: they support computerised CBT and groups (none, or role: assistant-psychologist)"
            ])
        let others = "      - { role: hit, wte: 0.8, count: 12, modalities: [cbt, emdr] }\n"
        let (first, last) = (
            "wte: 1.0, count: 14, caseload: 70, completed-hours: 20 }\n", "role: trainee-pwp, count: 4"
        )
        try expect(
            "role: pwp, \(first)\(others)      - { \(last), qualifies: 2027-03-01 }",
            "role: assistant-psychologist, \(first)\(others)      - { role: support-worker, count: 4 }",
            says: [
                "service.yaml:11:7: teams.mid-essex.staff: the team has people for step 2 and nobody who may see "
                    + "them for first appointments (a group of pwp, senior-pwp, trainee-pwp)"
            ])
    }

    @Test func sumsAndLimitsHold() throws {
        try expect(
            "weeks: 104", "low-intensity: { usual-contacts: 12 }",
            says: [
                "service.yaml:3:34: low-intensity.usual-contacts: 12 is more than agreed-contacts, 10 (at most 10)"
            ])
        try expect(
            "low-first-share: 0.6", "low-first-share: 0.98",
            says: [
                "service.yaml:21:35: levers.surge.set.diary.low-first-share: adds up to 1.01 with "
                    + "keeping-in-touch-share (at most 1)"
            ])
        try expect(
            "weeks: 104", "contact: { declines: 0.6, not-ready: 0.5 }",
            says: [
                "service.yaml:3:22: contact.declines: adds up to 1.1 with not-ready (at most 1)"
            ])
        try expect(
            "completed-hours: 20", "completed-hours: 20, bookable-hours: 18",
            says: [
                "service.yaml:11:94: teams.mid-essex.staff.pwp.bookable-hours: 18 is less than completed-hours, 20 "
                    + "(at least 20)"
            ])
        try expect(
            "completed-hours: 20", "completed-hours: 30",
            says: [
                "service.yaml:11:74: teams.mid-essex.staff.pwp.completed-hours: needs 38.96 bookable hours, which "
                    + "is more than the contracted hours, 37.5 (at most workforce.hours-per-week)"
            ])
        try expect(
            "diary: {", "opening-hours: { from: \"18:00\" }\n    diary: {",
            says: [
                "service.yaml:14:28: teams.mid-essex.opening-hours.to: 17:00 is not after 18:00 "
                    + "(later than from, 18:00)"
            ])
        try expect(
            "diary: {", "opening-hours: { from: \"07:00\" }\n    diary: {",
            says: [
                "service.yaml:14:20: teams.mid-essex.opening-hours: is not within extended-hours, 08:00 to 20:00 "
                    + "(core hours within the extended ones)"
            ])
        try expect(
            "weeks: 104", "standards: { national-first-days: 130 }",
            says: [
                "service.yaml:3:35: standards.national-first-days: 130 is more than national-second-days, 126 (at "
                    + "most 126)"
            ])
    }

    @Test func leversNameTeamsAndKeysThatExist() throws {
        try expect(
            "teams: [mid-essex]", "teams: [mid-esex]",
            says: [
                "service.yaml:17:12: levers.surge.teams: there is no team 'mid-esex'; did you mean 'mid-essex'? "
                    + "(one of mid-essex)"
            ])
        try expect(
            "diary.low-first-share: 0.6", "diary.low-frist-share: 0.6",
            says: [
                "service.yaml:21:12: levers.surge.set.diary.low-frist-share: unknown key of practice; did you mean "
                    + "'diary.low-first-share'?"
            ])
        try expect(
            "diary.low-first-share: 0.6", "diary.low-first-share: lots",
            says: [
                "service.yaml:21:35: levers.surge.set.diary.low-first-share: 'lots' is not a number (0 to 1)"
            ])
        try expect(
            "measure: first-appointment-wait-p90", "measure: first-appointment-wait",
            says: [
                "service.yaml:20:22: levers.surge.when.measure: 'first-appointment-wait' is not known "
                    + "(first-appointment-wait-p90, expected-first-appointment-wait, waiting-first-appointment, "
                    + "waiting-treatment-low, waiting-treatment-high)"
            ])
    }

    @Test func sourcesAreOneOfFourAndOfKeysThatExist() throws {
        try expect(
            "!published", "!publishd",
            says: [
                "service.yaml:9:28: '!publishd' is not a kind of source; did you mean '!published'? (!policy, "
                    + "!published, !measured, !assumed)"
            ])
        try expect(
            "weeks: 104", "sources: { teams.mid-essex.referrals.per-weak: NHS England }",
            says: [
                "service.yaml:3:12: sources.teams.mid-essex.referrals.per-weak: there is no such key in this "
                    + "scenario; did you mean 'teams.mid-essex.referrals.per-week'? (a full key, such as "
                    + "'teams.mid-essex.referrals.per-week')"
            ])
    }
}
