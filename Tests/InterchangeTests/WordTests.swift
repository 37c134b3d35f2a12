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
        for value in all { try expect(value, form.text(value)) }
    }

    /// The words of a type whose values stand in tables as properties.
    private func expectSame<Value: NamedCode & PropertyValue>(_ type: Value.Type) throws {
        guard case .words(let words) = Value.form else {
            Issue.record("\(type) has no words")
            return
        }
        let all = (0...UInt8.max).compactMap { Value(rawValue: $0) }
        #expect(!all.isEmpty && words.count == all.count)
        for value in all { try expect(value, words.first { $0.number == Int64(value.rawValue) }?.name ?? "") }
    }

    private func expect(_ value: some NamedCode, _ word: String) throws {
        let json = String(decoding: try JSONEncoder.readable.encode([value]), as: UTF8.self)
        #expect(json.contains("\"\(word.isEmpty ? "unknown" : word)\""), "\(value): \(json)")
        #expect(try JSONEncoder().encode(value) == Data("\(value.rawValue)".utf8))
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
        try expectSame(Known.self)
        try expectSame(MatrixRating.self)
        try expectSame(EthnicityGroup.self)
        try expectSame(AgeBand.self)
        try expectSame(.channel, ConsultationChannel.self)
        try expectSame(TimeOfDayPreference.self)
        try expectSame(ScreeningTask.self)
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
