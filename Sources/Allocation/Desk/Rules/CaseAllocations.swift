import CareModel

/// One clinician for a person from the referral on (CL-18): allocated when the referral is accepted, they keep a place
/// on the caseload, assess and treat. The case moves only for a reason (TX-12): another step or therapy is agreed, the
/// clinician leaves or is away for long, or somebody says so.
enum CaseAllocations {
    /// Whether people of a team are allocated at referral.
    @inline(__always)
    static func isOn(_ desk: borrowing DeskState, team: Int) -> Bool { desk.rules[team].allocation == .atReferral }

    /// Whether somebody waits for a clinician who has room (CL-18).
    static func waitsForClinician(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        isOn(desk, team: desk.team(person)) && desk.allocated(person) == nil
            && desk.people.episodes[person].state.isBeforeFirstAppointment
            && desk.people.episodes[person].state != .awaitingScreening
    }

    /// Allocates somebody who was accepted, if a clinician of the step has room (CL-1, CL-10, CL-11): the emptiest
    /// caseload, ties by index. O(clinicians).
    static func allocate(_ desk: inout DeskState, _ person: Int) {
        guard waitsForClinician(desk, person), let clinician = withRoom(desk, for: person) else { return }
        desk.keepPlace(person, with: clinician)
    }

    /// Who of the step has room for a person: before the first appointment of those who assess and give the usual
    /// therapy, then of those who give what was agreed.
    /// - Parameter except: somebody who does not take them; -1 is nobody.
    private static func withRoom(_ desk: borrowing DeskState, for person: Int, except: Int = -1) -> Int? {
        let step = desk.people.episodes[person].step
        let isBefore = desk.people.episodes[person].state.isBeforeFirstAppointment
        let therapy = isBefore ? step.usualTherapy : desk.people.episodes[person].modality
        let needs = desk.asksForMore(person) ? desk.askedNeeds(person, .firstAppointment) : PersonNeeds()
        var best = -1
        for clinician in desk.capacity.range(team: desk.team(person), step: step) where clinician != except {
            let known = desk.capacity.clinicians[clinician]
            guard known.role.takes(.firstAppointment) || !isBefore,
                known.mayTreat(therapy, isUnder18: desk.isUnder18(person)),
                known.minutes(0, for: needs) != nil, desk.capacity.mayTakeOn(clinician, today: desk.now.day),
                best < 0 || desk.capacity.isEmptier(clinician, than: best)
            else { continue }
            best = clinician
        }
        return best >= 0 ? best : nil
    }

    /// What was agreed, or who is known with a person, has changed: the clinician who assessed treats, and keeps a
    /// place until the course begins, unless it is of another step, or of a therapy in which they are not trained
    /// (CL-18, TX-3). Whoever stood in and has no room keeps none, and is not theirs.
    static func settle(_ desk: inout DeskState, _ person: Int) {
        guard isOn(desk, team: desk.team(person)) else { return }
        let isAllocated = desk.allocated(person) != nil
        guard isAllocated != isTheirs(desk, person) else { return }
        if isAllocated {
            desk.endPlace(person)
            desk.emit(.allocated(UInt32(person), clinician: -1))
        } else if desk.capacity.mayTakeOn(Int(desk.people[person].assessor), today: desk.now.day) {
            desk.keepPlace(person, with: Int(desk.people[person].assessor))
        } else {
            desk.people[person].assessor = -1
        }
    }

    /// Somebody who is allocated goes to another clinician (TX-12): what is booked with the first is given up, and the
    /// person is rebooked first.
    static func move(_ desk: inout DeskState, _ person: Int) {
        guard let old = desk.allocated(person) else { return }
        desk.endPlace(person)
        desk.people[person].assessor = -1
        if let other = withRoom(desk, for: person, except: old) {
            desk.keepPlace(person, with: other)
        } else {
            desk.emit(.allocated(UInt32(person), clinician: -1))
        }
        let isWithOld = desk.people[person].isBooked && Int(desk.people[person].slotClinician) == old
        if isWithOld, desk.people[person].slotKind == .firstAppointment {
            Cancellations.byService(&desk, person, .handedOver)
        }
    }

