import Testing

/// The rooms of a target are its folders: a name stands for one thing, and no two rooms know each other.
enum Rooms {
    private static let keywords = ["struct", "class", "enum", "protocol", "actor", "typealias"]

    /// The types that a file declares at its top level, with their lines.
    static func types(in source: SwiftSource) -> [(name: String, line: Int)] {
        var depth = 0
        var found: [(name: String, line: Int)] = []
        for (index, token) in source.tokens.enumerated() {
            if "([{".contains(token.text) { depth += 1 }
            if ")]}".contains(token.text) { depth -= 1 }
            guard depth == 0, keywords.contains(token.text) else { continue }
            found.append((source.tokens.text(at: index + 1), token.line))
        }
        return found
    }

    /// The folder of a file within its target; a dot for the target's own.
    static func room(of source: SwiftSource) -> String {
        let folders = source.path.split(separator: "/").dropFirst(2).dropLast()
        return folders.isEmpty ? "." : folders.joined(separator: "/")
    }

    /// Names that stand for two things, wherever they are declared.
    static func namesForTwoThings(in sources: [SwiftSource]) -> [Finding] {
        var places: [String: String] = [:]
        return sources.flatMap { source in
            types(in: source).compactMap { type in
                guard let other = places.updateValue(source.path, forKey: type.name), other != source.path else {
                    return nil
                }
                return source.finding(
                    type.line, "\(type.name) stands for another thing in \(other): name this one else")
            }
        }
    }

    /// Pairs of folders of one target of which each names a type of the other.
    static func circles(in sources: [SwiftSource]) -> [Finding] {
        var owners: [String: SwiftSource] = [:]
        for source in sources {
            for type in types(in: source) { owners[type.name] = source }
        }
        var known: [String: Finding] = [:]
        var findings: [Finding] = []
        for source in sources {
            let room = room(of: source)
            for token in source.tokens where token.text.first?.isUppercase == true {
                guard let owner = owners[token.text], self.room(of: owner) != room else { continue }
                let (here, there) = ("\(room) ⇄ \(self.room(of: owner))", "\(self.room(of: owner)) ⇄ \(room)")
                let seen = source.finding(token.line, "\(room) names \(token.text) of \(self.room(of: owner))")
                guard known.updateValue(seen, forKey: here) == nil, let other = known[there] else { continue }
                let advice = "untie or join these folders: \(seen.advice), and \(other)"
                findings.append(source.finding(token.line, advice))
            }
        }
        return findings
    }
}

@Suite struct RoomsTests {
    private static let sources = Repository.swiftSources.filter(\.isInSources)

    @Test func aNameStandsForOneThing() { expectNone(Rooms.namesForTwoThings(in: Self.sources)) }

    @Test(arguments: House.rows.map(\.target))
    func noTwoFoldersOfATargetKnowEachOther(target: String) {
        expectNone(Rooms.circles(in: Self.sources.filter { $0.target == target }))
    }

    private func file(_ path: String, _ text: String) -> SwiftSource {
        SwiftSource(path: "Sources/" + path, text: text)
    }

    @Test func twoThingsOfANameAreFound() {
        let one = file("A/One.swift", "struct Same { enum Kind {} }\nextension Same {}\n")
        let other = file("B/Other.swift", "enum Kind {}\n// struct Same\nprotocol Same {}\n")
        #expect(Rooms.namesForTwoThings(in: [one, other]).map(\.line) == [3])
    }

    @Test func aCircleIsFound() {
        let low = file("A/Low/One.swift", "struct One { var two: Two }\n")
        let high = file("A/High/Two.swift", "struct Two {}\nextension One {}\n")
        let top = file("A/Top.swift", "struct Top { var one: One; var two: Two }\n")
        #expect(Rooms.circles(in: [low, high, top]).map(\.path) == ["Sources/A/High/Two.swift"])
        #expect(Rooms.circles(in: [high, top]).isEmpty)
    }
}
