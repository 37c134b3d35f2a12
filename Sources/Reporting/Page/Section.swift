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
        <h2>\(HTMLText.escape(title))</h2>
        \(lead.isEmpty ? "" : "<p class=\"lead\">\(lead)</p>\n")\(body)</section>

        """
    }

    /// A section of figures for each scope; nil if no scope has anything.
    static func figures(
        key: String, title: String, lead: String = "", index: ForecastIndex,
        content: (FigureMaker) -> (before: String, figures: [Figure])
    ) -> Section? {
        var body = ""
        for scope in index.scopes {
            let (before, figures) = content(FigureMaker(scope: scope, index: index))
            if before.isEmpty && figures.isEmpty { continue }
            body += "<div class=\"scope\" data-scope=\"\(HTMLText.identifier(scope.key))\">\n"
            body += "<h3>\(HTMLText.escape(scope.title))</h3>\n" + before
            if !figures.isEmpty {
                body += "<div class=\"figures\">\n" + figures.map(\.html).joined() + "</div>\n"
            }
            body += "</div>\n"
        }
        return body.isEmpty ? nil : Section(key: key, title: title, lead: lead, body: body)
    }
}
