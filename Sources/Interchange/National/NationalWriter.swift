import BookingStore
import CareModel

/// Fills the tables of a month.
///
/// Table 101 has every referral that was open on a day of the month, and 001 the people of those; an end that came
/// after the month is not in it. Tables 201, 202 and 607 have the contacts of the month: each appointment of a person
/// that has an outcome or was cancelled, one activity for each that was attended, and the scores taken in it. What was
/// entered in error is in no table, nor is the session of a group itself: its seats are contacts.
struct NationalWriter {
    let month: ReportingMonth
    /// Goes before every number, so that those of two services differ.
    let prefix: String
    /// The code of the site, if it is known.
    let site: String
    private var tables: [(name: String, lines: [[String]])] = [
        ("001", [["LocalPatientId", "NHSNumber", "PersonBirthDate", "Gender"]]),
        (
            "101",
            [
                [
                    "ServiceRequestId", "LocalPatientId", "ReferralRequestReceivedDate", "SourceOfReferralMH",
                    "EndCode", "ServDischDate",
                ]
            ]
        ),
        (
            "201",
            [
                [
                    "CareContactId", "ServiceRequestId", "CareContDate", "CareContTime", "AttendOrDNACode",
                    "ClinContDurOfCareCont", "AppType", "ConsMechanism", "PlannedCareContIndicator", "SiteIDOfTreat",
                    "LanguageCodeTreat", "InterpreterPresentInd",
                ]
            ]
        ),
        ("202", [["CareActId", "CareContactId", "CarePersLocalId"]]),
        ("607", [["CareActId", "CodedAssToolType", "PersScore"]]),
    ]
    private var withoutOutcome: [Int64] = []
    /// The first number of somebody who came again (ST-6): one person, a referral for each time.
    private var firstNumbers: [Int64: Int64] = [:]  // lookup only
    private var listed: Set<Int64> = []  // lookup only

    init(month: ReportingMonth, prefix: String, site: String) {
        self.month = month
        self.prefix = prefix
        self.site = site
    }

    /// The extract of what a store holds.
    mutating func extract(_ reader: StoreReader) throws -> NationalExtract {
        for person in try reader.everybody() {
            firstNumbers[person.known.number] = patientNumber(person.known)
            add(person.known, person.identity)
            for record in try reader.appointments(ofPerson: person.known.number) { add(record, person.known) }
        }
        let files = tables.map { table in
            NationalExtract.File(name: "\(table.name).csv", text: table.lines.map(CSVText.line).joined())
        }
        return NationalExtract(month: month.first, files: files, withoutOutcome: withoutOutcome.sorted())
    }

    private func patientNumber(_ person: Person) -> Int64 {
        person.earlierNumber.map { firstNumbers[$0] ?? $0 } ?? person.number
    }

    private mutating func append(_ table: Int, _ line: [String]) { tables[table].lines.append(line) }

    private mutating func add(_ person: Person, _ identity: Identity) {
        let episode = person.episode
        let ended = episode.state == .closed ? episode.stateSince.day : nil
        guard person.referral.received.day <= month.last, ended ?? month.last >= month.first else { return }
        let patient = patientNumber(person)
        if listed.insert(patient).inserted {
            append(
                0,
                [
                    prefix + "\(patient)", identity.nhsNumber ?? "", identity.dateOfBirth?.description ?? "",
                    NationalCodes.gender(person.referral.sex),
                ])
        }
        let isEnded = ended.map { $0 <= month.last } ?? false
        let treated = episode.firstTreatment != Episode.never
        append(
            1,
            [
                prefix + "R\(person.number)", prefix + "\(patient)", person.referral.received.day.description,
                NationalCodes.source(person.referral.source),
                isEnded ? episode.endReason.nationalCode(treated: treated) : "",
                isEnded ? ended?.description ?? "" : "",
            ])
    }

    private mutating func add(_ record: AppointmentRecord, _ person: Person) {
        let start = record.placement.start
        guard start.day >= month.first, start.day <= month.last, record.status != .undone else { return }
        guard let attendance = record.attendance else {
            withoutOutcome.append(record.appointment)
            return
        }
        let contact = prefix + "C\(record.appointment)"
        append(
            2,
            [
                contact, prefix + "R\(person.number)", start.day.description, NationalCodes.time(start),
                "\(attendance.rawValue)", attendance.wasSeen ? "\(record.placement.minutes)" : "0",
                record.placement.kind.nationalCode, NationalCodes.mechanism(record.booking.channel), "Y", site,
                person.referral.language == 0 ? "en" : "", NationalCodes.interpreter(person.referral.interpreter),
            ])
        guard attendance.wasSeen else { return }
        let activity = prefix + "A\(record.appointment)"
        append(3, [activity, contact, prefix + "S\(record.placement.clinician)"])
        guard let scores = record.scores else { return }
        append(4, [activity, NationalCodes.depressionScore, "\(scores.depression)"])
        append(4, [activity, NationalCodes.anxietyScore, "\(scores.anxiety)"])
    }
}
