public import BookingStore
public import CareModel
import Forecasting
import Synchronization

/// Who looks, and when, where what is looked at is of today.
public struct LookMoment: Sendable {
    /// The present minute.
    public var now: CivilMinute
    /// Who asks, and from where: that they looked is entered in the service's access log (IG-1).
    public var author: Author

    /// A moment.
    public init(now: CivilMinute, author: Author) { (self.now, self.author) = (now, author) }
}

/// The service's own list of today, with which what-ifs may begin: read from its database, without names (IG-2).
///
/// While somebody moves sliders the desk goes on booking. What is read is kept for a while, so that what is seen one
/// after another is of one list; the page says of which minute.
final class TodayList: Sendable {
    /// Minutes for which it is kept.
    static let minutes: Int64 = 15
    /// People whose lists are kept.
    private static let most = 20

    /// The database's path.
    let database: String
    private let kept = Mutex<[(user: Int64, scenario: BenchScenario)]>([])

    /// The list of a database.
    init(of database: String) { self.database = database }

    /// What is kept of somebody's; nil if nothing is, or it is of another day or too old.
    func known(at moment: LookMoment) -> BenchScenario? {
        kept.withLock { kept in
            kept.first { user, scenario in
                guard user == moment.author.user, let readAt = scenario.readAt else { return false }
                let age = moment.now.minutes - readAt.minutes
                return readAt.day == moment.now.day && (0..<Self.minutes).contains(age)
            }?.scenario
        }
    }

    /// Reads it.
    /// - Throws: ``BenchFault``.
    func read(at moment: LookMoment) throws(BenchFault) -> BenchScenario {
        if let known = known(at: moment) { return known }
        let today: ServiceToday
        do throws(ForecastingError) {
            today = try ServiceToday(
                database: database, now: moment.now, by: moment.author, for: "what-ifs from today's list")
        } catch {
            throw BenchFault(error)
        }
        let scenario = try BenchScenario(today, readAt: moment.now)
        kept.withLock { kept in
            kept.removeAll { $0.user == moment.author.user }
            kept.append((moment.author.user, scenario))
            if kept.count > Self.most { kept.removeFirst() }
        }
        return scenario
    }
}
