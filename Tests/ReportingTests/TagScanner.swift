/// Reads HTML just well enough to see that elements nest.
struct TagScanner {
    /// What is wrong, in order; empty for a page whose elements nest.
    private(set) var faults: [String] = []
    /// How often each element begins.
    private(set) var counts: [String: Int] = [:]
    private var open: [String] = []

    private static let void: Set = ["meta", "br", "wbr", "input", "link", "hr", "img", "col"]
    /// Elements whose end HTML lets us leave out, with the beginnings that end them.
    private static let optional: [String: Set<String>] = [
        "td": ["td", "th", "tr", "tbody"], "th": ["td", "th", "tr", "tbody"], "tr": ["tr", "tbody"],
        "thead": ["tbody"], "tbody": ["tbody"], "li": ["li"],
    ]

    init(_ html: String) {
        var rest = Substring(html)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...]
            guard let end = TagScanner.end(of: rest) else {
                faults.append("a tag without an end: \(rest.prefix(40))")
                return
            }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            guard tag.first != "!" else { continue }
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
            if name.isEmpty { faults.append("a bare < before: \(tag.prefix(40))") }
            if tag.first == "/" {
                close(name)
            } else {
                begin(name)
                if name == "script" || name == "style" { rest = TagScanner.skip(rest, to: "</" + name) }
            }
        }
        for name in open.reversed() where TagScanner.optional[name] == nil { faults.append("\(name) is not closed") }
    }

    /// The `>` that ends a tag, quotes respected.
    private static func end(of text: Substring) -> Substring.Index? {
        var quoted = false
        for index in text.indices {
            if text[index] == "\"" { quoted.toggle() }
            if text[index] == ">", !quoted { return index }
        }
        return nil
    }

    private static func skip(_ text: Substring, to ending: String) -> Substring {
        text.firstRange(of: ending).map { text[$0.lowerBound...] } ?? text[text.endIndex...]
    }

    private mutating func begin(_ name: String) {
        counts[name, default: 0] += 1
        guard !TagScanner.void.contains(name) else { return }
        while let last = open.last, TagScanner.optional[last]?.contains(name) == true { open.removeLast() }
        open.append(name)
    }

    private mutating func close(_ name: String) {
        while let last = open.last, last != name, TagScanner.optional[last] != nil { open.removeLast() }
        if open.last == name {
            open.removeLast()
        } else {
            faults.append("</\(name)> within \(open.last ?? "nothing")")
        }
    }
}