    /// Everybody who is allocated to a clinician who cannot go on goes to another (TX-12). O(people) where the
    /// clinician keeps places.
    static func moveAll(_ desk: inout DeskState, from clinician: Int) {
        guard desk.capacity.clinicians[clinician].promised > 0 else { return }
        for person in desk.people.episodes.indices where desk.allocated(person) == clinician {
            move(&desk, person)
        }
    }

    /// In the clerk's round whoever waits for a clinician is allocated where there is room now, in the order of the
    /// lists; whoever is with somebody who is about to leave, and has no appointment, goes to another who has room
    /// (CL-7).
    static func round(_ desk: inout DeskState, team: Int) {
        guard isOn(desk, team: team) else { return }
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            for place in 0..<desk.lists.first[index].count {
                let person = Int(desk.lists.first[index][place].person)
                guard let own = desk.allocated(person) else {
                    allocate(&desk, person)
                    continue
                }
                if desk.now.day >= desk.capacity.clinicians[own].windsDownFrom,
                    withRoom(desk, for: person, except: own) != nil
                {
                    move(&desk, person)
                }
            }
        }
    }

    /// Takes over what is known of a person: whoever is known with a clinician is allocated to them where people are
    /// (CL-18). Nothing is said of it.
    static func restore(_ desk: inout DeskState, _ person: Int) {
        guard isTheirs(desk, person) else { return }
        desk.restorePlace(person)
    }

    /// How a team allocates was changed (PO-10): places are kept, or are kept no longer. O(people).
    static func ruleChanged(_ desk: inout DeskState, team: Int) {
        for person in desk.people.episodes.indices where desk.team(person) == team {
            desk.endPlace(person)
            restore(&desk, person)
        }
    }

    /// What a clinician may treat was changed: whoever is known with them keeps a place, or keeps it no longer (TX-3,
    /// PR-4). O(people) where it changes.
    static func clinicianChanged(_ desk: inout DeskState, _ clinician: Int, from before: Clinician) {
        let known = desk.capacity.clinicians[clinician]
        guard isOn(desk, team: Int(known.team)),
            (before.trainedIn, before.seesUnder18, before.role) != (known.trainedIn, known.seesUnder18, known.role)
        else { return }
        for person in desk.people.episodes.indices where Int(desk.people[person].assessor) == clinician {
            desk.endPlace(person)
            restore(&desk, person)
        }
    }

    /// Whether the clinician who is known with a person is the one to whom they are allocated.
    private static func isTheirs(_ desk: borrowing DeskState, _ person: Int) -> Bool {
        let (team, episode) = (desk.team(person), desk.people.episodes[person])
        guard isOn(desk, team: team), desk.people[person].assessor >= 0 else { return false }
        let clinician = Int(desk.people[person].assessor)
        guard desk.capacity.range(team: team, step: episode.step).contains(clinician) else { return false }
        switch episode.state {
        case .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked, .missedFirstAppointment: return true
        case .waitingTreatment, .onHold: return mayTreat(desk, person, clinician)
        case .awaitingScreening, .inTreatment, .missedSession, .awaitingSupervision, .closed: return false
        }
    }

    private static func mayTreat(_ desk: borrowing DeskState, _ person: Int, _ clinician: Int) -> Bool {
        let (episode, known) = (desk.people.episodes[person], desk.capacity.clinicians[clinician])
        return known.role.step == episode.step
            && known.mayTreat(episode.modality, isUnder18: desk.isUnder18(person))
    }

    /// Whoever is allocated is so by what is known of them, and nobody else is: a service that is loaded knows no more.
    static func checkInvariants(_ desk: borrowing DeskState) {
        for person in desk.people.episodes.indices {
            precondition(
                isTheirs(desk, person) == (desk.allocated(person) != nil),
                "person \(person), \(desk.people.episodes[person].state): what is known does not say who has them")
        }
    }
}
