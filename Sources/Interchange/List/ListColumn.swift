import CareModel

/// What a column of a waiting list is, whatever it is called.
enum ListColumn: CaseIterable {
    case name, forename, surname, reference, nhsNumber, dateOfBirth, phone, email, address
    case team, step, received, source, since, daysWaiting, weeksWaiting, state, clinician, appointment, appointmentTime
    case priority, therapy, depression, anxiety

    /// The name that this software would give it, in a fault.
    var words: String { names[0] }

    /// What it may be called, by letters and digits alone.
    private var keys: [String] { names.map(TeamNames.key) }

    /// What it may be called; the first is the plainest.
    private var names: [String] {
        switch self {
        case .name: ["name", "patient", "patientname", "fullname", "client", "clientname", "serviceuser", "person"]
        case .forename: ["forename", "firstname", "givenname", "forenames"]
        case .surname: ["surname", "lastname", "familyname"]
        case .reference:
            [
                "reference", "ref", "id", "patientid", "clientid", "personid", "number", "referralid", "refno", "mrn",
                "iaptusid", "rionumber", "rioid", "localid", "localpatientid", "patientno", "patientnumber",
            ]
        case .nhsNumber: ["nhs-number", "nhsno", "nhs", "nhsnum"]
        case .dateOfBirth: ["date-of-birth", "dob", "born", "birthdate"]
        case .phone:
            [
                "phone", "telephone", "tel", "telno", "mobile", "phonenumber", "telephonenumber", "mobilenumber",
                "contactnumber", "contactno", "mobileno",
            ]
        case .email: ["email", "emailaddress"]
        case .address: ["address", "homeaddress"]
        case .team: ["team", "locality", "area", "hub", "site", "cluster", "borough", "district", "service"]
        case .step: ["step", "intensity", "level", "pathway", "carestep", "stepofcare"]
        case .received:
            [
                "referred-on", "dateofreferral", "referraldate", "refdate", "datereferred", "referred", "received",
                "referralreceived", "datereceived", "referralreceiveddate", "receivedon", "dateref",
            ]
        case .source: ["source", "referralsource", "referredby", "referrer", "sourceofreferral"]
        case .since:
            [
                "waiting-since", "waitstart", "waitingfrom", "clockstart", "startofwait", "dateadded",
                "dateaddedtolist", "dateaddedtowaitinglist", "onlistsince", "addedtolist", "waitstarted", "wlstart",
                "dateonlist", "assessed", "dateofassessment", "assessmentdate",
            ]
        case .daysWaiting: ["days-waiting", "days", "waitdays", "daysonlist", "dayswaited", "waitindays"]
        case .weeksWaiting: ["weeks-waiting", "weeks", "waitweeks", "weeksonlist", "waitinweeks"]
        case .state: ["state", "status", "stage", "waitingfor", "waitingfornext", "waitinglist", "list", "waitsfor"]
        case .clinician:
            [
                "clinician", "therapist", "practitioner", "allocatedto", "casemanager", "keyworker", "worker",
                "allocatedclinician", "assignedto", "assessor",
            ]
        case .appointment:
            [
                "next-appointment", "nextappt", "appointment", "appt", "appointmentdate", "apptdate",
                "dateofappointment", "nextsession", "nextappointmentdate", "dateofnextappointment", "booked",
            ]
        case .appointmentTime: ["appointment-time", "appttime", "time", "timeofappointment"]
        case .priority: ["priority", "urgency", "priorityclass", "class"]
        case .therapy: ["therapy", "treatment", "modality", "intervention", "treatmenttype", "therapytype"]
        case .depression: ["phq-9", "phq", "phq9score"]
        case .anxiety: ["gad-7", "gad", "gad7score"]
        }
    }

    /// What is in the column.
    var kind: CellKind {
        switch self {
        case .received, .since: .day
        case .dateOfBirth: .birthday
        case .appointment: .minute(assumed: CellKind.startOfDay)
        case .appointmentTime: .time
        case .daysWaiting, .weeksWaiting, .depression, .anxiety: .number
        case .name, .forename, .surname, .reference, .nhsNumber, .phone, .email, .address, .team, .step, .source,
            .state,
            .clinician, .priority, .therapy:
            .text
        }
    }

    /// The column that a heading names; what stands in brackets is left out. Nil if it is not known.
    static func named(_ heading: String) -> ListColumn? {
        let whole = TeamNames.key(heading)
        return byKey[whole] ?? byKey[TeamNames.key(String(heading.prefix { $0 != "(" }))] ?? byDatedKey[whole]
    }

    /// Columns by what they may be called; the first of two that may be called the same. For lookup only: any cell of a
    /// list may be a heading, and is looked for.
    private static let byKey = table { [$0] }
    /// The same, with a word that headings of days have before or after the name.
    private static let byDatedKey = table { ["date" + $0, $0 + "date"] }

    private static func table(_ forms: (String) -> [String]) -> [String: ListColumn] {
        var columns: [String: ListColumn] = [:]  // lookup only
        for column in allCases {
            for form in column.keys.flatMap(forms) where columns[form] == nil { columns[form] = column }
        }
        return columns
    }
}
