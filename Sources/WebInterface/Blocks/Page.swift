import Reporting

/// A page as templates show it: a title, and blocks in their order. Every page is made of the same few blocks, so that
/// each looks, reads and is operated as the others.
struct Page: Sendable {
    /// What the page is: its heading, and the name of the tab.
    var title: String
    /// A line above the heading: whom or what it is about.
    var caption: String?
    /// What is wrong with what was entered, each with the field it stands at.
    var faults: [Fault] = []
    /// What was just done; announced to whoever listens.
    var done: String?
    /// Blocks from top to bottom.
    var blocks: [Block] = []
    /// The main link that is marked as where one is.
    var section: Section?
    /// Whether the page is loaded again when something happens at the desk.
    var isLive = false
    /// Of a live page, what it shows: it is loaded again for news of these. A page without them is a list of many: it
    /// is loaded again for any news, now and then.
    var concerns: [Concern] = []
    /// Where one comes from.
    var back: Link?

    /// The parts of the desk that the head of each page leads to.
    enum Section: String, CaseIterable, Sendable {
        case today, find, lists, diaries, groups, staff, waits, caseloads, forecast, kept, setUp, plans, providers
        case commissioning, account
    }

    /// Something wrong in a form.
    struct Fault: Sendable {
        var field: String
        var words: String
    }
}

/// A link.
struct Link: Sendable {
    var words: String
    var address: String
    /// What only those hear who do not see what is beside it.
    var hidden: String?

    init(_ words: String, _ address: String, hidden: String? = nil) {
        (self.words, self.address, self.hidden) = (words, address, hidden)
    }
}

/// A part of a page. Exactly one of its parts is there.
struct Block: Sendable {
    var heading: String?
    var paragraph: String?
    var list: [String]?
    var links: [Link]?
    var ways: [Link]?
    var notice: Notice?
    var figures: [CountLink]?
    var table: Table?
    var facts: Facts?
    var form: Form?
    var board: SliderBoard?
    /// Charts and tables of a report, as HTML whose words were made harmless where it was made. They are drawn if they
    /// stand on the page itself, and not in a column.
    var parts: String?
    var slots: Slots?
    var days: Diary?
    var columns: TwoColumns?
    var terms: [Term]?
    var progress: ProgressPart?

    static func heading(_ words: String) -> Block { Block(heading: words) }
    static func paragraph(_ words: String) -> Block { Block(paragraph: words) }
    static func list(_ words: [String]) -> Block { Block(list: words) }
    static func links(_ links: [Link]) -> Block { Block(links: links) }
    /// Links to what is before, after and around, in a row.
    static func ways(_ links: [Link]) -> Block { Block(ways: links) }
    static func notice(_ title: String, _ words: String, isWarning: Bool = true) -> Block {
        Block(notice: Notice(noticeTitle: title, noticeWords: words, isWarning: isWarning))
    }
    static func figures(_ figures: [CountLink]) -> Block { Block(figures: figures) }
    static func table(_ table: Table) -> Block { Block(table: table) }
    static func facts(_ facts: Facts) -> Block { Block(facts: facts) }
    static func form(_ form: Form) -> Block { Block(form: form) }
    static func board(_ board: SliderBoard) -> Block { Block(board: board) }
    static func charts(_ charts: [StackedChart]) -> Block { Block(parts: StackedChart.html(charts)) }
    static func slots(_ slots: Slots) -> Block { Block(slots: slots) }
    static func days(_ days: Diary) -> Block { Block(days: days) }
    static func terms(_ terms: [Term]) -> Block { Block(terms: terms) }
    static func report(_ parts: String) -> Block { Block(parts: parts) }
    static func progress(_ progress: ProgressPart) -> Block { Block(progress: progress) }
    static func columns(_ left: [Block], _ right: [Block]) -> Block {
        Block(columns: TwoColumns(left: left, right: right))
    }
}

/// A word with what it means; the page has a place of that name.
struct Term: Sendable {
    var term: String
    var meaning: String

    init(_ term: String, _ meaning: String) { (self.term, self.meaning) = (term, meaning) }
}

