import CareModel

/// Courses that go on at another step or with another clinician (ST-1, ST-2, TX-12, PO-8).
enum CaseMoves {
    /// A case goes to another clinician, because somebody says so (PO-8): from a caseload, or before the course begins
    /// (CL-18).
    static func moved(_ desk: inout DeskState, _ person: Int) {
        guard desk.people.episodes[person].state.isOnCaseload else { return CaseAllocations.move(&desk, person) }
        handOver(&desk, person)
    }

    /// Somebody leaves a caseload for the list, first in line, to be taken on by another clinician (TX-12, PO-8).
    static func handOver(_ desk: inout DeskState, _ person: Int) {
        let clinician = Int(desk.people.episodes[person].clinician)
        desk.cancelBooking(person, .handedOver)
        desk.leaveList(person)
        desk.letGo(person, .handedOver)
        desk.move(person, .handedOver)
        desk.people[person].assessor = -1
        desk.emit(.handedOver(UInt32(person), from: Int32(clinician)))
        // Whoever is in a group stays in it, with another case manager (TX-4).
        if desk.people[person].flags.contains(.inGroup), GroupRules.giveCaseManager(&desk, person, except: clinician) {
            return
        }
        TreatmentLists.wait(&desk, person)
    }

    /// The work that is left can be done at step 2 (ST-2): the person leaves the caseload at step 3 and waits for step
    /// 2, first in line, for the course goes on.
    static func stepDown(_ desk: inout DeskState, _ person: Int) {
        desk.leaveList(person)
        desk.letGo(person, .stepChanges)
        desk.move(person, .handedOver)
        desk.move(person, .planAmended(.low, .rebooking))
        waitAtAnotherStep(&desk, person)
    }

    /// The course at another step begins anew, with whoever has time for it.
    private static func waitAtAnotherStep(_ desk: inout DeskState, _ person: Int) {
        desk.people[person].sessionsAtStep = 0
        desk.people[person].flags.remove(.supervisorAgrees)
        desk.people[person].assessor = -1
        TreatmentLists.wait(&desk, person)
    }

    /// Whether somebody may be stepped down: in a course at step 3 to which nobody stepped them up, with no session
    /// booked or waited for (ST-2).
    static func mayStepDown(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        let episode = desk.people.episodes[person]
        return episode.state == .inTreatment && episode.step == .high && !episode.wasSteppedUp
            && !desk.people[person].isBooked && desk.people[person].list == .none
    }

    /// Cases of a team that supervisors move from full clinicians to emptier ones (PO-8, CL-11): of people who wait for
    /// a next session with a clinician whose caseload is full, those who have waited longest, while another clinician
    /// of the step who gives the therapy has room. O(clinicians²) where diaries are full.
    /// - Returns: people by number, in the order in which they are moved; none where the team moves nobody.
    static func casesToMove(_ desk: borrowing DeskState, team: Int) -> [UInt32] {
        let rule = desk.rules[team].reallocation
        guard rule.isOn else { return [] }
        var cases: [UInt32] = []
        for step in Step.allCases {
            let members = desk.capacity.range(team: team, step: step)
            var taken = [Int32](repeating: 0, count: members.count)
            for clinician in members where !desk.lists.session[clinician].isEmpty {
                let known = desk.capacity.clinicians[clinician]
                guard rule.isFull(caseload: Int(known.caseload), cap: Int(known.caseloadCap)) else { continue }
                for place in 0..<desk.lists.session[clinician].count {
                    guard cases.count < rule.mostPerWeek else { return cases }
                    let person = Int(desk.lists.session[clinician][place].person)
                    guard let other = clinicianWithRoom(desk, for: person, members, taken, rule) else { continue }
                    taken[other - members.lowerBound] += 1
                    cases.append(UInt32(person))
                }
            }
        }
        return cases
    }

    private static func clinicianWithRoom(
        _ desk: borrowing DeskState, for person: Int, _ members: Range<Int>, _ taken: [Int32], _ rule: ReallocationRule
    ) -> Int? {
        members.first { clinician in
            let known = desk.capacity.clinicians[clinician]
            let caseload = Int(known.caseload + taken[clinician - members.lowerBound])
            return clinician != Int(desk.people.episodes[person].clinician)
                && known.mayTreat(desk.people.episodes[person].modality, isUnder18: desk.isUnder18(person))
                && rule.isEmpty(caseload: caseload, cap: Int(known.caseloadCap))
                && desk.capacity.mayTakeOn(clinician, today: desk.now.day)
        }
    }

    /// The clinician proposes a step-up: the caseload is left, supervision discusses it (ST-1).
    static func stepUpProposed(_ desk: inout DeskState, _ person: Int) {
        if desk.people[person].flags.contains(.inGroup) { desk.leaveGroup(person) }
        let clinician = desk.people.episodes[person].clinician
        desk.letGo(person, .stepChanges)
        desk.move(person, .stepUpProposed)
        // Whoever proposes it goes on with the person, if supervision does not agree.
        desk.people[person].assessor = clinician
        Office.discussInSupervision(&desk, person)
    }

    /// Supervision agrees the step-up; the person waits for step 3, ahead of others (ST-1). Misses are counted anew,
    /// unless they are counted over the episode (AT-3).
    static func stepUpAgreed(_ desk: inout DeskState, _ person: Int) {
        let missed = desk.people.episodes[person].missedCount
        desk.people.setNextDue(person, Episode.never)
        desk.move(person, .stepUpAgreed)
        if desk.rules[desk.team(person)].attendance.countsPerEpisode { desk.people.keepMissedCount(person, missed) }
        waitAtAnotherStep(&desk, person)
    }

    /// Supervision does not agree the step-up: the course goes on with the clinician who proposed it, who is not asked
    /// to take anybody new on; if that clinician is not there any more, the person is first in line (ST-1, TX-12).
    static func stepUpDeclined(_ desk: inout DeskState, _ person: Int) {
        let clinician = Int(desk.people[person].assessor)
        desk.people.setNextDue(person, Episode.never)
        desk.move(person, .stepUpDeclined)
        // A seat in a course was given up for the step-up: what goes on is guided self-help (TX-4).
        if desk.people.episodes[person].modality.training != desk.people.episodes[person].modality {
            desk.move(person, .therapyChanged(.guidedSelfHelp))
        }
        guard mayGoOn(desk, person, with: clinician) else {
            CaseAllocations.settle(&desk, person)
            return TreatmentLists.wait(&desk, person)
        }
        desk.caseloads.restore(person, clinician, &desk.capacity)
        desk.move(person, .allocated(clinician: Int32(clinician)))
        CourseSessions.bookNext(&desk, person)
    }

    private static func mayGoOn(_ desk: borrowing DeskState, _ person: Int, with clinician: Int) -> Bool {
        guard desk.capacity.range(team: desk.team(person), step: .low).contains(clinician) else { return false }
        let known = desk.capacity.clinicians[clinician]
        return known.lastDay >= desk.now.day
            && known.mayTreat(desk.people.episodes[person].modality, isUnder18: desk.isUnder18(person))
    }

    /// Everyone on a caseload goes back to the list, first in line (TX-12).
    static func handOverCaseload(_ desk: inout DeskState, _ clinician: Int) {
        for person in desk.caseloads.members[clinician].sorted() { handOver(&desk, Int(person)) }
        CaseAllocations.moveAll(&desk, from: clinician)
    }
}
