/// What the teams of a service are called, so that each can be named wherever one is asked for: by its name, by its
/// title, or by its number, counted from 1.
public struct TeamNames: Hashable, Sendable {
    /// A team's name and its title.
    public struct Team: Hashable, Sendable {
        /// The name, as in scenario files.
        public var name: String
        /// The title, as people read it.
        public var title: String

        /// A team's names.
        public init(name: String, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// The teams, by index.
    public var teams: [Team]
    /// What the number of the first team is: 1.
    public var firstNumber: Int

    /// Teams by their names.
    public init(_ teams: [Team], firstNumber: Int = 1) {
        self.teams = teams
        self.firstNumber = firstNumber
    }

    /// The index of the team that a text names; nil if it names none. Capitals, spaces and hyphens make no difference.
    public func index(of text: String) -> Int? {
        let wanted = TeamNames.key(text)
        guard !wanted.isEmpty else { return nil }
        if let index = teams.firstIndex(where: { TeamNames.key($0.name) == wanted }) { return index }
        if let index = teams.firstIndex(where: { TeamNames.key($0.title) == wanted }) { return index }
        let numbers = firstNumber..<firstNumber + teams.count
        guard let number = Int(text.filter { !$0.isWhitespace }), numbers.contains(number) else { return nil }
        return number - firstNumber
    }

    /// The name of a team as tables have it; its number if there is no such team.
    public func name(of index: Int) -> String {
        teams.indices.contains(index) ? teams[index].name : String(index + firstNumber)
    }

    /// What is allowed, in words: every team with its number.
    public var allowed: String {
        let last = teams.count + firstNumber - 1
        let list = teams.enumerated().map { "\($0.offset + firstNumber) \($0.element.name)" }
        return "a team by its name, or by its number from \(firstNumber) to \(last): " + list.joined(separator: ", ")
    }

    /// The letters and digits of a name, in small letters: by them names are told apart.
    public static func key(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
