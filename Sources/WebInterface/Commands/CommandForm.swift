import BookingService
import BookingStore
import CareModel

/// The form of one command: what it is called, what is asked, and the command that what was entered makes. There is
/// one table of them (``CommandForms``); pages only show it.
struct CommandForm: Sendable {
    /// Whom or what a command is about.
    enum Subject: String, Sendable {
        case person = "people"
        case appointment = "appointments"
        case task = "tasks"
        case clinician = "clinicians"
        case group = "groups"
        case room = "rooms"
        case service = ""
    }

    /// What is known before somebody fills a form in.
    struct Setting: Sendable {
        /// The number of whom or what it is about.
        var number: Int64 = 0
        var now: CivilMinute
        var teams: [String] = []
        var clinicians: [ClinicianDetails] = []
        var rooms: [RoomAdded] = []
        /// Of a person, who they are.
        var record: WholeRecord?
        /// Of an appointment, what it is.
        var appointment: AppointmentRecord?
        /// Of a course in a group, what it is.
        var group: GroupEntry?
        /// Courses in groups, where one of them is chosen.
        var courses: [GroupEntry] = []
        /// Of a session of a course, people of whom the desk asks what is to be at the limit of misses.
        var atLimit: [Int64] = []

        /// The clinician whom it is about.
        var clinician: ClinicianDetails? { clinicians.first { Int64($0.clinician) == number } }
    }

    /// Its part of the address.
    let name: String
    /// What it does, as the heading and the link say it.
    let title: String
    let subject: Subject
    /// What one must be allowed to do.
    var right: Permission?
    /// What the button says.
    var button = "Keep this"
    /// What follows from it; nil if the title says it.
    var words: String?
    /// Whether it ends or undoes something.
    var isWarning = false
    /// Where one goes from a form that is about nobody and nothing in particular.
    var back = "/"
    /// What is asked.
    var fields: @Sendable (Setting) -> [Field] = { _ in [] }
    /// The command.
    let make: @Sendable (Entered, Setting) -> BookingCommand?
}
