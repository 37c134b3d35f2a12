public import CareModel
import Crypto
import ScenarioFiles

/// A service that somebody described by answers, under a name.
public struct SavedSetUp: Hashable, Keepable {
    /// Its name; no two are called alike.
    public var name: String
    /// Who keeps it, by number, and as they were called then.
    public var owner: Int64
    public var ownerName: String
    /// When it was kept, by the service's clock.
    public var keptAt: String
    /// What was answered.
    public var answers: SetUpAnswers
    /// The day with whose week it begins, as a number.
    private var startsOn: Int32

    /// Something to keep.
    /// - Parameter today: its scenario begins on the Monday of that week.
    public init(
        name: String, owner: Int64, ownerName: String, keptAt: String, answers: SetUpAnswers, today: CivilDay
    ) {
        (self.name, self.owner, self.ownerName, self.keptAt) = (name, owner, ownerName, keptAt)
        (self.answers, startsOn) = (answers, today.monday.number)
    }

    /// The scenario that the answers make.
    var scenario: SetUpScenario { SetUpScenario(answers: answers, starts: CivilDay(number: startsOn)) }
    /// The scenario as a file.
    public var text: String { scenario.text }

    /// Its name among the scenarios that what-ifs are made of: another one for other answers.
    public var scenarioName: String {
        let digest = SHA256.hash(data: Array(text.utf8)).prefix(4).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }
        return "set-up-\(Shelf<SavedSetUp>.id(of: name))-\(digest.joined())"
    }
}
