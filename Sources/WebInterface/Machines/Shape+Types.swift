import BookingService
import BookingStore
import CareModel
import Foundation

/// A type whose shape its decoding does not tell.
protocol ShapedByHand: Decodable {
    /// What it is written as.
    static var shape: Shape { get }
    /// Any value.
    static var example: Self { get }
}

extension ShapedByHand where Self: Encodable {
    /// Bits and their words, as they are written to be read.
    static func words(_ value: (UInt8) -> Self) -> Shape {
        let words = (0..<8).flatMap { place -> [ShapeWord] in
            guard let data = try? JSONEncoder.readable.encode(value(1 << place)),
                let names = try? JSONDecoder().decode([String].self, from: data)
            else { return [] }
            return names.map { ShapeWord(name: $0, number: 1 << Int64(place)) }
        }
        return .words(words)
    }
}

extension CivilDay: ShapedByHand {
    static var shape: Shape { .day }
    static var example: CivilDay { CivilDay(number: 0) }
}

extension CivilMinute: ShapedByHand {
    static var shape: Shape { .minute }
    static var example: CivilMinute { CivilMinute(minutes: 0) }
}

extension Consents: ShapedByHand {
    static var shape: Shape { words { Consents(rawValue: $0) } }
    static var example: Consents { [] }
}

extension AbsenceReason: ShapedByHand {
    static var shape: Shape { words { AbsenceReason(rawValue: $0) } }
    static var example: AbsenceReason { [] }
}

extension ModalitySet: ShapedByHand {
    static var shape: Shape { words { ModalitySet(bits: $0) } }
    static var example: ModalitySet { ModalitySet([]) }
}

extension Scores: ShapedByHand {
    static var shape: Shape {
        .object(
            "Scores",
            [
                ShapePart("depression", .whole(0...Int64(Scores.depressionCeiling)), "PHQ-9"),
                ShapePart("anxiety", .whole(0...Int64(Scores.anxietyCeiling)), "GAD-7"),
            ])
    }
    static var example: Scores { Scores(depression: 0, anxiety: 0) }
}

extension MinutesOfDay: ShapedByHand {
    static var shape: Shape {
        .object(
            "MinutesOfDay",
            [
                ShapePart("start", .whole(0...1440), "Minutes since midnight."),
                ShapePart("end", .whole(0...1440), "Minutes since midnight, not before the start."),
            ])
    }
    static var example: MinutesOfDay { MinutesOfDay(start: 0, end: 0) }
}

extension NewVenue: ShapedByHand {
    static var shape: Shape {
        .one(
            "NewVenue",
            [
                ShapePart("room", .unnamed(.whole(Shape.exact)), "The room's number."),
                ShapePart("distance", .unnamed(ShapeProbe.shape(of: ConsultationChannel.self))),
            ])
    }
    static var example: NewVenue { .room(1) }
}

extension DischargeAgreement: ShapedByHand {
    static var shape: Shape {
        .one(
            "DischargeAgreement",
            [
                ShapePart(
                    "agreed", .object("AgreedBy", [ShapePart("by", .text(most: Shape.mostText), "Which supervisor.")])),
                ShapePart("asked", .object("SupervisorAsked", [])),
            ])
    }
    static var example: DischargeAgreement { .asked }
}

extension LinkReply: ShapedByHand {
    static var shape: Shape {
        .one(
            "LinkReply",
            [
                ShapePart(
                    "booked",
                    .object(
                        "LinkBooked",
                        [
                            ShapePart("start", .minute),
                            ShapePart("room", .text(most: Shape.mostText), isRequired: false),
                        ])),
                ShapePart("nextBest", .unnamed(ShapeProbe.shape(of: LinkView.self))),
            ])
    }
    static var example: LinkReply { .booked(start: CivilMinute(minutes: 0), room: nil) }
}
