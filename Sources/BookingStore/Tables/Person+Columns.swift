import CareModel
import GRDB

extension Referral {
    static let columnNames = """
        received, source, team, age_band, sex, ethnicity, deprivation_decile, long_term_condition, perinatal, \
        weeks_until_birth, veteran, language, interpreter, accessibility_need, channel, time_of_day, venue, modality, \
        therapist_sex, depression, anxiety, matrix, is_urgent
        """

    var columnValues: [(any DatabaseValueConvertible)?] {
        [
            received.minutes, Int64(source.rawValue), Int64(team), Int64(ageBand.rawValue), Int64(sex.rawValue),
            Int64(ethnicity.rawValue), Int64(deprivationDecile), Int64(longTermCondition.rawValue),
            Int64(perinatal.rawValue), Int64(weeksUntilBirth), Int64(veteran.rawValue), Int64(language),
            Int64(interpreter.rawValue), Int64(accessibilityNeed.rawValue), Int64(channel.rawValue),
            Int64(timeOfDay.rawValue), Int64(venue), (modality?.rawValue).map { Int64($0) },
            Int64(therapistSex.rawValue), (scores?.depression).map { Int64($0) }, (scores?.anxiety).map { Int64($0) },
            matrix.code, isUrgent,
        ]
    }

    init(_ columns: inout ColumnReader) throws {
        self.init(received: columns.minute(), source: try columns.value(), team: try columns.number())
        ageBand = try columns.value()
        sex = try columns.value()
        ethnicity = try columns.value()
        deprivationDecile = try columns.number()
        longTermCondition = try columns.value()
        perinatal = try columns.value()
        weeksUntilBirth = try columns.number()
        veteran = try columns.value()
        language = try columns.number()
        interpreter = try columns.value()
        accessibilityNeed = try columns.value()
        channel = try columns.value()
        timeOfDay = try columns.value()
        venue = try columns.number()
        modality = try columns.valueIfAny()
        therapistSex = try columns.value()
        scores = try columns.scoresIfAny()
        matrix = ReferralMatrix(code: columns.integer())
        isUrgent = columns.flag()
    }
}

extension ReferralMatrix {
    /// The seven ratings, two bits each.
    var code: Int64 {
        ratings.enumerated().reduce(0) { $0 | Int64($1.element.rawValue) << (2 * $1.offset) }
    }

    private var ratings: [MatrixRating] {
        [severity, chronicity, complexity, impairment, substanceUse, risk, earlierInterventions]
    }

    init(code: Int64) {
        func rating(_ place: Int64) -> MatrixRating {
            MatrixRating(rawValue: UInt8(truncatingIfNeeded: code >> (2 * place) & 3)) ?? .unknown
        }
        self.init()
        severity = rating(0)
        chronicity = rating(1)
        complexity = rating(2)
        impairment = rating(3)
        substanceUse = rating(4)
        risk = rating(5)
        earlierInterventions = rating(6)
    }
}

extension Identity {
    static let columns = Columns(
        """
        person, name, nhs_number, date_of_birth, phone, email, address, consents, preferred_channel, format
        """, of: "identities")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [
            name, nhsNumber, (dateOfBirth?.number).map { Int64($0) }, phone, email, address, Int64(consents.rawValue),
            (preferredChannel?.rawValue).map { Int64($0) }, format,
        ]
    }

    init(_ columns: inout ColumnReader) throws {
        self.init(name: columns.text())
        nhsNumber = columns.textIfAny()
        dateOfBirth = try columns.dayIfAny()
        phone = columns.textIfAny()
        email = columns.textIfAny()
        address = columns.textIfAny()
        consents = Consents(rawValue: try columns.number())
        preferredChannel = try columns.valueIfAny()
        format = columns.textIfAny()
    }
}
