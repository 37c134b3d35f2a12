/// A part of the report with a heading.
struct Section {
    /// Its anchor.
    var key: String
    var title: String
    /// One or two sentences below the heading; HTML.
    var lead = ""
    /// HTML.
    var body: String

    /// The section as HTML.
    var html: String {
        """
        <section id="\(key)">
        <div class="head"><h2>\(HTMLText.escape(title))</h2>\(lead.isEmpty ? "" : "<p class=\"lead\">\(lead)</p>")</div>
        \(body)</section>

        """
    }

    /// A section of figures for each scope; nil if no scope has anything.
    static func figures(
        key: String, title: String, lead: String = "", index: ForecastIndex,
        content: (FigureMaker) -> (before: String, figures: [Figure])
    ) -> Section? {
        var body = ""
        var empty: [Scope] = []
        for scope in index.scopes {
            let (before, figures) = content(FigureMaker(scope: scope, index: index))
            guard !before.isEmpty || !figures.isEmpty else {
                empty.append(scope)
                continue
            }
            body += "<div class=\"scope\" data-scope=\"\(scope.key)\">\n"
            body += "<h3>\(HTMLText.escape(scope.title))</h3>\n" + before
            if !figures.isEmpty {
                body += "<div class=\"figures\">\n" + figures.map(\.html).joined() + "</div>\n"
            }
            body += "</div>\n"
        }
        guard !body.isEmpty else { return nil }
        for scope in empty {
            body += "<div class=\"scope nothing\" data-scope=\"\(scope.key)\">"
            body += "<p>\(HTMLText.escape(scope.title)): nothing here. Choose another above.</p></div>\n"
        }
        return Section(key: key, title: title, lead: lead, body: body)
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
    /// - Parameter lines: rows of a table; HTML.
    static func manifest(_ lines: [String]) -> Section {
        Section(
            key: "manifest", title: "How this was made",
            body: """
                <table class="plain manifest"><caption class="unseen">How this was made</caption>
                <tbody>
                \(lines.joined())</tbody></table>

                """)
    }
}
