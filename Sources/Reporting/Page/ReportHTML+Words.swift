import CareModel

/// The words to paste, and what the words of the field mean.
extension ReportHTML {
    /// The forecast in sentences.
    static func words(_ index: ForecastIndex) -> Section {
        var section = Section.plainWords(
            (PlainWords.paragraphs(index.forecast) + PlainWords.whatWouldHelp(index.forecast))
                .map { ($0.title, $0.sentences) },
            foundation: PlainWords.foundation(index.forecast))
        section.title = "Words to paste into an email"
        section.place = .behind
        return section
    }

    /// The words that a reader from outside the field may not know.
    static func glossary() -> Section {
        let entries = Glossary.entries.map {
            "<dt>\(HTMLText.escape($0.word))</dt><dd>\(HTMLText.escape($0.meaning))</dd>\n"
        }
        return Section(
            key: "glossary", title: "Words of the field", body: "<dl class=\"prose\">\n\(entries.joined())</dl>\n",
            place: .behind)
    }
}
