import BookingStore
import CareModel

/// What rows must be beside well written: numbers that are there once, and that refer to something that is there.
///
/// While nothing is taken unless all is good, a row may refer to a row that is bad in another cell: one mistake is one
/// fault. When the good rows are taken, a row that refers to a rejected one is rejected.
struct TableCheck {
    let acceptValid: Bool
    /// The present minute; nil if it does not matter what is yet to come.
    let now: CivilMinute?
    /// Files that cannot be read at all: what is said of their rows elsewhere is not held against it.
    private var unreadable: Set<String> = []  // lookup only
    private(set) var teams: Set<Int64> = []  // lookup only
    private var clinicians: Set<Int64> = []  // lookup only
    private var people: Set<Int64> = []  // lookup only

    init(acceptValid: Bool, now: CivilMinute?) {
        self.acceptValid = acceptValid
        self.now = now
    }

    /// Adds the faults to the files' rows.
    mutating func run(_ files: inout TableFiles) {
        unreadable = Set(files.unreadableNames)  // lookup only
        settleAssumed(&files)
        checkTeams(&files.teams, first: Int64(files.firstTeamNumber))
        checkClinicians(&files.clinicians)
        checkOrder(&files.clinicians)
        checkHours(&files.availability, &files.absences)
        checkMinutes(&files)
        checkMilestones(&files.episodes)
        files.placeholders = checkIdentities(&files.people)
        checkPeople(&files.people)
        checkEpisodes(&files)
        checkAppointments(&files.appointments)
        checkRooms(&files.rooms, &files.appointments)
        checkPlaces(&files)
        checkCourses(&files)
        checkTimes(&files.appointments)
        checkSessions(&files.appointments)
        checkNobodyIsLost(&files)
    }

    /// The numbers of the rows, each of which must be there once.
    func numbers<Row: TableRow>(
        of file: inout TableFile<Row>, _ key: String, _ number: (Row) -> Int64
    ) -> Set<Int64> {
        var lines: [Int64: Int] = [:]  // lookup only
        var good: Set<Int64> = []  // lookup only
        for index in file.rows.indices where !file.rows[index].hasFault(key) {
            let number = number(file.rows[index].row)
            if let line = lines[number] {
                file.rows[index].fail(
                    key, "\(number) is there twice, first on line \(line)", "each \(key) once", file: file.path)
                continue
            }
            lines[number] = file.rows[index].record.line
            if !acceptValid || file.rows[index].faults.isEmpty { good.insert(number) }
        }
        return good
    }

    /// Indices must have no gaps: they are places in an array.
    private func checkGaps<Row: TableRow>(
        _ file: inout TableFile<Row>, _ key: String, first: Int64 = 0, _ number: (Row) -> Int64
    ) {
        let end = first + Int64(file.rows.count)
        for index in file.rows.indices where !file.rows[index].hasFault(key) {
            let number = number(file.rows[index].row)
            if number >= end {
                file.rows[index].fail(
                    key, "\(number) leaves a gap", "\(first) to \(end - 1), one for each row", file: file.path)
            }
        }
    }

    func refer<Row: TableRow>(
        _ row: inout PlacedRow<Row>, _ key: String, _ number: Int64?, _ known: Set<Int64>, _ table: String,
        _ path: String
    ) {
        guard let number, !known.contains(number), !row.hasFault(key), !unreadable.contains(table) else { return }
        row.fail(key, "there is no \(key) \(number)", "one of \(table)", file: path)
    }

    private mutating func checkTeams(_ file: inout TableFile<TeamRow>, first: Int64) {
        checkGaps(&file, "team", first: first) { Int64($0.team) + first }
        let numbers = numbers(of: &file, "team") { Int64($0.team) + first }
        teams = Set(numbers.map { $0 - first })  // lookup only
    }

