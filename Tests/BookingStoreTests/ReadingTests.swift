import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// What was written is read back unchanged, whatever it holds.
@Suite struct ReadingTests {
    private let folder: Folder
    private let store: BookingStore

    init() throws {
        folder = try Folder()
        store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
    }

    private func append(_ events: ServiceEvent...) throws {
        _ = try store.writeBlocking { writer in
            for event in events { try writer.append(event, at: Clinic.now, by: Clinic.author) }
        }
    }

    /// A person of whom everything is known.
    private static var known: ReferralReceived {
        var referral = Referral(received: Clinic.now - 500, source: .maternity, team: 0)
        referral.ageBand = .twentySixToSixtyFour
        referral.sex = .female
        referral.ethnicity = .mixed
        referral.deprivationDecile = 3
        referral.longTermCondition = .no
        referral.perinatal = .yes
        referral.weeksUntilBirth = 12
        referral.veteran = .yes
        referral.language = 4
        referral.interpreter = .yes
        referral.accessibilityNeed = .no
        referral.channel = .video
        referral.timeOfDay = .evening
        referral.venue = 2
        referral.modality = .coupleTherapy
        referral.therapistSex = .female
        referral.scores = Scores(depression: 27, anxiety: 21)
        referral.matrix.severity = .high
        referral.matrix.earlierInterventions = .medium
        referral.matrix.risk = .low
        referral.isUrgent = true
        var identity = Identity(name: "Ünal, O’Brien \"Zed\"")
        identity.nhsNumber = "9990000018"
        identity.dateOfBirth = CivilDay(number: -3000)
        identity.phone = "01632 960 001"
        identity.email = "a@example.org"
        identity.address = "1 High Street\nTown"
        identity.consents = [.email, .post]
        identity.preferredChannel = .post
        identity.format = "large print"
        var facts = PersonFacts(
            startScores: Scores(depression: 27, anxiety: 21), scores: Scores(depression: 20, anxiety: 3))
        facts.sessionsAtStep = 4
        facts.nextActionDue = Clinic.now + 77
        facts.screeningTask = .seniorScreen
        facts.contactAttempts = 2
        facts.appointmentCount = 9
        facts.reachedAt = Clinic.now - 3
        facts.movedByPerson = true
        facts.movedByService = true
        facts.keepingInTouchOptOut = true
        facts.lastKeptInTouch = Clinic.monday - 20
        facts.assessor = 3
        facts.notBefore = Clinic.monday + 90
        facts.dueOn = Clinic.monday + 3
        facts.acceptsShortNotice = true
        facts.plannedSessions = 12
        facts.supervisorAgrees = true
        facts.toldOfWait = true
        facts.rebooksFirst = true
        facts.supportContactsLeft = 3
        facts.listedAt = Clinic.now - 60
        return ReferralReceived(person: 50, earlier: 1, identity: identity, referral: referral, facts: facts)
    }

    /// An episode that has been everywhere.
    private static var longEpisode: Episode {
        var stored = StoredEpisode(received: Clinic.now - 500)
        stored.state = .missedSession
        stored.step = .high
        stored.priority = .stepUp
        stored.modality = .eyeMovementDesensitisation
        stored.wasSteppedUp = true
        stored.missedCount = 1
        stored.contactsAtStep = 2
        stored.lowContacts = 3
        stored.highContacts = 4
        stored.clinician = 2
        stored.stateSince = Clinic.now - 1
        stored.waitingSince = Clinic.now - 2
        stored.firstAppointment = Clinic.now - 3
        stored.firstTreatment = Clinic.now - 4
        stored.secondTreatment = Clinic.now - 5
        stored.lastTreatment = Clinic.now - 6
        return Episode(stored)
    }

