import CareModel
import Diaries
import TestSupport

@testable import Allocation

extension DeskTwin {
    /// Something that can happen now, after a while; nil if what was thought of cannot.
    func something(_ random: inout SplitMix) -> TimedStep? {
        let minutes = Int64(random.below(4) == 0 ? random.below(1_500) : random.below(90))
        let fact = people.isEmpty || random.below(9) == 0 ? arrival(minutes) : fact(&random)
        let step = TimedStep(minutes: minutes, fact: fact)
        return step
    }

    private var people: Range<Int> { 0..<naive.people.count }

    private func arrival(_ minutes: Int64) -> DeskFact {
        .received(
            Referral(received: desk.now + minutes, source: .selfWeb, team: 0), key: UInt64(naive.people.count))
    }

    /// A fact about somebody, as likely in the state that they are in.
    private func fact(_ random: inout SplitMix) -> DeskFact {
        if random.below(10) == 0 { return elsewhere(&random) }
        let index = random.below(people.count)
        let person = UInt32(index)
        if random.below(25) == 0 { return .closed(person, EndReason.allCases[random.below(EndReason.allCases.count)]) }
        switch naive.people[index].state {
        case .awaitingScreening: return screening(person, &random)
        case .awaitingContact:
            return .contactAttempted(
                person, random.below(3) > 0 ? .wantsAppointment : ContactAnswer.allCases[random.below(3)])
        case .waitingFirstAppointment: return .chosen(person, slot(&random, minutes: 50))
        case .firstAppointmentBooked:
            return random.below(3) > 0 ? assessment(person, &random) : notComing(person, &random)
        case .missedFirstAppointment, .missedSession:
            if random.below(3) == 0 { return .laterCancelled(person, laterStart(index), .moved(byPerson: true)) }
            if random.below(3) == 0 { return .cameToLater(person) }
            return random.below(4) > 0 ? .madeContact(person) : .madeNoContact(person)
        case .waitingTreatment:
            if random.below(8) == 0 {
                return .putOnHold(person, until: desk.now.day + Int32(random.below(40)))
            }
            if random.below(4) == 0 {
                return random.below(2) == 0 ? .seatChosen(person, group: 0) : .seatGivenUp(person)
            }
            return .chosen(person, slot(&random, minutes: naive.people[index].step == .low ? 30 : 50))
        case .onHold:
            let until = desk.now.day + Int32(random.below(40))
            return random.below(3) == 0 ? .putOnHold(person, until: until) : .holdEnded(person)
        case .inTreatment: return inTreatment(index, &random)
        case .awaitingSupervision: return random.below(3) == 0 ? .stepUpDeclined(person) : .stepUpAgreed(person)
        case .closed: return .shortNotice(person, true)
        }
    }

    private func screening(_ person: UInt32, _ random: inout SplitMix) -> DeskFact {
        var facts = ScreeningFacts()
        facts.isExcluded = random.below(12) == 0
        facts.mentionsRisk = random.below(6) == 0
        facts.looksLikeHighIntensity = random.below(2) == 0
        return .screened(person, facts, isDiverted: random.below(12) == 0)
    }

    private func assessment(_ person: UInt32, _ random: inout SplitMix) -> DeskFact {
        let outcomes: [AssessmentOutcome] = [
            .treatment(.low, .guidedSelfHelp), .treatment(.high, .cognitiveBehaviouralTherapy),
            .treatment(.low, .guidedSelfHelp), .hold(.high, .cognitiveBehaviouralTherapy), .end(.adviceOnly),
        ]
        return .assessed(person, outcomes[random.below(5)], treatmentBegan: random.below(2) == 0)
    }

    private func notComing(_ person: UInt32, _ random: inout SplitMix) -> DeskFact {
        switch random.below(4) {
        case 0: .missed(person, .didNotAttend, exception: random.below(3) == 0)
        case 1: .cancelledByPerson(person, rebooks: random.below(4) > 0, exception: random.below(2) == 0)
        case 2: .cancelledByService(person)
        default: .moved(person, slot(&random, minutes: 50), byPerson: random.below(2) == 0)
        }
    }

    private func inTreatment(_ index: Int, _ random: inout SplitMix) -> DeskFact {
        let person = UInt32(index)
        let minutes = naive.people[index].step == .low ? 30 : 50
        let isBetweenSessions = naive.people[index].booked == nil && naive.people[index].place == .none
        if isBetweenSessions, random.below(3) == 0 {
            return naive.people[index].step == .low ? .stepUpProposed(person) : .steppedDown(person)
        }
        switch random.below(10) {
        case 0, 1: return .sessionAttended(person)
        case 2: return notComing(person, &random)
        case 3, 4: return .laterChosen(person, slot(&random, minutes: minutes, with: naive.people[index].holder))
        case 5:
            let ends: [LaterEnd] = [.byService, .moved(byPerson: false), .byPerson(exception: random.below(2) == 0)]
            return .laterCancelled(person, laterStart(index), ends[random.below(3)])
        case 6: return random.below(2) == 0 ? .stepUpProposed(person) : .steppedDown(person)
        case 7: return random.below(3) == 0 ? .caseMoved(person) : .courseGoesOn(person)
        default:
            return naive.people[index].place == .session
                ? .chosen(person, slot(&random, minutes: minutes, with: naive.people[index].holder))
                : .courseGoesOn(person)
        }
    }

    private func laterStart(_ index: Int) -> CivilMinute { naive.people[index].later.last?.start ?? desk.now }

    /// Something that is about nobody in particular.
    private func elsewhere(_ random: inout SplitMix) -> DeskFact {
        let clinician = UInt32(random.below(DeskTwin.clinicianCount))
        let day = desk.now.day + Int32(random.below(14))
        switch random.below(8) {
        case 0: return .caseloadHandedOver(clinician: clinician)
        case 1, 2: return .appointmentsCancelled(clinician: clinician, first: day, last: day + Int32(random.below(5)))
        case 3: return random.below(6) == 0 ? .groupGivenUp(0) : .weekTurned
        case 4, 5: return .timeHeld(slot(&random, minutes: 30))
        default:
            guard let held = desk.state.pointee.appointments.held.last else { return .weekTurned }
            return .timeGivenBack(held)
        }
    }

    /// A time in opening hours of the next weeks.
    private func slot(_ random: inout SplitMix, minutes: Int, with clinician: Int? = nil) -> SlotOffer {
        let day = desk.now.day + Int32(random.below(random.below(2) == 0 ? 4 : 30))
        let start = CivilMinute(day: day, minuteOfDay: 9 * 60 + 5 * random.below(86))
        return SlotOffer(
            clinician: Int32(clinician ?? random.below(DeskTwin.clinicianCount)), start: start, minutes: minutes,
            reasons: [])
    }
}
