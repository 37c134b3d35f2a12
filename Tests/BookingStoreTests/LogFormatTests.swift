import BookingAudit
import CareModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BookingStore

/// The log is read for years: what was written once must be read for ever. These are frozen.
@Suite struct LogFormatTests {
    @Test(arguments: FrozenEvent.all.indices)
    func versionOneIsWrittenAndRead(index: Int) throws {
        let (event, payload) = (FrozenEvent.all[index].event, FrozenEvent.all[index].payload)
        let folder = try Folder()
        let path = folder.file("service.db")
        let store = try BookingStore.create(at: path)
        try store.close()
        // Written as it stands by another hand, read by the store.
        let file = try RawFile(path)
        try file.queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "INSERT INTO log VALUES (1, 5, 1, 'x', ?, 1, NULL, ?)",
                arguments: [event.kind.rawValue, payload])
        }
        let reopened = try BookingStore.open(at: path)
        #expect(try reopened.read { try $0.events(after: 0, limit: 1) }.first?.event == event)
    }

    @Test(arguments: FrozenEvent.all.indices)
    func whatIsWrittenIsTheFrozenText(index: Int) throws {
        let (event, payload) = (FrozenEvent.all[index].event, FrozenEvent.all[index].payload)
        let written = String(decoding: try PayloadCoder().payload(of: event), as: UTF8.self)
        #expect(written == payload)
    }

    @Test func noKindIsLeftOut() {
        #expect(Set(FrozenEvent.all.map(\.event.kind)) == Set(EventKind.allCases))
    }

    @Test(arguments: FrozenEvent.all)
    func whatIsReadIsOfTheKindThatWasWritten(frozen: FrozenEvent) throws {
        let read = try PayloadCoder().event(
            sequence: 1, kind: frozen.event.kind.rawValue, version: 1, payload: Data(frozen.payload.utf8))
        #expect(read == frozen.event)
        #expect(!read.words.isEmpty)
    }

    /// What earlier releases wrote of people, with bits that only the desk could read, and what it means.
    @Test func earlierFactsAreBroughtForward() throws {
        func facts(_ payload: String) throws -> PersonFacts {
            let text = "{\"facts\":{\(payload)},\"person\":2}"
            let event = try PayloadCoder().event(
                sequence: 1, kind: "personFactsChanged", version: 1, payload: Data(text.utf8))
            guard case .personFactsChanged(let changed) = event else { throw CancellationError() }
            return changed.facts
        }
        let none = #""scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}"#
        #expect(try facts(none) == PersonFacts())
        var known = PersonFacts()
        known.acceptsShortNotice = true
        (known.movedByPerson, known.movedByService, known.toldOfWait) = (true, true, true)
        (known.contactAttempts, known.reachedAt) = (2, CivilMinute(minutes: 14_039_160))
        #expect(
            try facts(
                #""acceptsShortNotice":true,"contactAttempts":2,"flags":57,"movedByPerson":true,"movedByService":true,"#
                    + #""reachedAt":14039160,"# + none) == known)
        let taken = #""scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":12,"depression":14}"#
        var course = PersonFacts(
            startScores: Scores(depression: 14, anxiety: 12), scores: Scores(depression: 0, anxiety: 0))
        (course.plannedSessions, course.supervisorAgrees, course.rebooksFirst) = (16, true, true)
        #expect(try facts(#""flags":132,"plannedSessions":16,"# + taken) == course)
        (course.plannedSessions, course.supervisorAgrees, course.rebooksFirst) = (nil, false, false)
        course.supportContactsLeft = 4
        #expect(try facts(#""flags":768,"plannedSessions":4,"# + taken) == course)
        course.supportContactsLeft = 0
        #expect(try facts(#""flags":256,"# + taken) == course)
        // No such bits are written any more.
        let written = try PayloadCoder().payload(of: .personFactsChanged(PersonFactsChanged(person: 2, facts: course)))
        #expect(!String(decoding: written, as: UTF8.self).contains("flags"))
    }

    @Test func aKindOrVersionOfTheFutureIsAnError() throws {
        let folder = try Folder()
        let path = folder.file("service.db")
        try BookingStore.create(at: path).close()
        try RawFile(path).run(
            """
            INSERT INTO log VALUES (1, 5, 1, 'x', 'somethingNew', 1, NULL, '{}');
            INSERT INTO log VALUES (2, 5, 1, 'x', 'teamAdded', 2, NULL, '{}');
            INSERT INTO log VALUES (3, 5, 1, 'x', 'teamAdded', 1, NULL, '{}');
            """)
        let store = try BookingStore.open(at: path)
        for sequence in Int64(1)...3 {
            guard
                case .unreadableEntry(sequence, _) = storeError({
                    _ = try store.read { try $0.events(after: sequence - 1, limit: 1) }
                })
            else {
                Issue.record("entry \(sequence) was read")
                continue
            }
        }
    }

    /// The numbers by which enumerations of the core are kept: a case that moves would change what old logs say.
    @Test func rawValuesAreFrozen() {
        #expect(EpisodeState.allCases.map(\.rawValue) == Array(0...10))
        #expect(EpisodeState(rawValue: 7) == .inTreatment && EpisodeState(rawValue: 5) == .waitingTreatment)
        #expect(EndReason.allCases.count == 16 && EndReason(rawValue: 12) == .completed)
        #expect(Modality(rawValue: 5) == .eyeMovementDesensitisation && Modality(rawValue: 6) == .coupleTherapy)
        #expect(PriorityClass(rawValue: 4) == .stepUp && PriorityClass(rawValue: 5) == .rebooking)
        #expect(ReferralSource(rawValue: 5) == .maternity && ReferralSource(rawValue: 9) == .other)
        #expect(Role(rawValue: 2) == .traineeWellbeingPractitioner && Role(rawValue: 3) == .highIntensityTherapist)
        #expect(AppointmentKind(rawValue: 0) == .firstAppointment && AppointmentKind(rawValue: 2) == .keepingInTouch)
        #expect(AgeBand(rawValue: 2) == .sixteenToSeventeen && Sex(rawValue: 1) == .female)
        #expect(Known(rawValue: 1) == .no && Known(rawValue: 2) == .yes && MatrixRating(rawValue: 3) == .high)
        #expect(TimeOfDayPreference(rawValue: 3) == .evening && EthnicityGroup(rawValue: 3) == .asian)
        #expect(ScreeningTask(rawValue: 2) == .seniorScreen && Step(rawValue: 1) == .high)
    }
}