    @Test func aPersonOfWhomEverythingIsKnown() throws {
        let known = Self.known
        try append(
            .referralReceived(known),
            .episodeMoved(
                EpisodeMoved(
                    person: 50, event: .assessed(.hold(.high, .counselling), treatmentBegan: true),
                    episode: Self.longEpisode)))
        let person = try #require(try store.read { try $0.person(50) })
        #expect(person.referral == known.referral)
        #expect(person.facts == known.facts)
        #expect(person.episode == Self.longEpisode)
        #expect(person.earlier == 1)
        #expect(try store.read { try $0.identity(ofPerson: 50) } == known.identity)
        #expect(try store.read { try $0.people(withNHSNumber: "9990000018") } == [50])
        #expect(person.key == 50 && person.facts.notBefore == Clinic.monday + 90)
        #expect(try store.read { try $0.caseload(ofClinician: 2) }.map(\.person) == [50])
        let entries = try store.read { try $0.events(ofPerson: 50) }
        #expect(entries.map(\.event.kind) == [.referralReceived, .episodeMoved])
        #expect(entries[0].event == .referralReceived(known))
        #expect(try store.verify().differences.isEmpty)
    }

    @Test func theWaitingListIsInOrderOfWhatIsDue() throws {
        for person in Int64(1)...8 {
            var stored = StoredEpisode(received: Clinic.now - 1440)
            stored.state = person % 4 == 0 ? .waitingTreatment : .waitingFirstAppointment
            stored.step = person % 2 == 0 ? .high : .low
            var facts = Clinic.referral(person).facts
            facts.dueOn = person == 3 ? nil : Clinic.monday + Int32(person * 5 % 7)
            try append(
                .episodeMoved(EpisodeMoved(person: person, event: nil, episode: Episode(stored), facts: facts)))
        }
        let all = try store.read { try $0.waitingList() }
        #expect(
            all.map(\.person)
                == [7, 6, 2, 5, 1, 8, 4, 3].sorted { one, other in
                    let due = { (person: Int64) in person == 3 ? 99 : person * 5 % 7 }
                    return (due(one), one) < (due(other), other)
                })
        #expect(try store.read { try $0.waitingList(states: [.waitingTreatment]) }.map(\.person) == [8, 4])
        #expect(try store.read { try $0.waitingList(team: 0, step: .low) }.allSatisfy { $0.person % 2 == 1 })
        #expect(try store.read { try $0.waitingList(team: 1) }.isEmpty)
    }

    @Test func appointmentsByPersonClinicianAndDay() throws {
        try store.book(1, Clinic.placement(Clinic.at(10, day: 1)))
        try store.book(2, Clinic.placement(clinician: 3, Clinic.at(9)))
        try store.book(3, Clinic.placement(person: 2, room: 2, Clinic.at(14)))
        try store.writeBlocking { try $0.cancel(3) }
        let (mine, monday, standing) = try store.read { reader in
            (
                try reader.appointments(ofPerson: 1).map(\.appointment),
                try reader.appointments(ofClinician: 0, from: Clinic.monday, through: Clinic.monday),
                try reader.standingAppointments(from: Clinic.at(9, 30)).map(\.appointment)
            )
        }
        #expect(mine == [2, 1])
        #expect(monday.map(\.appointment) == [3])
        #expect(monday.first?.attendance == .cancelledByPatient && monday.first?.noticeMinutes == 2880)
        #expect(standing == [1])
    }

    @Test func aMistakenEntryIsUndoneAndStays() throws {
        try store.book(1, Clinic.placement(Clinic.at(10)))
        try append(
            .attendanceRecorded(
                AttendanceRecorded(
                    appointment: 1, attendance: .attendedLate, scores: Scores(depression: 9, anxiety: 7))))
        let wrong = try store.read { try $0.lastSequence }
        #expect(try store.read { try $0.appointment(1) }?.scores == Scores(depression: 9, anxiety: 7))
        try append(.corrected(Corrected(sequence: wrong, why: "the person before")))
        #expect(try store.read { try $0.appointment(1) }?.attendance == nil)
        #expect(try store.read { try $0.events(after: wrong - 1, limit: 1) }.first?.event.kind == .attendanceRecorded)
        let twice = storeError { try append(.corrected(Corrected(sequence: wrong, why: "again"))) }
        #expect(twice == .refused(kind: .corrected, detail: "there is one with this number"))
        let opening = storeError { try append(.corrected(Corrected(sequence: 1, why: "no"))) }
        #expect(
            opening
                == .refused(
                    kind: .corrected,
                    detail: "an entry of kind serviceInitialised is changed by a new one, not undone"))
    }

    @Test func undoingAMoveGivesBackWhatWasBefore() throws {
        var first = Clinic.referral(1).facts
        first.contactAttempts = 1
        try append(.episodeMoved(EpisodeMoved(person: 1, event: .contacted, episode: Self.longEpisode, facts: first)))
        var second = first
        second.contactAttempts = 2
        let closed = StoredEpisode(received: Clinic.now)
        try append(
            .episodeMoved(EpisodeMoved(person: 1, event: nil, episode: Episode(closed), facts: second)))
        let wrong = try store.read { try $0.lastSequence }
        #expect(
            storeError { try append(.corrected(Corrected(sequence: wrong - 1, why: "not the last"))) }
                == .refused(kind: .corrected, detail: "undo the later entries about person 1 first"))
        try append(.corrected(Corrected(sequence: wrong, why: "mistaken")))
        let record = try #require(try store.read { try $0.episode(ofPerson: 1) })
        #expect(record.episode == Self.longEpisode && record.facts == first)
        try append(.corrected(Corrected(sequence: wrong - 1, why: "mistaken too")))
        let again = try #require(try store.read { try $0.episode(ofPerson: 1) })
        #expect(again.episode.state == .awaitingScreening && again.facts == Clinic.referral(1).facts)
        #expect(try store.verify().differences.isEmpty)
    }

    @Test func nothingIsQueuedWithoutConsent() throws {
        let message = MessageQueued(
            message: 1, person: 1, channel: .textMessage, template: "reminder", consent: [.email])
        #expect(
            storeError { try append(.messageQueued(message)) }
                == .refused(kind: .messageQueued, detail: "person 1 has not agreed to be reached in this way"))
        #expect(try store.read { try $0.outbox() }.isEmpty)
    }

    @Test func tasksAreOpenUntilDone() throws {
        try append(
            .taskAdded(TaskAdded(task: 1, kind: .dischargeLetter, due: Clinic.now + 60, person: 1)),
            .taskAdded(TaskAdded(task: 2, kind: .lowMoodAlert, due: Clinic.now + 30, clinician: 2, team: 0)))
        #expect(try store.read { try $0.tasks() }.map(\.task.task) == [2, 1])
        #expect(try store.read { try $0.tasks(dueBefore: Clinic.now + 60) }.map(\.task.task) == [2])
        try append(.taskDone(TaskDone(task: 2, note: "called")))
        #expect(try store.read { try $0.tasks() }.map(\.task.task) == [1])
        #expect(try store.read { try $0.tasks(openOnly: false) }.map(\.note) == ["called", nil])
    }

    @Test func whatRefersToNothingIsRefused() throws {
        let nobody = Clinic.placement(person: 99, Clinic.at(10))
        #expect(
            storeError { try store.book(1, nobody) }
                == .refused(kind: .booked, detail: "it refers to something that is not there"))
        #expect(
            storeError { try append(.clinicianAdded(Clinic.clinician(0))) }
                == .refused(kind: .clinicianAdded, detail: "there is one with this number"))
        #expect(try store.verify().differences.isEmpty)
    }

    @Test func clinicianDetailsAndUsersChange() throws {
        var details = Clinic.clinician(1)
        details.languages = [3, 7]
        details.windsDownFrom = Clinic.monday + 10
        details.lastDay = Clinic.monday + 40
        details.meteredUntil = Clinic.monday + 2
        details.meteredPerWeek = 3
        details.sex = .male
        details.seesUnder18 = true
        let user = UserDetails(user: 1, name: "scheduler", role: .manager, clinician: 1, isActive: false)
        try append(.clinicianChanged(details), .userChanged(user))
        #expect(try store.read { try $0.clinicians() }[1] == details)
        #expect(try store.read { try $0.users() } == [user])
        #expect(try store.read { try $0.rooms() }.map(\.name) == ["Room 1", "Room 2"])
        #expect(try store.read { try $0.service() }?.firstDay == Clinic.monday)
    }
}
