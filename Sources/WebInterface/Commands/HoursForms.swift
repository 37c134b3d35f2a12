import BookingService
import BookingStore
import CareModel

/// Commands about the hours of a clinician, and who they are.
enum HoursForms {
    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let sexes: [(String, String, Sex)] = [
        ("unknown", "Not known", .unknown), ("female", "Female", .female), ("male", "Male", .male),
        ("other", "Another", .other),
    ]

    static let all: [CommandForm] = [
        CommandForm(
            name: "hours", title: "Change the hours", subject: .clinician, right: .changeStaff,
            words: "Days that are left empty stay as they are. Whoever is booked outside the hours is listed with new "
                + "times.",
            fields: { _ in
                [.day("first", "From")]
                    + days.map { day in
                        Field.text(
                            day.lowercased(), day,
                            hint: day == "Monday" ? "For example 9:00 to 17:00, or off" : nil, width: 20
                        ).optional
                    } + [.boxes("as-before", "Or", [("yes", "A change on that day is taken back")]).optional]
            },
            make: { entered, setting in
                let first = entered.day("first", "the first day")
                let hours = days.map { entered.optionalHours($0.lowercased(), "the hours of \($0)") }
                if hours.allSatisfy({ $0 == nil }) != entered.isTicked("as-before"), entered.faults.isEmpty {
                    entered.fault("monday", "Enter the hours of a day that changes, or tick that it is taken back")
                }
                return .changeHours(
                    ChangeHours(clinician: Int32(setting.number), change: HoursChange(from: first, hours)))
            }),
        CommandForm(
            name: "details", title: "Change name, languages and places", subject: .clinician, right: .changeStaff,
            fields: { setting in details(setting.clinician, Venues(setting.rooms)) },
            make: { entered, setting in
                var change = ClinicianChange()
                change.name = entered.text("name", "the name", most: IdentityCheck.longestName)
                change.sex = entered.choice("sex", "the sex", sexes.map { ($0.0, $0.2) })
                change.languages = entered.numbers("languages", "numbers of languages", most: 20)
                let known = setting.clinician?.venues ?? []
                let venues = days.indices.map { place -> UInt8 in
                    let before = known.indices.contains(place) ? known[place] : 0
                    return entered.form["venue-\(place)"].map { UInt8($0) ?? 0 } ?? before
                }
                if known.contains(where: { $0 > 0 }) || venues.contains(where: { $0 > 0 }) { change.venues = venues }
                change.seesUnder18 = entered.isTicked("under-18")
                return .changeClinician(ChangeClinician(clinician: Int32(setting.number), change: change))
            }),
    ]

    private static func details(_ known: ClinicianDetails?, _ venues: Venues) -> [Field] {
        func words(_ numbers: [UInt8]?) -> String { (numbers ?? []).map(String.init).joined(separator: " ") }
        let places: [Field] =
            venues.known.isEmpty
            ? []
            : days.enumerated().map { place, day in
                let now = known.flatMap { $0.venues.indices.contains(place) ? $0.venues[place] : nil } ?? 0
                return Field.select("venue-\(place)", "On \(day)s", [("", "Wherever there is a room")] + venues.choices)
                    .with(value: now > 0 ? "\(now)" : "")
            }
        return [
            Field.text("name", "Name", width: 30).with(value: known?.name),
            Field.radios("sex", "Sex", sexes.map { ($0.0, $0.1) })
                .choosing([sexes.first { $0.2 == known?.sex }?.0 ?? "unknown"]),
            Field.text(
                "languages", "Languages beside English", hint: "Their numbers, with blanks between", width: 20
            ).optional.with(value: words(known?.languages)),
            Field.boxes("under-18", "Age", [("yes", "Trained to see people under 18")]).optional
                .choosing(known?.seesUnder18 == true ? ["yes"] : []),
        ] + places
    }
}
