/// A table of a page as HTML: what it is of, a heading for each column, and its rows.
enum PlainTable {
    /// The table, which scrolls where it is wider than the page.
    /// - Parameter rows: each from ``row(_:_:text:)``, or alike.
    static func html(_ caption: String, _ heads: [String], _ rows: [String]) -> String {
        let cells = heads.map { "<th scope=\"col\">\(HTMLText.escape($0))</th>" }.joined()
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(HTMLText.escape(caption))">\
            <table class="plain fit wide"><caption class="unseen">\(HTMLText.escape(caption))</caption>
            <thead><tr>\(cells)</tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>

            """
    }

    /// A row of numbers.
    /// - Parameter text: cells of words after them, as HTML.
    static func row(_ head: String, _ cells: [String], text: [String] = []) -> String {
        "<tr><th scope=\"row\">\(HTMLText.escape(head))</th>"
            + cells.map { "<td>\(HTMLText.escape($0))</td>" }.joined()
            + text.map { "<td class=\"text\">\($0)</td>" }.joined() + "</tr>\n"
    }
}
