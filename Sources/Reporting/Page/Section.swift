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
}
