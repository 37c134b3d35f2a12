import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import ScenarioFiles

@testable import Workbench

extension TwoTeams {
    /// A database of the two teams with invented people, which is removed at the end of a test.
    final class Database: Sendable {
        let folder = TwoTeams.Folder()
        let path: String
        /// Ten o'clock on the first day.
        let now: CivilMinute
        /// The numbers of the users who were asked for, in their order.
        let users: [Int64]

        /// - Parameter roles: of the users that it has, the administrator who adds the others first.
        init(users roles: [UserRole] = []) throws {
            try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
            path = folder.url.appending(path: "service.db").path
            let loaded = try ScenarioLoader.load(TwoTeams.source)
            let founding = ServiceFounding(loaded)
            let day = founding.inventedFirstDay()
            let foundation = try founding.foundation(day)
            var users: [Int64] = []
            try BookingStore.create(at: path) { store in
                let service = BookingService(store, policy: ServicePolicy(loaded.scenario))
                var context = BookingService.Context(now: day.taken)
                try service.found(foundation, in: context)
                for role in roles {
                    context.author = Author(user: users.first ?? 0, origin: "test")
                    users.append(try service.perform(AddUser(user: "Invented \(role)", role: role), in: context))
                }
            }
            self.users = users
            now = CivilMinute(day: day.taken.day, minuteOfDay: 600)
        }

        /// When somebody looks; without a user the second of its users, or nobody in particular where it has none.
        func moment(weeks: Int64 = 0, minutes: Int64 = 0, user: Int64? = nil) -> LookMoment {
            let author = Author(user: user ?? users.dropFirst().first ?? 0, origin: "test")
            return LookMoment(now: now + weeks * 7 * 1440 + minutes, author: author)
        }

        /// A bench, as it is there after each start of a server.
        func bench(_ other: ScenarioSource? = nil) -> Bench {
            Bench(
                ScenarioShelf(own: other ?? TwoTeams.source, folder: nil), saved: SavedShelf(in: folder.url),
                setUps: Shelf(in: folder.url.appending(path: "set-ups")),
                forecasts: ForecastShelf(in: folder.url.appending(path: "forecasts")), today: path, firstDays: nil,
                processors: 2)
        }
    }
}
