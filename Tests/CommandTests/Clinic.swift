import Foundation
import TestSupport
import Testing

/// A service so small that every slot is known: two practitioners and two therapists, and six people. All are invented.
///
/// It is the morning of Monday 30 November 2026. Everybody works from 9 to 12 for first appointments, and from 13 to 17
/// for sessions; clinician 3 has as many people as the cap allows, and clinician 2 is on leave on Thursday.
enum Clinic {
    static let now = "2026-11-30T09:00"
    static let scenario = smallService.replacingOccurrences(
        of: "diary: {", with: "diary: { release-days: 0,")

    static var tables: [(name: String, text: String)] {
        [
            ("teams.csv", "team,name\n1,North\n"), ("clinicians.csv", clinicians), ("availability.csv", availability),
            ("absences.csv", "clinician,first,last,reason\n2,2026-12-03,2026-12-03,leave\n"), ("people.csv", people),
            ("episodes.csv", episodes), ("appointments.csv", appointments),
        ]
    }

    private static let clinicians = """
        clinician,team,name,role,whole-time-percent,caseload-cap,trained-in,sees-under-18,sex,started-on,\
        metered-per-week,taken-this-week
        0,North,Practitioner One,pwp,100,20,guided-self-help,no,unknown,2024-01-01,0,0
        1,North,Practitioner Two,pwp,100,20,guided-self-help,no,unknown,2024-01-01,0,0
        2,North,Therapist One,hit,100,20,cbt,no,unknown,2024-01-01,0,0
        3,North,Therapist Two,hit,100,1,cbt,no,unknown,2024-01-01,0,0

        """

    private static var availability: String {
        var lines = ["clinician,week,weekday,purpose,from,until"]
        for clinician in 0..<4 {
            for day in ["monday", "tuesday", "wednesday", "thursday", "friday"] {
                lines.append("\(clinician),usual,\(day),first-appointment,09:00,12:00")
                lines.append("\(clinician),usual,\(day),treatment,13:00,17:00")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let people = """
        person,name,nhs-number,received,source,team
        1,Ada Invented,9434765919,2026-11-09 10:00,self-web,1
        2,Ben Invented,,2026-10-12 10:00,gp,1
        3,Cay Invented,,2026-09-14 10:00,gp,1
        4,"Dee ""D"" Invented",,2026-11-12 10:00,self-telephone,1
        5,Eli Invented,,2026-11-24 10:00,self-web,1
        6,Fay Invented,,2026-11-10 10:00,self-web,1

        """

    private static var episodes: String {
        let never = ",,,,"
        func line(_ person: Int, _ place: String, _ clinician: String, _ times: String, _ sessions: Int) -> String {
            "\(person),\(place),no,0,0,0,0,\(clinician),\(times),14,12,14,12,\(sessions),\(sessions),review,1,1"
        }
        let rows = [
            line(
                1, "waiting-first-appointment,low,routine,guided-self-help,", "",
                "2026-11-09 10:00,2026-11-12 10:00,,,,,", 0),
            line(
                2, "waiting-treatment,high,routine,cbt,", "",
                "2026-10-12 10:00,2026-11-02 10:00,2026-11-02 10:00,2026-11-02 09:00,2026-11-02 09:00,,"
                    + "2026-11-02 09:00",
                0),
            line(
                3, "in-treatment,high,routine,cbt,", "3",
                "2026-09-14 10:00,2026-10-05 10:00,2026-10-05 10:00,2026-10-05 09:00,2026-10-05 09:00,"
                    + "2026-10-20 13:00,2026-11-24 13:00",
                3),
            line(
                4, "waiting-first-appointment,low,routine,guided-self-help,", "",
                "2026-11-12 10:00,2026-11-16 10:00,,,,,", 0),
            line(
                5, "awaiting-screening,low,routine,guided-self-help,", "", "2026-11-24 10:00,2026-11-24 10:00\(never),",
                0),
            line(
                6, "waiting-first-appointment,low,routine,guided-self-help,", "",
                "2026-11-10 10:00,2026-11-13 10:00,,,,,", 0),
        ]
        return """
            person,state,step,priority,therapy,end-reason,stepped-up,missed,contacts-at-step,low-contacts,\
            high-contacts,clinician,received,state-since,waiting-since,first-appointment,first-treatment,\
            second-treatment,last-treatment,start-phq-9,start-gad-7,phq-9,gad-7,sessions-at-step,planned-sessions,\
            screening-task,contact-attempts,appointments-offered

            """ + rows.joined(separator: "\n") + "\n"
    }

    private static let appointments = """
        appointment,person,clinician,kind,start,minutes,booked-at,status
        1,3,3,treatment,2026-12-01 13:00,60,2026-11-24 14:00,standing

        """
}

extension Workspace {
    /// Writes the clinic's scenario and tables.
    func writeClinic(changing file: String = "", _ old: String = "", to new: String = "") throws {
        try write("clinic.yaml", Clinic.scenario)
        try makeFolder("tables")
        for table in Clinic.tables {
            let isChanged = table.name == file
            try write(
                "tables/" + table.name, isChanged ? table.text.replacingOccurrences(of: old, with: new) : table.text)
        }
    }

    /// Makes `clinic.db` of the tables.
    func foundClinic(_ more: [String] = []) throws -> Outcome {
        try service(["init", "clinic.yaml", "clinic.db", "--from-csv", "tables", "--now", Clinic.now] + more)
    }

    /// Runs a command at the desk.
    func service(_ arguments: [String]) throws -> Outcome {
        try start(Self.program, ["service"] + arguments).outcome()
    }

    /// Runs a command on `clinic.db`, at a time of Monday 30 November unless another minute is given.
    func clinic(_ command: String, _ arguments: [String], at now: String = Clinic.now) throws -> Outcome {
        try service([command, "clinic.db", "--now", now] + arguments)
    }

    /// What `clinic.db` holds: rows by table, and every look but those that are made to see this. SQLite's own notes
    /// change whenever a file is opened.
    func clinicState() throws -> String {
        let verified = try service(["verify", "clinic.db"])
        #expect(verified.code == 0 && verified.out.hasSuffix("\nNothing differs.\n"))
        let looks = try service(["audit", "clinic.db", "--format", "json"]).out
        let own = ["\"what\" : \"verify\"", "\"what\" : \"access log\""]
        let others = looks.components(separatedBy: "},").filter { look in !own.contains { look.contains($0) } }
        return verified.out + others.joined(separator: "},").filter { !"[]{} \n".contains($0) }
    }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }
}
