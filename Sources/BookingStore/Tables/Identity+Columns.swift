import CareModel
import GRDB

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
