import CareModel
import Foundation

extension Shape {
    /// Brings JSON as it is sent into the form that is kept: times and cases as numbers.
    /// - Throws: ``Unreadable`` with the place and what would be allowed.
    func kept(_ value: AnyJSON, at place: String = "") throws(Unreadable) -> AnyJSON {
        switch self {
        case .text, .flag, .whole, .decimal, .named: return try plain(value, place)
        case .day, .minute: return try time(value, place)
        case .word(let words):
            guard case .text(let name) = value, let word = words.first(where: { $0.name == name }) else {
                throw Unreadable(place: place, why: "this is no word that is known here", allowed: allowed)
            }
            return .whole(word.number)
        case .words(let words): return try bits(value, words, place)
        case .list(let shape):
            guard case .list(let values) = value, values.count <= Shape.mostEntries else {
                throw wrong(value, place)
            }
            var kept: [AnyJSON] = []
            for (index, value) in values.enumerated() { kept.append(try shape.kept(value, at: "\(place)/\(index)")) }
            return .list(kept)
        case .nullable(let shape): return value == .null ? .null : try shape.kept(value, at: place)
        case .object(_, let parts): return try object(value, parts, place)
        case .one(_, let parts):
            guard case .object(let given) = value, given.count == 1 else { throw wrong(value, place) }
            return try object(value, parts.map { ShapePart($0.name, $0.shape, isRequired: false) }, place)
        case .unnamed(let shape): return .object(["_0": try shape.kept(value, at: place)])
        case .anything: return value
        }
    }

    private func plain(_ value: AnyJSON, _ place: String) throws(Unreadable) -> AnyJSON {
        switch (self, value) {
        case (.text(let most), .text(let text)):
            let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !$0.isControl }
            if text.unicodeScalars.count <= most, isClean { return value }
        case (.flag, .flag), (.decimal, .decimal), (.decimal, .whole): return value
        case (.whole(let range), .whole(let number)): if range.contains(number) { return value }
        case (.named(let names), .text(let name)): if names.contains(name) { return value }
        default: break
        }
        throw wrong(value, place)
    }

    private func time(_ value: AnyJSON, _ place: String) throws(Unreadable) -> AnyJSON {
        guard case .text(let text) = value else { throw wrong(value, place) }
        if self == .day, let day = Shape.day(text) { return .whole(Int64(day.number)) }
        if self == .minute, let minute = Shape.minute(text) { return .whole(minute.minutes) }
        throw wrong(value, place)
    }

    private func bits(_ value: AnyJSON, _ words: [ShapeWord], _ place: String) throws(Unreadable) -> AnyJSON {
        guard case .list(let values) = value else { throw wrong(value, place) }
        var bits: Int64 = 0
        for (index, value) in values.enumerated() {
            guard case .text(let name) = value, let word = words.first(where: { $0.name == name }) else {
                throw Unreadable(
                    place: "\(place)/\(index)", why: "this is no word that is known here", allowed: allowed)
            }
            bits |= word.number
        }
        return .whole(bits)
    }

    private func object(_ value: AnyJSON, _ parts: [ShapePart], _ place: String) throws(Unreadable) -> AnyJSON {
        guard case .object(let given) = value else { throw wrong(value, place) }
        if let unknown = given.keys.sorted().first(where: { name in !parts.contains { $0.name == name } }) {
            let names = parts.map(\.name).joined(separator: ", ")
            throw Unreadable(
                place: "\(place)/\(Shape.escaped(unknown))", why: "there is no such part here",
                allowed: names.isEmpty ? "an empty object" : "one of \(names)")
        }
        var kept: [String: AnyJSON] = [:]
        for part in parts {
            let name = part.name
            switch given[name] {
            case nil:
                if let absent = part.absent {
                    kept[name] = absent
                } else if part.isRequired {
                    throw Unreadable(
                        place: "\(place)/\(name)", why: "this part is missing", allowed: part.shape.allowed)
                }
            case .some(.null) where part.mayBeLeftOut:
                if let absent = part.absent { kept[name] = absent }
            case .some(let value): kept[name] = try part.shape.kept(value, at: "\(place)/\(name)")
            }
        }
        return .object(kept)
    }

    private func wrong(_ value: AnyJSON, _ place: String) -> Unreadable {
        Unreadable(place: place, why: "\(value.kind) stands here, and it is not what is asked for", allowed: allowed)
    }

    /// What may stand here, in words.
    var allowed: String {
        switch self {
        case .text(let most): "a text of \(most) characters or fewer, without control characters"
        case .flag: "true or false"
        case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .decimal: "a number"
        case .day: "a day, YYYY-MM-DD, from \(Shape.days.lowerBound) to \(Shape.days.upperBound)"
        case .minute: "a minute by clocks in London, YYYY-MM-DDTHH:MM"
        case .word(let words): "one of " + words.map(\.name).joined(separator: ", ")
        case .words(let words): "a list of some of " + words.map(\.name).joined(separator: ", ")
        case .named(let names): "one of " + names.joined(separator: ", ")
        case .list(let shape): "a list, each \(shape.allowed)"
        case .nullable(let shape): "null, or \(shape.allowed)"
        case .object(_, let parts): "an object with " + parts.map(\.name).joined(separator: ", ")
        case .one(_, let parts): "an object with one of " + parts.map(\.name).joined(separator: ", ")
        case .unnamed(let shape): shape.allowed
        case .anything: "an object"
        }
    }

    // MARK: Times

    /// `YYYY-MM-DD`.
    static func day(_ text: String) -> CivilDay? {
        guard text.utf8.count == 10, let day = CivilDay(text), days.contains(day) else { return nil }
        return day
    }

    /// `YYYY-MM-DDTHH:MM`.
    static func minute(_ text: String) -> CivilMinute? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 5, let day = day(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2, clock.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(clock[0]), let minute = Int(clock[1]), hour < 24, minute < 60
        else { return nil }
        return CivilMinute(day: day, minuteOfDay: hour * 60 + minute)
    }

    /// A name as a part of a JSON pointer.
    private static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}
