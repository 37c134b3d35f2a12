/// A part of a long list, and from where to go on.
enum Paging {
    /// Entries of a part, unless it is said.
    static let usual: Int64 = 100
    /// Entries of a part at most.
    static let most: Int64 = 500

    static let parameters = [
        MachineParameter("limit", .whole(1...most), "How many at most; \(usual) if it is not said."),
        MachineParameter("after", .text(most: 100), "Where to go on: what `next` was in the answer before."),
    ]

    /// What a part of a list is written as.
    static func shape(_ entry: any Decodable.Type) -> Shape {
        let shape = ShapeProbe.shape(of: entry)
        let name = if case .object(let name, _) = shape { name } else { "\(entry)" }
        return .object(
            "PageOf\(name)",
            [
                ShapePart("items", .list(shape)),
                ShapePart(
                    "next", .text(most: 100), isRequired: false, "Where to go on; not there if there is no more."),
            ])
    }

    /// The part of a list that was asked for. The place to go on is what the last entry is sorted by, so that nothing
    /// is left out, or comes twice, when the list changes between two parts.
    /// - Parameter order: what the list is sorted by, smallest first.
    static func answer<Entry: Encodable>(
        _ list: [Entry], _ call: MachineCall, by order: (Entry) -> [Int64]
    ) throws -> MachineAnswer {
        let limit = Int(call.number("limit") ?? usual)
        let after = try call.text("after").map(place)
        var places: [[Int64]] = []
        for entry in list {
            // Those that are alike are told apart by their place among them.
            let own = order(entry)
            let alike = places.last.map { $0.dropLast() == own[...] ? ($0.last ?? 0) + 1 : 0 } ?? 0
            places.append(own + [alike])
        }
        let first = after.map { after in places.firstIndex { after.lexicographicallyPrecedes($0) } ?? list.count } ?? 0
        let last = min(first + limit, list.count)
        var parts: [String: AnyJSON] = ["items": try AnyJSON.told(Array(list[first..<last]))]
        if last < list.count, last > first {
            parts["next"] = .text(places[last - 1].map { "\($0)" }.joined(separator: "."))
        }
        return MachineAnswer(content: .object(parts))
    }

    private static func place(_ text: String) throws(Unreadable) -> [Int64] {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
        let known = numbers.compactMap { $0 }
        guard known.count == numbers.count, !known.isEmpty else {
            throw Unreadable(place: "after", why: "this is no place to go on", allowed: "what 'next' was before")
        }
        return known
    }
}
