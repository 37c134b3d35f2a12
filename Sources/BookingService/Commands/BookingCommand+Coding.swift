extension BookingCommand: Codable {
    /// How one kind of command is read.
    package struct Form: Sendable {
        /// Its name.
        package let name: String
        /// What the author must be allowed to do (IG-1); nil if anybody may.
        package let right: Permission?
        /// The use-case.
        package let useCase: any UseCase.Type
        /// Reads its parts.
        let read: @Sendable (KeyedDecodingContainer<Name>, Name) throws -> BookingCommand

        init<Command: UseCase>(_ wrap: @escaping @Sendable (Command) -> BookingCommand) {
            name = Command.name
            right = Command.right
            useCase = Command.self
            read = { wrap(try $0.decode(Command.self, forKey: $1)) }
        }
    }

    /// The name of a command as a key: `{"discharge": {"person": 12, "reason": 12}}`.
    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    /// Writes the command as one field: its name, and its parts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(useCase, forKey: Name(stringValue: name))
    }

    /// Reads a command.
    /// - Throws: `DecodingError` if there is not one field, no command has its name, or a part is missing or of another
    ///   type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        guard let name = container.allKeys.first, container.allKeys.count == 1,
            let form = BookingCommand.forms.first(where: { $0.name == name.stringValue })
        else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "a command is one field with its name (one of "
                        + BookingCommand.forms.map(\.name).joined(separator: ", ") + ")"))
        }
        self = try form.read(container, name)
    }
}
