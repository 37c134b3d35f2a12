import BookingStore
import CareModel
import Foundation
import Testing

@testable import Interchange

/// One word for one thing: JSON that is read says what the tables say.
@Suite struct WordTests {
    private func expectSame<Value: NamedCode & Equatable>(_ form: ColumnForm<Value>, _ type: Value.Type) throws {
        let all = (0...UInt8.max).compactMap { Value(rawValue: $0) }
        #expect(!all.isEmpty)
        for value in all {
            let json = String(decoding: try JSONEncoder.readable.encode([value]), as: UTF8.self)
            let word = form.text(value).isEmpty ? "unknown" : form.text(value)
            #expect(json.contains("\"\(word)\""), "\(type): \(json)")
            #expect(try JSONEncoder().encode(value) == Data("\(value.rawValue)".utf8))
        }
    }

    @Test func casesHaveOneName() throws {
        try expectSame(.role, Role.self)
        try expectSame(.modality, Modality.self)
        try expectSame(.referralSource, ReferralSource.self)
        try expectSame(.state, EpisodeState.self)
        try expectSame(.step, Step.self)
        try expectSame(.priority, PriorityClass.self)
        try expectSame(.endReason, EndReason.self)
        try expectSame(.sex, Sex.self)
        try expectSame(.known, Known.self)
        try expectSame(.rating, MatrixRating.self)
        try expectSame(.ethnicity, EthnicityGroup.self)
        try expectSame(.ageBand, AgeBand.self)
        try expectSame(.channel, ConsultationChannel.self)
        try expectSame(.timeOfDayPreference, TimeOfDayPreference.self)
        try expectSame(.screeningTask, ScreeningTask.self)
        try expectSame(.messageChannel, MessageChannel.self)
        try expectSame(.kind, AppointmentKind.self)
        try expectSame(.appointmentStatus, AppointmentStatus.self)
    }

    @Test func timesAndSetsAreReadable() throws {
        let day = try #require(CivilDay(year: 2027, month: 3, day: 2))
        let minute = CivilMinute(day: day, minuteOfDay: 9 * 60 + 5)
        func text(_ value: some Encodable, _ encoder: JSONEncoder) throws -> String {
            encoder.outputFormatting = [.withoutEscapingSlashes]
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        #expect(try text([minute], .readable) == "[\"2027-03-02T09:05\"]")
        #expect(try text([day], .readable) == "[\"2027-03-02\"]")
        #expect(try text([day], JSONEncoder()) == "[\(day.number)]")
        let reasons: AbsenceReason = [.leave, .beforeLongAbsence]
        #expect(try text(reasons, .readable) == "[\"leave\",\"before-long-absence\"]")
        #expect(try text([reasons], JSONEncoder()) == "[65]")
        #expect(try text(Consents.practitionerLetter, .readable) == "[\"gp-letter\"]")
        let therapies = ModalitySet([.counselling, .cognitiveBehaviouralTherapy])
        #expect(try text(therapies, .readable) == "[\"cbt\",\"counselling\"]")
    }
}
