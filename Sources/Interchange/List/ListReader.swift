import BookingService
import BookingStore
import CareModel

/// Reads the rows of a waiting list one by one: what each says of a person, and what is wrong with it.
struct ListReader {
    let records: ListRecords
    let teams: TeamNames
    let clinicians: [ClinicianDetails]
    let now: CivilMinute
    /// What is wrong, by row.
    private(set) var faults: [[FileFault]]
    /// Rows that name no team below one that does, as merged cells leave them.
    private(set) var filledDown = 0
    private var lastTeam: Int?

    init(_ records: ListRecords, teams: TeamNames, clinicians: [ClinicianDetails], now: CivilMinute) {
        self.records = records
        self.teams = teams
        self.clinicians = clinicians
        self.now = now
        faults = [[FileFault]](repeating: [], count: records.rows.count)
    }

    /// What a row says; what is wrong with it is added to ``faults``.
    mutating func person(_ index: Int) -> ListPerson {
        let row = records.rows[index]
        var person = ListPerson()
        readIdentity(row, index, &person)
        person.team = team(row, index)
        readDays(row, index, &person)
        readWords(row, index, &person)
        readAppointment(row, index, &person)
        return person
    }

    mutating func fail(_ index: Int, _ column: ListColumn, _ what: String, _ allowed: String) {
        let row = records.rows[index]
        let field = records.field(row, column) ?? row.fields[0]
        faults[index].append(
            FileFault(
                file: records.path, line: field.line, column: field.column, key: column.words, message: what,
                allowed: allowed))
    }

    private mutating func readIdentity(_ row: CSVText.Record, _ index: Int, _ person: inout ListPerson) {
        let whole = records.text(row, .name)
        let parts = [records.text(row, .forename), records.text(row, .surname)].filter { !$0.isEmpty }
        let reference = records.text(row, .reference)
        let name = whole.isEmpty ? parts.joined(separator: " ") : whole
        person.identity.name = name.isEmpty ? reference.isEmpty ? "Line \(row.line)" : reference : name
        let number = records.text(row, .nhsNumber)
        if let valid = NHSNumber(number), !valid.isPlaceholder {
            person.identity.nhsNumber = valid.digits
        } else if NHSNumber(number) != nil {
            person.unknown.append(.number)
        } else if !number.isEmpty, ListWords.isNoNumber(number) {
            person.unknown.append(.number)
        } else if !number.isEmpty {
            fail(
                index, .nhsNumber, "'\(number)' is not allowed",
                "ten digits, of which the last checks the others, or empty")
        }
        person.identity.dateOfBirth = day(row, index, .dateOfBirth)
        func text(_ column: ListColumn) -> String? {
            let text = records.text(row, column)
            return text.isEmpty ? nil : text
        }
        person.identity.phone = text(.phone)
        person.identity.email = text(.email)
        person.identity.address = text(.address)
    }

    private mutating func team(_ row: CSVText.Record, _ index: Int) -> Int {
        let text = records.text(row, .team)
        if let named = teams.index(of: text) {
            lastTeam = named
            return named
        }
        if !text.isEmpty {
            fail(index, .team, TeamsFromZero.fault(text), teams.allowed)
            return 0
        }
        if let heading = teams.index(of: records.headings[index]) { return heading }
        if teams.teams.count == 1 { return 0 }
        if records.has(.team), let lastTeam {
            filledDown += 1
            return lastTeam
        }
        fail(index, .team, "nothing says which team the person waits for", teams.allowed)
        return 0
    }

    private mutating func day(_ row: CSVText.Record, _ index: Int, _ column: ListColumn) -> CivilDay? {
        let text = records.text(row, column)
        guard !text.isEmpty else { return nil }
        if let day = CivilDay(text) { return day }
        switch records.cells.reading(text, as: column.kind) {
        case .cell(let written)?: return CivilDay(written)
        case .assumed(let written)?: return CivilDay(String(written.prefix(10)))
        case .doubt(let what, let allowed)?: fail(index, column, what, allowed)
        case nil: fail(index, column, "'\(text)' is no day", "a day as DD/MM/YYYY or YYYY-MM-DD, or empty")
        }
        return nil
    }

