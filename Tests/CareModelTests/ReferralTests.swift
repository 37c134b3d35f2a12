import CareModel
import Testing

/// What a referral carries, and what a snapshot starts from.
@Suite("Referrals and snapshots")
struct ReferralTests {
    private static let received = CivilMinute(day: CivilDay(number: 9_500), minuteOfDay: 601)

    @Test("RF-13: unknown is a legal value for all but date, source and team")
    func unknownIsLegal() {
        let referral = Referral(received: Self.received, source: .generalPractitioner, team: 2)
        #expect(referral.received == Self.received && referral.source == .generalPractitioner && referral.team == 2)
        #expect(referral.ageBand == .unknown && referral.sex == .unknown && referral.ethnicity == .unknown)
        #expect(referral.longTermCondition == .unknown && referral.perinatal == .unknown)
        #expect(referral.veteran == .unknown && referral.interpreter == .unknown && referral.channel == .unknown)
        #expect(referral.deprivationDecile == 0 && referral.weeksUntilBirth == 0 && referral.language == 0)
        #expect(referral.timeOfDay == .any && referral.modality == nil && referral.scores == nil)
        #expect(referral.matrix == ReferralMatrix() && !referral.isUrgent && referral.therapistSex == .unknown)
        #expect(referral.accessibilityNeed == .unknown && referral.venue == 0)
        let matrix = referral.matrix
        #expect(
            [
                matrix.severity, matrix.chronicity, matrix.complexity, matrix.impairment, matrix.substanceUse,
                matrix.risk,
                matrix.earlierInterventions,
            ].allSatisfy { $0 == .unknown })
    }

    @Test("RF-1, RF-2: only the web takes referrals at any hour of any day")
    func sources() {
        #expect(ReferralSource.allCases.filter(\.arrivesAnyDay) == [.selfWeb])
        #expect(ReferralSource.allCases.filter(\.isSelf) == [.selfWeb, .selfTelephone])
        #expect(ReferralSource.allCases.count == 10)
    }

    @Test("PR-4: the youngest age of each band")
    func ageBands() {
        #expect(AgeBand.allCases.map(\.youngest) == [nil, 14, 16, 18, 26, 65])
    }

    @Test("Consultation mechanisms have the national codes")
    func channels() {
        #expect(ConsultationChannel.faceToFace.rawValue == 1 && ConsultationChannel.telephone.rawValue == 2)
        #expect(ConsultationChannel.video.rawValue == 11)
    }

    @Test("A person who was just referred waits to be screened")
    func justReferred() {
        var referral = Referral(received: Self.received, source: .selfWeb, team: 0)
        referral.scores = Scores(depression: 12, anxiety: 9)
        let person = Person(key: 77, referral: referral)
        #expect(person.key == 77 && person.episode == Episode(received: Self.received))
        #expect(person.facts.scores == referral.scores && person.facts.startScores == referral.scores)
        #expect(person.facts.screeningTask == .review && person.facts.assessor == nil && person.facts.reachedAt == nil)
        referral.scores = nil
        #expect(Person(key: 1, referral: referral).facts == PersonFacts())
    }

    @Test("A snapshot of nobody, an empty post, a booking")
    func otherSnapshots() {
        let snapshot = ServiceSnapshot(taken: Self.received)
        #expect(snapshot.people.isEmpty && snapshot.posts.isEmpty && snapshot.appointments.isEmpty)
        #expect(snapshot.taken == Self.received && snapshot.lastAssessmentWeek.isEmpty)
        let post = PostSnapshot(key: 3, team: 0, role: .wellbeingPractitioner, startedOn: Self.received.day)
        #expect(post.absences.isEmpty && post.leavesOn == nil && post.vacantUntil == nil && post.holder == 0)
        let booked = AppointmentSnapshot(
            person: 5, clinician: 2, kind: .treatment, start: Self.received + 1440, minutes: 30,
            bookedAt: Self.received)
        #expect(booked.start - booked.bookedAt == 1440 && booked.person == 5 && booked.clinician == 2)
    }

    @Test("CL-6: which absences close a diary, and which only close it to new people")
    func absenceReasons() {
        let away: [AbsenceReason] = [.leave, .sickness, .parentalLeave, .duty, .training, .vacancy]
        for reason in away { #expect(AbsenceReason.seesNobody.contains(reason)) }
        #expect(!AbsenceReason.seesNobody.contains(.beforeLongAbsence))
        #expect(AbsenceReason.closedToNewPeople.contains(.beforeLongAbsence))
        for reason in [AbsenceReason.sickness, .parentalLeave, .vacancy] {
            #expect(AbsenceReason.closedToNewPeople.contains(reason))
        }
        for reason in [AbsenceReason.duty, .training] { #expect(!AbsenceReason.closedToNewPeople.contains(reason)) }
        #expect(Set((away + [.beforeLongAbsence]).map(\.rawValue)).count == 7)
    }
}
