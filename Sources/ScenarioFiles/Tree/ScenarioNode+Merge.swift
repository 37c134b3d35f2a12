extension ScenarioNode {
    /// The lists whose elements have a name, so that a file that extends another changes them one by one.
    static let namedLists: Set<String> = ["teams", "levers"]

    /// This value with another laid over it: mappings merge key by key, named lists element by element, and anything
    /// else is replaced.
    func merged(with over: ScenarioNode, isNamedList: Bool = false, isTop: Bool = true) -> ScenarioNode {
        if let base = entries, let changes = over.entries {
            var merged = over
            merged.value = .mapping(Self.merge(base, changes, isTop: isTop))
            return merged
        }
        if isNamedList, let base = elements, let changes = over.elements {
            var merged = over
            merged.value = .sequence(Self.merge(base, changes))
            return merged
        }
        return over
    }

    private static func merge(_ base: [Entry], _ changes: [Entry], isTop: Bool) -> [Entry] {
        var result = base
        var places: [String: Int] = [:]  // lookup only
        for (index, entry) in base.enumerated() { places[entry.key] = places[entry.key] ?? index }
        for change in changes {
            if let index = places[change.key] {
                let isNamedList = isTop && namedLists.contains(change.key)
                let value = result[index].value.merged(with: change.value, isNamedList: isNamedList, isTop: false)
                result[index] = Entry(key: change.key, place: change.place, value: value)
            } else {
                places[change.key] = result.count
                result.append(change)
            }
        }
        return result
    }

    private static func merge(_ base: [ScenarioNode], _ changes: [ScenarioNode]) -> [ScenarioNode] {
        var result = base
        for change in changes {
            let name = change["name"]?.text
            if name != nil, let index = result.firstIndex(where: { $0["name"]?.text == name }) {
                if change["drop"]?.text == "true" {
                    result.remove(at: index)
                    continue
                }
                result[index] = result[index].merged(with: change, isTop: false)
            } else {
                result.append(change)
            }
        }
        return result
    }
}
