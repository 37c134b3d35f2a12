import Mustache

/// A form: fields, and the button that sends them.
struct Form: Sendable {
    /// Where it is sent.
    var action: String
    var fields: [Field] = []
    /// What the button says.
    var button: String
    /// What only those hear who do not see what is beside it.
    var buttonHidden: String?
    /// Whether the button is of the second rank.
    var isSecondary = false
    /// Whether it undoes or ends something.
    var isWarningButton = false
    /// Whether what is entered is asked for, and nothing is changed by it.
    var isQuestion = false
    /// Where one goes who does not want it.
    var leave: Link?
    /// Whether a file is sent with it.
    var takesFile: Bool { fields.flatMap(\.single).contains(where: \.isFile) }
    /// A second button, which sends what was entered too.
    var second: SecondButton?

    /// What each form that changes something carries: the secret of the session, and what makes it happen once.
    var secret = ""
    var once = ""
}

/// A button that sends a form for something else, and says so by a name and a value.
struct SecondButton: Sendable {
    var buttonWords: String
    var buttonName: String
    var buttonValue: String
    /// What only those hear who do not see what is beside it.
    var buttonMore: String?
}

/// A field of a form.
struct Field: Sendable {
    var name: String
    var label: String
    var hint: String?
    var fault: String?
    var value = ""
    /// How wide the field is, in characters; nil is the whole width.
    var width: Int?
    var autocomplete: String?
    var inputMode: String?
    var isOptional = false

    var isText = false
    var isArea = false
    var isPassword = false
    var isHidden = false
    var isDay = false
    var isFile = false
    var options: Options?
    var radios: Options?
    var boxes: Options?
    /// Fields that stand in one row, about one thing.
    var row: [Field]?
    /// Whether it stands in a row, where there is little room.
    var isInRow = false

    struct Options: Sendable {
        var choices: [Choice]
    }

    struct Choice: Sendable {
        var choiceValue: String
        var words: String
        var isChosen = false
        var choiceHint: String?
        var choiceName = ""
        var choiceId = ""
    }

    private init(_ name: String, _ label: String, _ hint: String?) {
        (self.name, self.label, self.hint) = (name, label, hint)
    }

    static func hidden(_ name: String, _ value: String) -> Field {
        var field = Field(name, "", nil)
        (field.isHidden, field.value) = (true, value)
        return field
    }

    static func text(_ name: String, _ label: String, hint: String? = nil, width: Int? = nil) -> Field {
        var field = Field(name, label, hint)
        (field.isText, field.width) = (true, width)
        return field
    }

    static func number(_ name: String, _ label: String, hint: String? = nil) -> Field {
        var field = text(name, label, hint: hint, width: 5)
        field.inputMode = "numeric"
        return field
    }

    static func password(_ name: String, _ label: String, hint: String? = nil, isNew: Bool = false) -> Field {
        var field = Field(name, label, hint)
        (field.isPassword, field.autocomplete) = (true, isNew ? "new-password" : "current-password")
        return field
    }

    /// A file; `kinds` are the ends of names and the types that are offered.
    static func file(_ name: String, _ label: String, hint: String? = nil, kinds: String) -> Field {
        var field = Field(name, label, hint)
        (field.isFile, field.inputMode) = (true, kinds)
        return field
    }

    static func area(_ name: String, _ label: String, hint: String? = nil) -> Field {
        var field = Field(name, label, hint)
        field.isArea = true
        return field
    }

    static func day(_ name: String, _ label: String, hint: String? = "For example, 27/3/2027") -> Field {
        var field = text(name, label, hint: hint, width: 10)
        field.isDay = true
        return field
    }

    static func time(_ name: String, _ label: String, hint: String? = "For example, 14:30") -> Field {
        text(name, label, hint: hint, width: 5)
    }

    static func select(
        _ name: String, _ label: String, _ choices: [(String, String)], hint: String? = nil
    ) -> Field {
        var field = Field(name, label, hint)
        field.options = Options(choices: choices.map { Choice(choiceValue: $0.0, words: $0.1) })
        return field.choosing([])
    }