    private mutating func checkClinicians(_ file: inout TableFile<ClinicianRow>) {
        checkGaps(&file, "clinician") { Int64($0.details.clinician) }
        for index in file.rows.indices {
            let team = Int64(file.rows[index].row.details.team)
            refer(&file.rows[index], "team", team, teams, TeamRow.fileName, file.path)
        }
        clinicians = numbers(of: &file, "clinician") { Int64($0.details.clinician) }
    }

    private func checkHours(
        _ availability: inout TableFile<AvailabilityRow>, _ absences: inout TableFile<AbsenceRow>
    ) {
        for index in availability.rows.indices {
            let row = availability.rows[index].row
            refer(
                &availability.rows[index], "clinician", Int64(row.clinician), clinicians, ClinicianRow.fileName,
                availability.path)
            guard !availability.rows[index].hasFault("from"), !availability.rows[index].hasFault("until") else {
                continue
            }
            let minutes = row.stretch.minutes
            for (key, minute) in [("from", minutes.start), ("until", minutes.end)]
            where minute % 5 != 0 || minute < 360 || minute > 1320 {
                availability.rows[index].fail(
                    key, "it cannot be booked", "a multiple of five minutes between 06:00 and 22:00",
                    file: availability.path)
            }
            if minutes.end <= minutes.start {
                availability.rows[index].fail(
                    "until", "it ends before it begins", "a time after from", file: availability.path)
            }
        }
        for index in absences.rows.indices {
            let row = absences.rows[index].row
            refer(
                &absences.rows[index], "clinician", Int64(row.clinician), clinicians, ClinicianRow.fileName,
                absences.path)
            if row.days.last < row.days.first, !absences.rows[index].hasFault("first") {
                absences.rows[index].fail("last", "it ends before it begins", "first or later", file: absences.path)
            }
        }
    }

    private mutating func checkPeople(_ file: inout TableFile<PersonRow>) {
        var lines: [String: Int] = [:]  // lookup only
        for index in file.rows.indices {
            let row = file.rows[index].row
            refer(&file.rows[index], "team", Int64(row.referral.team), teams, TeamRow.fileName, file.path)
            file.rows[index].requireBothScores(file.path)
            guard let number = row.identity.nhsNumber, row.earlier == nil else { continue }
            if let line = lines[number] {
                file.rows[index].fail(
                    "nhs-number", "\(number) is there twice, first on line \(line)",
                    "each person once; one who was there before names the number of then in earlier", file: file.path)
            } else {
                lines[number] = file.rows[index].record.line
            }
        }
        people = numbers(of: &file, "person", \.person)
        for index in file.rows.indices {
            let row = file.rows[index].row
            referBack(&file.rows[index], "earlier", row.earlier, row.person, people, file.path)
        }
        if acceptValid {
            people = Set(file.rows.filter(\.faults.isEmpty).map(\.row.person))  // lookup only
        }
    }

    private mutating func checkEpisodes(_ files: inout TableFiles) {
        let path = files.episodes.path
        for index in files.episodes.rows.indices {
            let row = files.episodes.rows[index].row
            refer(&files.episodes.rows[index], "person", row.person, people, PersonRow.fileName, path)
            let holder = row.episode.clinician.map { Int64($0) }
            refer(&files.episodes.rows[index], "clinician", holder, clinicians, ClinicianRow.fileName, path)
            let assessor = row.facts.assessor.map { Int64($0) }
            refer(&files.episodes.rows[index], "assessor", assessor, clinicians, ClinicianRow.fileName, path)
            let isClosed = row.episode.state == .closed
            let endReason = files.episodes.rows[index].text("end-reason") ?? ""
            if isClosed == endReason.isEmpty, !files.episodes.rows[index].hasFault("state") {
                files.episodes.rows[index].fail(
                    "end-reason", isClosed ? "a closed episode has no reason" : "an open episode has a reason",
                    "a reason if and only if the state is closed", file: path)
            }
            if row.episode.state.isOnCaseload != (holder != nil), !files.episodes.rows[index].hasFault("state"),
                !files.episodes.rows[index].hasFault("clinician")
            {
                let what = holder == nil ? "nobody holds a person in treatment" : "a clinician holds a person who waits"
                files.episodes.rows[index].fail(
                    "clinician", what, "a clinician if and only if the state is in-treatment or missed-session",
                    file: path)
            }
        }
        let there = numbers(of: &files.episodes, "person", \.person)
        guard !files.isUnreadable else { return }
        for index in files.people.rows.indices {
            let person = files.people.rows[index].row.person
            if !there.contains(person), !files.people.rows[index].hasFault("person") {
                files.people.rows[index].fail(
                    "person", "nothing says where person \(person) is", "a row in \(EpisodeRow.fileName)",
                    file: files.people.path)
                if acceptValid { people.remove(person) }
            }
        }
    }

