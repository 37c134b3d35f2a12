import ArgumentParser
import CareModel

/// What somebody asks for beside time, on the command line (KT-10, EQ-2, CL-9, RF-3).
struct AskOptions: ParsableArguments {
    @Option(help: "The number of the language that the person asks for, 1 to 255 (EQ-2).")
    var language: UInt8?

    @Option(help: "yes if an interpreter will do, no if none is needed (EQ-2).")
    var interpreter: String?

    @Option(help: "female or male, if the person asks for one (KT-10).")
    var therapistSex: String?

    @Option(help: "The number of the venue that the person asks for, 1 to 255 (KT-10).")
    var venue: UInt8?

    @Flag(help: "Asks to be seen face to face (CL-9).")
    var faceToFace = false

    @Flag(help: "Needs an accessible room (EQ-5).")
    var accessible = false

    @Option(help: "morning, afternoon or evening, if the person can come only then (PO-7).")
    var timeOfDay: String?

    @Flag(help: "Needs a call today: the duty worker's (RF-3).")
    var urgent = false

    private static let times: [(name: String, value: TimeOfDayPreference)] = [
        ("morning", .morning), ("afternoon", .afternoon), ("evening", .evening),
    ]
    private static let sexes: [(name: String, value: Sex)] = [("female", .female), ("male", .male)]

    /// Whether any is given.
    var isAny: Bool {
        language != nil || interpreter != nil || therapistSex != nil || venue != nil || timeOfDay != nil || faceToFace
            || accessible || urgent
    }

    func validate() throws {
        if let interpreter, interpreter != "yes", interpreter != "no" {
            throw ValidationError("--interpreter is yes or no.")
        }
        if let therapistSex, !Self.sexes.contains(where: { $0.name == therapistSex }) {
            throw ValidationError("--therapist-sex is female or male.")
        }
        if let timeOfDay, !Self.times.contains(where: { $0.name == timeOfDay }) {
            throw ValidationError("--time-of-day is morning, afternoon or evening.")
        }
    }

    /// Writes them into a referral.
    func add(to referral: inout Referral) {
        referral.language = language ?? 0
        if let interpreter { referral.interpreter = interpreter == "yes" ? .yes : .no }
        referral.therapistSex = Self.sexes.first { $0.name == therapistSex }?.value ?? .unknown
        referral.venue = venue ?? 0
        if faceToFace { referral.channel = .faceToFace }
        if accessible { referral.accessibilityNeed = .yes }
        referral.timeOfDay = Self.times.first { $0.name == timeOfDay }?.value ?? .any
        referral.isUrgent = urgent
    }
}
