/// Rows by their names in files, under the standards of one scenario or of several.
public struct MeasureNames: Sendable {
    private let byName: [String: Measure]  // lookup only

    /// The names under these standards; where two rows have one name, the first has it. O(rows).
    public init(_ standards: [Standards]) {
        var byName: [String: Measure] = [:]  // lookup only
        for standards in standards {
            for measure in Measure.rows {
                let name = measure.name(standards)
                if byName[name] == nil { byName[name] = measure }
            }
        }
        self.byName = byName
    }

    /// The row of a name; nil for one that no row has. O(1).
    public subscript(_ name: String) -> Measure? { byName[name] }
}
