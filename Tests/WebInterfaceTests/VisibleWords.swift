import Foundation

/// What a page shows as people read it, and what in it is no word of theirs: names of enumerations, commands and
/// options, days as tables write them.
enum VisibleWords {
    /// Words with hyphens that are English, one a line: everything else with one is a code.
    static let english: Set<String> = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("words.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return Set(text.split(separator: "\n").map(String.init))
    }()

    /// The text between the tags of a page's main part; what stands in `code`, and secrets, are meant to be copied.
    static func text(_ page: String) -> String {
        let main = page.range(of: "<main").map { String(page[$0.lowerBound...]) } ?? page
        return
            main.replacing(/<textarea[^>]*>[^<]*<\/textarea>/, with: " ").replacing(/<code>[^<]*<\/code>/, with: " ")
            .replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing(/(?:\/[\w-]+){2,}/, with: " ").replacing(/[\w-]{30,}/, with: " ")
            .replacing(/\S+@\S+/, with: " ").replacing(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/, with: " ").replacing(
                "&lt;", with: "<")
    }

    /// What is no word, in the order of the text.
    static func codes(_ text: String) -> [String] {
        let joined = text.matches(of: /\w+(?:[-_]\w+)+/).map { String($0.output) }
            .filter { !english.contains($0.lowercased()) }
        let options = text.matches(of: /--[a-z]+/).map { String($0.output) }
        let bare = text.matches(of: /\b(?:pwp|hit|cbt|dit|ipt|emdr|gp)\b/).map { String($0.output) }
        let inner = text.matches(of: /\b[a-z]+[A-Z]\w*/).map { String($0.output) }
        let rules = text.matches(of: /\b[A-Z]{2}-\d+\b/).map { String($0.output) }
        return joined + options + bare + inner + rules
    }
}
