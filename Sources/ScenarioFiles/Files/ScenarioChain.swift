#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A file, and the files that it extends one after the other.
struct ScenarioChain {
    /// One file.
    struct Member {
        /// The path as messages name it.
        var path: String
        /// The bytes.
        var bytes: [UInt8]
        /// What it says.
        var tree: ScenarioNode
    }

    /// The files: first the one that was asked for, last the one that extends nothing.
    private(set) var members: [Member] = []
    /// What is wrong with them.
    private(set) var diagnostics: [ScenarioDiagnostic] = []

    /// Reads a file and all that it extends.
    init(path: String) throws(ScenarioErrors) {
        var seen: [String] = []
        var next: (path: String, namedAt: Place?)? = (path, nil)
        while let file = next {
            let identity = Self.identity(of: file.path)
            if let place = file.namedAt, seen.contains(identity) {
                let circle = circle(back: file.path)
                report(place, "goes in a circle: \(circle)", allowed: "a file that extends none of these")
                return
            }
            seen.append(identity)
            next = try read(file.path, namedAt: file.namedAt)
        }
    }

    /// What the files say together, each laid over the one that it extends; nil if one of them could not be read.
    var merged: ScenarioNode? {
        guard let last = members.last, diagnostics.isEmpty else { return nil }
        return members.dropLast().reversed().reduce(last.tree) { $0.merged(with: $1.tree) }
    }

    private mutating func read(
        _ path: String, namedAt place: Place?
    ) throws(ScenarioErrors) -> (path: String, namedAt: Place?)? {
        let bytes: [UInt8]
        let text: String
        do {
            bytes = try ScenarioText.bytes(path: path, namedAt: place)
            text = try ScenarioText.text(bytes, path: path)
        } catch {
            guard !diagnostics.isEmpty else { throw error }
            diagnostics += error.diagnostics
            return nil
        }
        var reader = ScenarioTree(file: path)
        let tree = reader.read(text)
        diagnostics += reader.diagnostics
        guard let tree else {
            if reader.diagnostics.isEmpty {
                let allowed = "a scenario needs at least name, starts and teams"
                diagnostics.append(ScenarioDiagnostic(file: path, message: "is empty", allowed: allowed))
            }
            return nil
        }
        guard tree.entries != nil else {
            report(tree.place, key: "", "\(tree.phrase) is not a mapping", allowed: "keys such as name, starts, teams")
            return nil
        }
        reportRepeatedNames(tree)
        members.append(Member(path: path, bytes: bytes, tree: tree))
        guard let base = tree["extends"] else { return nil }
        guard let name = base.text, !base.isNull, !name.isEmpty else {
            report(base.place, "\(base.phrase) is not a file", allowed: "a scenario file, relative to this one")
            return nil
        }
        return (Self.path(name, beside: path), base.place)
    }

    private mutating func reportRepeatedNames(_ tree: ScenarioNode) {
        for list in ScenarioNode.namedLists.sorted() {
            var lines: [String: Int] = [:]
            for element in tree[list]?.elements ?? [] {
                guard let name = element["name"], let text = name.text else { continue }
                if let line = lines[text] {
                    report(
                        name.place, key: "\(list).\(text).name",
                        "the name '\(text)' stands twice; the first is on line \(line)", allowed: "a name of its own")
                }
                lines[text] = lines[text] ?? name.place.line
            }
        }
    }

    private mutating func report(_ place: Place, key: String = "extends", _ message: String, allowed: String) {
        diagnostics.append(
            ScenarioDiagnostic(
                file: place.file, line: place.line, column: place.column, key: key, message: message, allowed: allowed))
    }

    private func circle(back path: String) -> String {
        let identity = Self.identity(of: path)
        let start = members.firstIndex { Self.identity(of: $0.path) == identity } ?? 0
        return (members[start...].map(\.path) + [path]).joined(separator: " → ")
    }

    private static func path(_ name: String, beside path: String) -> String {
        guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }

    private static func identity(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
