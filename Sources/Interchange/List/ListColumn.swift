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
        func key(_ text: Substring) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
        let whole = key(heading[...])
        let plain = key(heading.prefix { $0 != "(" })
        return allCases.first { $0.keys.contains(whole) } ?? allCases.first { $0.keys.contains(plain) }
            ?? allCases.first { column in column.keys.contains { "date" + $0 == whole || $0 + "date" == whole } }
    }
}
