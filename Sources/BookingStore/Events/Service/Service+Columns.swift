import CareModel
import GRDB

extension TeamAdded {
    static let columns = Columns("team, name", of: "teams")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(team: try columns.number(), name: columns.text())
    }
}

extension UserDetails {
    static let columns = Columns("user, name, role, clinician, is_active", of: "users")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [name, Int64(role.rawValue), clinician.map { Int64($0) }, isActive]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(user: columns.integer(), name: columns.text(), role: try columns.value())
        clinician = try columns.integerIfAny().map { try exact($0) }
        isActive = columns.flag()
    }

    private func exact(_ index: Int64) throws -> Int32 {
        guard let exact = Int32(exactly: index) else { throw StoreError.database(detail: "no clinician \(index)") }
        return exact
    }
}
