/// A sentence whose numbers know where they stand in the files; plain for a terminal and an email, marked on a page.
struct Told: ExpressibleByStringInterpolation, Equatable {
    /// A piece of it.
    enum Part: Equatable {
        case text(String)
        case number(ShownNumber)
    }

    var parts: [Part]

    init(_ text: String) { parts = [.text(text)] }

    init(stringLiteral text: String) { parts = [.text(text)] }

    init(stringInterpolation pieces: Pieces) { parts = pieces.parts }

    /// The pieces of a literal.
    struct Pieces: StringInterpolationProtocol {
        var parts: [Part] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(.text(text)) }
        }

        mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
        mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
        mutating func appendInterpolation(_ number: ShownNumber) { parts.append(.number(number)) }
        mutating func appendInterpolation(_ told: Told) { parts += told.parts }
    }

    /// As text.
    var plain: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .number(let number): number.text
            }
        }.joined()
    }

    /// As HTML, escaped.
    var html: String {
        parts.map { part in
            switch part {
            case .text(let text): HTMLText.escape(text)
            case .number(let number): number.html
            }
        }.joined()
    }

    /// With its first letter large.
    var capitalised: Told {
        var told = self
        switch told.parts.first {
        case .text(let text): told.parts[0] = .text(TextTools.capitalised(text))
        case .number(var number):
            number.text = TextTools.capitalised(number.text)
            told.parts[0] = .number(number)
        case nil: break
        }
        return told
    }

    static func + (one: Told, other: Told) -> Told {
        var sum = one
        sum.parts += other.parts
        return sum
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [Told]) -> Told {
        guard let last = items.last else { return "" }
        var sum = items[0]
        for item in items.dropFirst().dropLast() { sum = sum + ", " + item }
        return items.count == 1 ? last : sum + " and " + last
    }
}

extension [Told] {
    /// Sentences as one text.
    var plain: String { map(\.plain).joined(separator: " ") }
    /// Sentences as one piece of HTML.
    var html: String { map(\.html).joined(separator: " ") }
}