/// What is looked at, and beside it what can be done.
struct TwoColumns: Sendable {
    var left: [Block]
    var right: [Block]
}

/// Something to heed.
struct Notice: Sendable {
    var noticeTitle: String
    var noticeWords: String
    var isWarning: Bool
}

/// A number that leads to those whom it counts.
struct CountLink: Sendable {
    var number: String
    var words: String
    var address: String
    /// Whether it should be nothing.
    var isLate = false
}

/// Rows of a table; each cell in the order of the columns.
struct Table: Sendable {
    var tableTitle: String
    var columns: [Column]
    var rows: [Row]
    /// What is said where there are no rows.
    var empty: String

    let hasRows: Bool

    struct Column: Sendable {
        var columnTitle: String
        var isNumber = false

        init(_ title: String, isNumber: Bool = false) { (columnTitle, self.isNumber) = (title, isNumber) }
    }

    struct Row: Sendable {
        var cells: [Cell]
        /// The cells as they stand on a page, which is made once for as long as they are the same.
        var cellsText = ""
        /// What can be done with the row.
        var action: Form?
        /// Whether nothing can be done with it, though something can with others.
        var isIdle = false
        init(_ cells: [Cell], action: Form? = nil) { (self.cells, self.action) = (cells, action) }
    }

    struct Cell: Sendable, Hashable {
        var text: String
        var href: String?
        var tag: String?
        var tagColour: String?
        /// What the column is called, where a narrow screen shows a row as a card.
        var label = ""
        var isNumeric = false

        /// What stands in the cell; where nothing is known, a dash says so.
        init(_ text: String, href: String? = nil) { (self.text, self.href) = (text.isEmpty ? "–" : text, href) }

        /// A word that stands out; its colour says no more than the word.
        static func tag(_ words: String, _ colour: String) -> Cell {
            var cell = Cell("")
            (cell.text, cell.tag, cell.tagColour) = ("", words, colour)
            return cell
        }
    }

    init(_ title: String, _ columns: [Column], _ rows: [Row], empty: String) {
        (tableTitle, self.columns, self.empty, hasRows) = (title, columns, empty, !rows.isEmpty)
        let hasActions = rows.contains { $0.action != nil }
        if !hasActions, let width = rows.first?.cells.count { self.columns = Array(columns.prefix(width)) }
        self.rows = rows.map { row in
            var row = row
            row.isIdle = hasActions && row.action == nil
            for place in row.cells.indices where place < columns.count {
                row.cells[place].label = columns[place].columnTitle
                row.cells[place].isNumeric = columns[place].isNumber
            }
            return row
        }
    }
}

/// What is known of one thing, line by line.
struct Facts: Sendable {
    var lines: [Line]

    struct Line: Sendable {
        var key: String
        var fact: String
        var change: Link?
    }

    init(_ lines: [(String, String?)], change: [String: Link] = [:]) {
        self.lines = lines.compactMap { key, fact in
            fact.map { Line(key: key, fact: $0, change: change[key]) }
        }
    }
}

/// Times that are offered.
struct Slots: Sendable {
    var slots: [Slot]

    struct Slot: Sendable {
        var time: String
        var with: String
        var slotReason: String
        var hold: Form?
        /// Where it is looked at, if nothing is held yet.
        var choose: Link?
    }
}

/// Days of a clinician, side by side.
struct Diary: Sendable {
    var days: [Day]
    /// Whether something in it can be moved within it.
    let isMovable: Bool

    init(days: [Day]) {
        self.days = days
        isMovable = days.contains { $0.entries.contains { $0.moves != nil } }
    }

    struct Day: Sendable {
        var dayTitle: String
        /// Where the day alone is shown.
        var dayAddress: String?
        var away: String?
        var entries: [Entry]
    }

    struct Entry: Sendable {
        var time: String
        var what: String
        var who: String?
        var href: String?
        /// booked, own or free.
        var kind: String
        var quarters: Int
        /// How long it is, in minutes.
        var length = 0
        /// The number of the appointment, if it can be moved, and where that is done.
        var moves: String?
        var moveAddress: String?
        /// The minute at which free time begins, and with whom.
        var freeFrom: String?
        var freeWith: String?
    }
}
