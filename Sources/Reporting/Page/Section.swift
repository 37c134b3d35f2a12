/// A part of the report with a heading.
struct Section {
    /// Where a part stands.
    enum Place {
        /// Among the answers, for everybody.
        case front
        /// Behind a link, and on paper only if it is asked for.
        case behind
    }

    /// Its anchor.
    var key: String
    var title: String
    /// One or two sentences below the heading; HTML.
    var lead = ""
    /// HTML.
    var body: String
    var place = Place.front

    /// The section as HTML.
    var html: String {
        let heading = "<h2>\(HTMLText.escape(title))</h2>"
        let lead = lead.isEmpty ? "" : "<p class=\"lead\">\(lead)</p>"
        switch place {
        case .front:
            return """
                <section id="\(key)">
                <div class="head">\(heading)\(lead)</div>
                \(body)</section>

                """
        case .behind:
            return """
                <details class="more" id="\(key)"><summary>\(heading)</summary>
                <div class="inside">\(lead)
                \(body)</div>
                </details>

                """
        }
    }

    /// The section behind a link.
    var behind: Section {
        var section = self
        section.place = .behind
        return section
    }

    /// A part of a section that speaks of one scope, and is shown when that is chosen.
    static func scope(_ scope: Scope, _ body: String) -> String {
        """
        <div class="scope" data-scope="\(scope.key)">
        <h3>\(HTMLText.escape(scope.title))</h3>
        \(body)</div>

        """
    }

    /// What stands for a scope of which there is nothing to show.
    static func nothing(_ scope: Scope, _ words: String) -> String {
        "<div class=\"scope nothing\" data-scope=\"\(scope.key)\">"
            + "<p>\(HTMLText.escape(scope.title)): \(HTMLText.escape(words))</p></div>\n"
    }

    /// Figures side by side; empty without any.
    static func grid(_ figures: [Figure]) -> String {
        figures.isEmpty ? "" : "<div class=\"figures\">\n" + figures.map(\.html).joined() + "</div>\n"
    }

    /// A section of figures for each scope; nil if no scope has anything.
    static func figures(
        key: String, title: String, lead: String = "", index: ForecastIndex,
        content: (FigureMaker) -> (before: String, figures: [Figure])
    ) -> Section? {
        var body = ""
        var empty: [Scope] = []
        for scope in index.shownScopes {
            guard index.chartedScopes.contains(scope) else {
                empty.append(scope)
                continue
            }
            let (before, figures) = content(FigureMaker(scope: scope, index: index))
            guard !before.isEmpty || !figures.isEmpty else {
                empty.append(scope)
                continue
            }
            body += Section.scope(scope, before + grid(figures))
        }
        guard !body.isEmpty else { return nil }
        for scope in empty {
            body += nothing(scope, "no chart here. Its numbers are in weekly.csv.")
        }
        return Section(key: key, title: title, lead: lead, body: body, place: .behind)
    }

    /// What the report says in words, under titles, and what that rests on.
    static func plainWords(_ paragraphs: [(title: String, sentences: [String])], foundation: String) -> Section {
        let words = paragraphs.map { title, sentences in
            "<p><strong>\(HTMLText.escape(title))<span class=\"unseen\">:</span></strong> "
                + "<span><b>\(HTMLText.escape(sentences.first ?? ""))</b> "
                + "\(HTMLText.escape(sentences.dropFirst().joined(separator: " ")))</span></p>\n"
        }
        let rest =
            "<p class=\"foundation\"><strong>What it rests on<span class=\"unseen\">:</span></strong> "
            + "<span>\(HTMLText.escape(foundation))</span></p>\n"
        return Section(
            key: "summary", title: "In plain words",
            body: "<div class=\"words\" id=\"words\">\n\(words.joined())\(rest)</div>\n"
                + "<button type=\"button\" id=\"copy\">Copy these words</button>\n")
    }

    /// How the report was made, so that it can be made again.
    /// - Parameters:
    ///   - rows: what is told of it, as plain text.
    ///   - command: what makes it again; empty if no command made it.
    static func manifest(_ rows: [(String, String)], command: String) -> Section {
        var lines = rows.map { what, value in
            "<tr><th scope=\"row\">\(HTMLText.escape(what))</th><td class=\"text\">\(HTMLText.escape(value))</td>\n"
        }
        if !command.isEmpty {
            lines.append(
                "<tr><th scope=\"row\">To make it again</th><td class=\"text\"><code>\(HTMLText.escape(command))"
                    + "</code></td></tr>\n")
        }
        return manifest(lines)
    }

    /// The same, of rows of a table in HTML.
    static func manifest(_ lines: [String]) -> Section {
        Section(
            key: "manifest", title: "How this was made",
            body: """
                <table class="plain manifest"><caption class="unseen">How this was made</caption>
                <tbody>
                \(lines.joined())</tbody></table>

                """, place: .behind)
    }
}
