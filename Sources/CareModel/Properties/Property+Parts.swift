extension Property {
    /// A whole with rows of its own: the same rows, all of which whatever is read must have.
    /// - Parameter column: the column of a database in which the whole is kept, as JSON.
    static func parts<Whole: Described>(
        _ name: String, _ place: any Place<Whole>, column: String
    ) -> [Property] {
        Whole.properties.map { part in
            var own = Property(
                "\(name).\(part.name)", part.form, isOptional: part.isOptional,
                rules: part.rules.joined(separator: " "), part.meaning,
                number: { part.number($0[keyPath: place]) }, put: { part.put($0, &$1[keyPath: place]) }
            ).required
            own.column = .part(of: column)
            return own
        }
    }
}
