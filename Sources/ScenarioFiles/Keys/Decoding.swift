import CareModel

/// What decoding a tree gathers beside the values: faults, and where each key stands.
struct Decoding {
    /// The faults.
    var diagnostics: [FileFault] = []
    /// What is only doubtful.
    var warnings: [FileFault] = []
    /// Where each full key stands that a file, or the command line, gives.
    var places: [String: Place] = [:]
    /// The sources that tags give to full keys.
    var sources: [String: ValueSource] = [:]

    /// The patterns of the mappings in which a key of a name may stand; the empty one is the top.
    let sections: @Sendable (String) -> [String]

    /// How many names are still compared with all others: a file of wrong keys gets no more help than its first.
    private var comparisonsLeft = 50

    init(sections: @escaping @Sendable (String) -> [String]) { self.sections = sections }

    /// `; did you mean 'x'?` for the nearest name, or nothing if none is near, or help was given often enough.
    mutating func question(_ name: String, among names: [String]) -> String {
        guard comparisonsLeft > 0 else { return "" }
        comparisonsLeft -= 1
        return NearestName.question(name, among: names)
    }

    /// Reads a value under a key; nil if it is faulty.
    mutating func read<Root>(
        _ key: Key<Root>, _ node: ScenarioNode, fullKey: String
    ) -> (@Sendable (inout Root) -> Void)? {
        var faults: [ValueFault] = []
        let change = key.change(node, &faults)
        for fault in faults {
            let allowed = fault.allowed ?? key.facts.allowed
            let diagnostic = Self.diagnostic(fault.place, fullKey + fault.part, fault.message, allowed: allowed)
            if fault.isWarning { warnings.append(diagnostic) } else { diagnostics.append(diagnostic) }
        }
        if let source = node.source { sources[fullKey] = source }
        return change
    }

    /// Adds a fault.
    mutating func report(_ place: Place, _ key: String, _ message: String, allowed: String) {
        diagnostics.append(Self.diagnostic(place, key, message, allowed: allowed))
    }

    /// Adds a fault at the place of the first of these keys that a file gives, or of the nearest thing around it.
    mutating func report(at keys: [String], _ key: String, _ message: String, allowed: String) {
        report(place(of: keys), key, message, allowed: allowed)
    }

    /// Adds a doubt.
    mutating func warn(at keys: [String], _ key: String, _ message: String, allowed: String) {
        warnings.append(Self.diagnostic(place(of: keys), key, message, allowed: allowed))
    }

    /// Adds a doubt about a key that earlier releases read, and that never did anything.
    mutating func warnOfFormer(_ key: String, _ instead: String) {
        warn(at: [key], key, "does nothing, and never did", allowed: instead)
    }

    /// Adds a fault for a key that no table knows.
    /// - Parameters:
    ///   - siblings: the names that may stand there.
    ///   - here: the pattern of the mapping that it stands in.
    mutating func reportUnknown(_ entry: ScenarioNode.Entry, _ fullKey: String, siblings: [String], here: String) {
        let typing = comparisonsLeft > 0 ? NearestName.nearest(entry.key, among: siblings) : nil
        comparisonsLeft -= 1
        let elsewhere = sections(entry.key).filter { $0 != here }
        var message = "unknown key"
        if let typing, elsewhere.isEmpty || NearestName.distance(entry.key, typing) <= 1 {
            message += "; did you mean '\(typing)'?"
        } else if let first = elsewhere.first {
            let others = elsewhere.count > 1 ? " or \(elsewhere[1])" : ""
            message += "; '\(entry.key)' belongs to \(first.isEmpty ? "the top" : first)\(others)"
        }
        let allowed = siblings.count <= 14 ? "one of " + siblings.joined(separator: ", ") : ""
        report(entry.place, fullKey, message, allowed: allowed)
    }

    /// The place of the first key that is given, or of the nearest thing around the first key.
    func place(of keys: [String]) -> Place {
        for key in keys {
            if let place = places[key] { return place }
        }
        for key in keys {
            var around = key[...]
            while let dot = around.lastIndex(of: ".") {
                around = around[..<dot]
                if let place = places[String(around)] { return place }
            }
        }
        return places[""] ?? Place(file: "scenario")
    }

    private static func diagnostic(_ place: Place, _ key: String, _ message: String, allowed: String)
        -> FileFault
    {
        FileFault(
            file: place.file, line: place.line, column: place.column, key: key, message: message, allowed: allowed)
    }
}
