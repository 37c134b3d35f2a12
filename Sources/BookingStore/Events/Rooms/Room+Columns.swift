import CareModel
import GRDB

extension RoomAdded {
    static let columns = Columns("room, team, name, venue, is_accessible, opens, closes", of: "rooms")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [room, Int64(team), name, Int64(venue), isAccessible, hours?.start, hours?.end]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(room: columns.integer(), team: try columns.number(), name: columns.text())
        venue = try columns.number()
        isAccessible = columns.flag()
        let (opens, closes) = (columns.integerIfAny(), columns.integerIfAny())
        guard let opens, let closes else { return }
        guard (0...1440).contains(opens), (opens...1440).contains(closes) else {
            throw StoreError.database(detail: "\(opens)–\(closes) is no stretch of a day")
        }
        hours = MinutesOfDay(start: Int(opens), end: Int(closes))
    }
}

extension RoomClosed {
    static let columns = Columns("closure, room, first, last, why, is_over", of: "room_closures")

    var columnValues: [(any DatabaseValueConvertible)?] {
        [closure, room, Int64(first.number), Int64(last.number), why, false]
    }

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        self.init(
            closure: columns.integer(), room: columns.integer(), first: try columns.day(), last: try columns.day(),
            why: columns.text())
        guard first <= last else { throw StoreError.database(detail: "closure \(closure) ends before it begins") }
    }
}
