import CareModel

extension BookingDesk {
    /// Somebody leaves a caseload for the list, first in line, to be taken on by another clinician (TX-12, PO-8).
    public mutating func handOver(_ person: Int) {
        let clinician = Int(episodes[person].clinician)
        if people[person].isBooked {
            emit(.cancelledByService(UInt32(person)))
            cancelBooking(person)
        }
        leaveList(person)
        letGo(person)
        move(person, .handedOver)
        people[person].assessor = -1
        emit(.handedOver(UInt32(person)))
        // Whoever is in a group stays in it, with another case manager (TX-4).
        if people[person].flags.contains(.inGroup), giveCaseManager(person, except: clinician) { return }
        waitForTreatment(person)
    }

    /// The work that is left can be done at step 2 (ST-2): the person leaves the caseload at step 3 and waits for step
    /// 2, first in line, for the course goes on.
    public mutating func stepDown(_ person: Int) {
        leaveList(person)
        letGo(person)
        move(person, .handedOver)
        move(person, .planAmended(.low, .rebooking))
        people[person].sessionsAtStep = 0
        people[person].flags.remove(.supervisorAgrees)
        people[person].assessor = -1
        waitForTreatment(person)
    }

    /// Whether somebody may be stepped down: in a course at step 3 to which nobody stepped them up, with no session
    /// booked or waited for (ST-2).
    public func mayStepDown(_ person: Int) -> Bool {
        let episode = episodes[person]
        return episode.state == .inTreatment && episode.step == .high && !episode.wasSteppedUp
            && !people[person].isBooked && people[person].list == .none
    }

    /// Cases of a team that supervisors move from full clinicians to emptier ones (PO-8, CL-11): of people who wait for
    /// a next session with a clinician whose caseload is full, those who have waited longest, while another clinician
    /// of the step who gives the therapy has room. O(clinicians²) where diaries are full.
    /// - Returns: people by number, in the order in which they are moved; none where the team moves nobody.
    public func casesToMove(team: Int) -> [UInt32] {
        let rule = rules[team].reallocation
        guard rule.isOn else { return [] }
        var cases: [UInt32] = []
        for step in Step.allCases {
            let members = capacity.range(team: team, step: step)
            var taken = [Int32](repeating: 0, count: members.count)
            for clinician in members where !sessionLists[clinician].isEmpty {
                let known = capacity.clinicians[clinician]
                guard rule.isFull(caseload: Int(known.caseload), cap: Int(known.caseloadCap)) else { continue }
                for place in 0..<sessionLists[clinician].count {
                    guard cases.count < rule.mostPerWeek else { return cases }
                    let person = Int(sessionLists[clinician][place].person)
                    guard let other = clinicianWithRoom(for: person, members, taken, rule) else { continue }
                    taken[other - members.lowerBound] += 1
                    cases.append(UInt32(person))
                }
            }
        }
        return cases
    }

    private func clinicianWithRoom(
        for person: Int, _ members: Range<Int>, _ taken: [Int32], _ rule: ReallocationRule
    ) -> Int? {
        members.first { clinician in
            let known = capacity.clinicians[clinician]
            let caseload = Int(known.caseload + taken[clinician - members.lowerBound])
            return clinician != Int(episodes[person].clinician)
                && known.mayTreat(episodes[person].modality, isUnder18: isUnder18(person))
                && rule.isEmpty(caseload: caseload, cap: Int(known.caseloadCap))
                && capacity.mayTakeOn(clinician, today: now.day)
        }
    }
}
