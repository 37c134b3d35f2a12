extension Property {
    /// The same in another column of a database.
    public func column(_ name: String) -> Property {
        var changed = self
        changed.column = .own(name)
        return changed
    }

    /// The same in some bits of a column.
    public func bits(of name: String, at first: Int64, count: Int64) -> Property {
        var changed = self
        changed.column = .bits(of: name, at: first, count: count)
        return changed
    }

    /// The same in another column of tables.
    public func cell(_ name: String) -> Property {
        var changed = self
        changed.cell = .own(name)
        return changed
    }

    /// The same as a word in a column of tables.
    public func word(_ word: String, of name: String) -> Property {
        var changed = self
        changed.cell = .word(word, of: name)
        return changed
    }

    /// The same with an empty cell in tables for what a blank value has.
    public var emptyIfBlank: Property {
        var changed = self
        if case .own(let name) = cell { changed.cell = .emptyIfBlank(name) }
        return changed
    }

    /// The same, of which tables allow only some numbers.
    public func within(_ range: ClosedRange<Int64>) -> Property { of(.number(range)) }

    /// The same with another meaning of the number.
    public func of(_ form: PropertyForm) -> Property {
        var changed = self
        changed.form = form
        return changed
    }

    /// The same, which whatever is read must have.
    public var required: Property {
        var changed = self
        changed.isRequired = true
        return changed
    }
}
