import CareModel
internal import Foundation

/// A file, and the files that it extends one after the other.
struct ScenarioChain {
    /// One file.
    struct Member {
        /// Where it is.
        var address: ScenarioSource.Address
        /// The name that messages give it: of a file, its path.
        var name: String
        /// The bytes.
        var bytes: [UInt8]
        /// What it says.
        var tree: ScenarioNode
    }

    /// The files: first the one that was asked for, last the one that extends nothing.
    private(set) var members: [Member] = []
    /// What is wrong with them.
    private(set) var diagnostics: [FileFault] = []

    private let source: ScenarioSource

    private struct Link {
        var address: ScenarioSource.Address
        var namedAt: Place?
    }

    /// Reads a scenario and all that it extends.
    init(_ source: ScenarioSource) throws(ScenarioErrors) {
        self.source = source
        var seen: [ScenarioSource.Address] = []
        var next: Link? = Link(address: source.first)
        while let link = next {
            let identity = Self.identity(of: link.address)
            if let place = link.namedAt, seen.contains(identity) {
                let circle = circle(back: link.address)
                report(place, "goes in a circle: \(circle)", allowed: "a file that extends none of these")
                return
            }
            seen.append(identity)
            next = try read(link)
        }
    }

    /// What the files say together, each laid over the one that it extends; nil if one of them could not be read.
    var merged: ScenarioNode? {
        guard let last = members.last, diagnostics.isEmpty else { return nil }
        return members.dropLast().reversed().reduce(last.tree) { $0.merged(with: $1.tree) }
    }

    private mutating func read(_ link: Link) throws(ScenarioErrors) -> Link? {
        let path = source.name(of: link.address)
        let bytes: [UInt8]
        let text: String
        do {
            bytes = try self.bytes(link)
            text = try ScenarioBytes.text(bytes, path: path)
        } catch {
            guard !diagnostics.isEmpty else { throw error }
            diagnostics += error.diagnostics
            return nil
        }
        var reader = ScenarioTree(file: path)
        let tree = reader.read(text)
        diagnostics += reader.diagnostics
        guard let tree, !tree.isNull else {
            if reader.diagnostics.isEmpty {
                let allowed = "a scenario needs at least name, starts and teams"
                diagnostics.append(FileFault(file: path, message: "is empty", allowed: allowed))
            }
            return nil
        }
        guard tree.entries != nil else {
            report(tree.place, key: "", tree.isNot("a mapping"), allowed: "keys such as name, starts, teams")
            return nil
        }
        reportRepeatedNames(tree)
        members.append(Member(address: link.address, name: path, bytes: bytes, tree: tree))
        guard let base = tree["extends"] else { return nil }
        guard let name = base.text, !base.isNull, !name.isEmpty else {
            report(base.place, base.isNot("a file"), allowed: "a scenario file, relative to this one")
            return nil
        }
        return Link(address: source.address(of: name, namedBy: link.address), namedAt: base.place)
    }

    private func bytes(_ link: Link) throws(ScenarioErrors) -> [UInt8] {
        switch link.address {
        case .file(let path): try ScenarioBytes.bytes(path: path, namedAt: link.namedAt)
        case .text(let place): try ScenarioBytes.bytes(of: source.texts[place], namedAt: link.namedAt)
        case .missing(let name): throw ScenarioBytes.missing(name, namedAt: link.namedAt)
        }
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
            FileFault(
                file: place.file, line: place.line, column: place.column, key: key, message: message, allowed: allowed))
    }

    private func circle(back address: ScenarioSource.Address) -> String {
        let identity = Self.identity(of: address)
        let start = members.firstIndex { Self.identity(of: $0.address) == identity } ?? 0
        return (members[start...].map(\.name) + [source.name(of: address)]).joined(separator: " → ")
    }

    /// A file is the same whatever path leads to it.
    private static func identity(of address: ScenarioSource.Address) -> ScenarioSource.Address {
        guard case .file(let path) = address, let resolved = realpath(path, nil) else { return address }
        defer { free(resolved) }
        return .file(String(cString: resolved))
    }
}