    private mutating func readDays(_ row: CSVText.Record, _ index: Int, _ person: inout ListPerson) {
        person.received = day(row, index, .received)
        person.since = day(row, index, .since)
        guard faults[index].allSatisfy({ ![ListColumn.received.words, ListColumn.since.words].contains($0.key) }) else {
            return
        }
        for (column, day) in [(ListColumn.received, person.received), (.since, person.since)] {
            if let day, day > now.day { fail(index, column, "\(day) is after today", "a day up to \(now.day)") }
        }
        if let received = person.received, let since = person.since, since < received {
            fail(
                index, .since, "\(since) is before the referral of \(received)", "a day from \(received) on, or empty")
        }
        guard person.received == nil else { return }
        person.received = person.since
        if person.received == nil, let days = wait(row, index) { person.received = now.day - Int32(days) }
        if person.received == nil, !faults[index].contains(where: { $0.message.contains("no number") }) {
            fail(
                index, records.has(.received) ? .received : .since, "nothing says since when the person waits",
                "the day of the referral, the day since which the person waits, or how many days they have waited")
        }
    }

    /// Days that a list says somebody has waited.
    private mutating func wait(_ row: CSVText.Record, _ index: Int) -> Int? {
        for (column, unit) in [(ListColumn.daysWaiting, 1), (.weeksWaiting, 7)] {
            let text = records.text(row, column)
            guard !text.isEmpty else { continue }
            let digits = text.lowercased().split { $0.isLetter || $0.isWhitespace }.first.map(String.init) ?? text
            guard case .cell(let written)? = records.cells.reading(digits, as: .number), let number = Int(written),
                (0...20_000).contains(number)
            else {
                fail(index, column, "'\(text)' is no number of \(unit == 1 ? "days" : "weeks")", "0 to 20000, or empty")
                return nil
            }
            return number * unit
        }
        return nil
    }

    private mutating func readWords(_ row: CSVText.Record, _ index: Int, _ person: inout ListPerson) {
        func word<Value>(
            _ column: ListColumn, _ unknown: ListPerson.Unknown, _ value: (String) -> Value?
        ) -> (Value?, ListPerson.Unknown?) {
            let text = records.text(row, column)
            guard !text.isEmpty else { return (nil, nil) }
            let found = value(text)
            return (found, found == nil ? unknown : nil)
        }
        var unknown: [ListPerson.Unknown?] = []
        let step = word(.step, .step, ListWords.step)
        let state = word(.state, .state, ListWords.state)
        let priority = word(.priority, .priority, ListWords.priority)
        let therapy = word(.therapy, .therapy, ListWords.therapy)
        let source = word(.source, .source, ListWords.source)
        (person.step, person.state, person.priority) = (step.0, state.0, priority.0)
        (person.therapy, person.source) = (therapy.0, source.0)
        unknown = [step.1, state.1, priority.1, therapy.1, source.1]
        person.unknown += unknown.compactMap { $0 }
        readScores(row, index, &person)
    }

    private mutating func readScores(_ row: CSVText.Record, _ index: Int, _ person: inout ListPerson) {
        var found: [UInt8] = []
        for (column, most) in [(ListColumn.depression, Scores.depressionCeiling), (.anxiety, Scores.anxietyCeiling)] {
            let text = records.text(row, column)
            guard !text.isEmpty else { continue }
            guard case .cell(let written)? = records.cells.reading(text, as: .number), let score = UInt8(written),
                score <= most
            else {
                fail(index, column, "'\(text)' is not allowed", "a whole number, 0 to \(most), or empty")
                continue
            }
            found.append(score)
        }
        if found.count == 2 { person.scores = Scores(depression: found[0], anxiety: found[1]) }
    }

    private mutating func readAppointment(_ row: CSVText.Record, _ index: Int, _ person: inout ListPerson) {
        let who = records.text(row, .clinician)
        if !who.isEmpty {
            let wanted = TeamNames.key(who)
            let named = clinicians.filter { TeamNames.key($0.name) == wanted }
            person.clinician = named.count == 1 ? named[0].clinician : nil
            if person.clinician == nil { person.unknown.append(.clinician) }
        }
        var text = records.text(row, .appointment)
        guard text.contains(where: \.isNumber) else { return }
        if SpreadsheetCell.split(text) == nil { text += " " + records.text(row, .appointmentTime) }
        switch records.cells.reading(text, as: ListColumn.appointment.kind) {
        case .cell(let written)?: person.appointment = ColumnForm<CivilMinute>.minute.value(written)
        case .assumed(let written)?:
            person.appointment = ColumnForm<CivilMinute>.minute.value(written)
            person.isTimeAssumed = true
        case .doubt(let what, let allowed)?: fail(index, .appointment, what, allowed)
        case nil:
            fail(
                index, .appointment, "'\(SpreadsheetCell.trimmed(text))' is no day and time",
                "a day and a time, such as 13/02/2026 09:30, a day alone, or empty")
        }
    }
}
