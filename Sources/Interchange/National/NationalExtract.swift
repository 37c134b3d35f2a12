import BookingStore
public import CareModel
import Foundation

/// A month of the national data set (IG-5): the tables that this software can fill, as CSV files.
public struct NationalExtract: Sendable, Equatable {
    /// The first day of the month.
    public let month: CivilDay
    /// The names and texts of the files.
    public let files: [File]
    /// Appointments of the month without an outcome: they are not in the extract, which has a code for each contact.
    public let withoutOutcome: [Int64]

    /// A table as a file.
    public struct File: Sendable, Equatable {
        /// The file's name.
        public let name: String
        /// Its text.
        public let text: String
    }

    /// Writes the files into a folder.
    /// - Throws: ``InterchangeError/cannotAccess(_:_:)``.
    public func write(to folder: String) throws(InterchangeError) {
        try FileSet.write(files.map { ($0.name, $0.text) }, to: folder)
    }
}

/// A month of a year.
public struct ReportingMonth: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let first: CivilDay
    /// The last day.
    public let last: CivilDay

    /// A month, as `YYYY-MM`; nil if the text is none.
    public init?(_ text: String) {
        guard let first = CivilDay(text + "-01") else { return nil }
        let date = first.date
        self.first = first
        last = first + Int32(CivilDay.daysInMonth(year: date.year, month: date.month) - 1)
    }

    /// The month as `YYYY-MM`.
    public var description: String { String(first.description.prefix(7)) }
}

/// The codes of the national data set that the core does not have.
enum NationalCodes {
    /// `SourceOfReferralMH`.
    static func source(_ source: ReferralSource) -> String {
        switch source {
        case .selfWeb, .selfTelephone: "B1"
        case .generalPractitioner: "A1"
        case .alliedHealthProfessional: "A3"
        case .maternity: "A4"
        case .secondaryCare, .longTermCondition: "H2"
        case .employer: "D1"
        case .voluntarySector: "G4"
        case .other: "M6"
        }
    }

    /// `ConsMechanism`: two digits; 98, other, if it was not recorded.
    static func mechanism(_ channel: ConsultationChannel) -> String {
        channel == .unknown ? "98" : twoDigits(Int(channel.rawValue))
    }

    /// `Gender`: 1 male, 2 female, 9 neither, X not known.
    static func gender(_ sex: Sex) -> String {
        switch sex {
        case .male: "1"
        case .female: "2"
        case .other: "9"
        case .unknown: "X"
        }
    }

    /// `InterpreterPresentInd`: what the person needs; empty if it is not known.
    static func interpreter(_ need: Known) -> String {
        switch need {
        case .unknown: ""
        case .no: "N"
        case .yes: "Y"
        }
    }

    /// SNOMED CT: the score of PHQ-9.
    static let depressionScore = "720433000"
    /// SNOMED CT: the score of GAD-7.
    static let anxietyScore = "445455005"

    /// A time as HH:MM:SS.
    static func time(_ minute: CivilMinute) -> String { LondonTime.clock(minute) + ":00" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