    static func radios(
        _ name: String, _ label: String, _ choices: [(String, String)], hint: String? = nil
    ) -> Field {
        var field = Field(name, label, hint)
        field.radios = Options(choices: choices.map { Choice(choiceValue: $0.0, words: $0.1) })
        return field.choosing([])
    }

    static func boxes(
        _ name: String, _ label: String, _ choices: [(String, String)], hint: String? = nil
    ) -> Field {
        var field = Field(name, label, hint)
        field.boxes = Options(choices: choices.map { Choice(choiceValue: $0.0, words: $0.1) })
        return field.choosing([])
    }

    /// Fields about one thing, in a row.
    static func row(_ name: String, _ label: String, _ fields: [Field]) -> Field {
        var field = Field(name, label, nil)
        field.row = fields.map { inner in
            var inner = inner
            inner.isInRow = true
            return inner
        }
        return field
    }

    /// The field, or those that stand in its row.
    var single: [Field] { row ?? [self] }

    /// May be left empty.
    var optional: Field {
        var field = self
        field.isOptional = true
        return field
    }

    func with(value: String?) -> Field {
        var field = self
        field.value = value ?? field.value
        return field.choosing([field.value])
    }

    /// With what is wrong with what was entered.
    func saying(_ fault: String?) -> Field {
        var field = self
        field.fault = fault
        return field
    }

    /// With the keys that a telephone shows for it: `tel`, `email`, `numeric`.
    func with(keys: String) -> Field {
        var field = self
        field.inputMode = keys
        return field
    }

    func with(autocomplete: String) -> Field {
        var field = self
        field.autocomplete = autocomplete
        return field
    }

    /// With these choices made.
    func choosing(_ values: [String]) -> Field {
        var field = self
        func chosen(_ options: Options?) -> Options? {
            options.map { options in
                Options(
                    choices: options.choices.enumerated().map { place, choice in
                        var choice = choice
                        choice.isChosen = values.contains(choice.choiceValue) && !choice.choiceValue.isEmpty
                        choice.choiceName = name
                        choice.choiceId = place == 0 ? name : "\(name)-\(place + 1)"
                        return choice
                    })
            }
        }
        (field.options, field.radios, field.boxes) = (chosen(options), chosen(radios), chosen(boxes))
        return field
    }

    /// As it was sent, with what is wrong.
    func filled(from form: WebForm, _ faults: [Page.Fault]) -> Field {
        if let row {
            var field = self
            field.row = row.map { $0.filled(from: form, faults) }
            return field
        }
        var field = isPassword || isFile ? self : with(value: form[name])
        if boxes != nil { field = field.choosing(form.all(name)) }
        field.fault = faults.first { $0.field == name }?.words
        return field
    }
}

/// What templates ask of a field.
extension Field: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "name": self.name
        case "fullLabel": isOptional ? "\(label) (optional)" : label
        case "hint": hint
        case "fault": fault
        case "value": value
        case "widthClass": width.map { " nhsuk-input--width-\($0)" } ?? ""
        case "autocomplete": autocomplete
        case "inputMode": inputMode
        case "hintId": hintId
        case "faultId": faultId
        case "describedBy": describedBy
        case "isText": isText
        case "isArea": isArea
        case "isPassword": isPassword
        case "isFile": isFile
        case "isHidden": isHidden
        case "options": options
        case "radios": radios
        case "boxes": boxes
        case "row": row.map { FieldRow(rowTitle: label, rowFields: $0) }
        case "isInRow": isInRow
        default: nil
        }
    }

    private var hintId: String? { hint.map { _ in "\(name)-hint" } }
    private var faultId: String? { fault.map { _ in "\(name)-error" } }
    private var describedBy: String? {
        let ids = [hintId, faultId].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// Fields in a row, with what they are about.
struct FieldRow: MustacheParent {
    let rowTitle: String
    let rowFields: [Field]

    func child(named name: String) -> Any? {
        switch name {
        case "rowTitle": rowTitle
        case "rowFields": rowFields
        default: nil
        }
    }
}
