/// A file of a result, by its name in the folder. Its text is handed on in pieces when it is written, so that what is
/// large need not be in memory as a whole.
struct OutputFile {
    let name: String
    /// Hands the text on, a piece after the other.
    let each: (_ take: (_ piece: String) -> Void) -> Void

    /// A file whose text is made as it is written.
    init(_ name: String, _ each: @escaping ((_ piece: String) -> Void) -> Void) {
        self.name = name
        self.each = each
    }

    /// A file whose text is there.
    init(_ name: String, _ text: String) {
        self.name = name
        each = { $0(text) }
    }
}
