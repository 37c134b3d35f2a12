import CareModel

/// A word that a cell may hold: as tables write it, and as people say it. Both are read.
public struct ColumnWord: Hashable, Sendable {
    /// As tables write it: in small letters, with hyphens.
    public let name: String
    /// As people say it.
    public let title: String

    /// A word; without another, what people say is the name with blanks.
    init(name: String, title: String? = nil) {
        self.name = name
        self.title = title ?? ColumnWord.shown(name)
    }

    /// A name of a table with blanks, and abbreviations as people write them. It is still read as that name.
    static func shown(_ name: String) -> String {
        let known = ["nhs": "NHS", "gp": "GP"]  // lookup only
        if name == "phq-9" || name == "gad-7" { return name.uppercased() }
        return name.split(separator: "-").map { known[String($0)] ?? String($0) }.joined(separator: " ")
    }
}