    private func checkAppointments(_ file: inout TableFile<AppointmentRow>) {
        for index in file.rows.indices {
            let placement = file.rows[index].row.record.placement
            refer(&file.rows[index], "person", placement.person, people, PersonRow.fileName, file.path)
            refer(
                &file.rows[index], "clinician", Int64(placement.clinician), clinicians, ClinicianRow.fileName,
                file.path)
            file.rows[index].requireBothScores(file.path)
            let row = file.rows[index].row.record
            let start = placement.start.minuteOfDay
            if !file.rows[index].hasFault("start"), start % 5 != 0 || start < 360 {
                file.rows[index].fail(
                    "start", "it cannot be booked", "a multiple of five minutes from 06:00", file: file.path)
            } else if !file.rows[index].hasFault("minutes"), start + placement.minutes > 1320 {
                file.rows[index].fail("minutes", "it ends after 22:00", "an end by 22:00", file: file.path)
            }
            let isCancellation = row.attendance == .cancelledByPatient || row.attendance == .cancelledByProvider
            if (row.status == .cancelled) != isCancellation, row.status != .undone,
                !file.rows[index].hasFault("attendance"), !file.rows[index].hasFault("status")
            {
                file.rows[index].fail(
                    "attendance", "it does not go with the status", "2 or 4 if and only if the status is cancelled",
                    file: file.path)
            }
        }
        let known = numbers(of: &file, "appointment", \.record.appointment)
        let all = Set(file.rows.map(\.row.record.appointment))  // lookup only
        for index in file.rows.indices {
            let record = file.rows[index].row.record
            // What was moved stands, whatever became of the row of what it was moved from.
            referBack(&file.rows[index], "replaces", record.booking.replaces, record.appointment, all, file.path)
            let session = record.placement.seat?.session
            referBack(&file.rows[index], "session", session, record.appointment, known, file.path)
        }
    }

    /// A number of the same table, which must be of an earlier row.
    private func referBack<Row: TableRow>(
        _ row: inout PlacedRow<Row>, _ key: String, _ number: Int64?, _ own: Int64, _ known: Set<Int64>, _ path: String
    ) {
        guard let number, !row.hasFault(key) else { return }
        if number >= own || !known.contains(number) {
            row.fail(key, "there is no \(number) before \(own)", "an earlier number of this table", file: path)
        }
    }
}

extension PlacedRow {
    /// Whether something is wrong with a cell, or with the row as a whole.
    func hasFault(_ key: String) -> Bool { faults.contains { $0.key == key || $0.key.isEmpty } }

    /// What a cell says; nil if the file has no such column.
    func text(_ key: String) -> String? {
        let place = Row.columns.firstIndex { $0.name == key }.flatMap { places[$0] }
        return place.flatMap { $0 < record.fields.count ? record.fields[$0].text : nil }
    }

    /// Both scores or neither.
    mutating func requireBothScores(_ path: String) {
        let cells = ["phq-9", "gad-7"].map { text($0) ?? "" }
        guard cells[0].isEmpty != cells[1].isEmpty else { return }
        fail(cells[0].isEmpty ? "phq-9" : "gad-7", "only one score is there", "both scores or neither", file: path)
    }
}
