import Allocation
import BookingStore
import CareModel

/// What a step has at hand: the desk, what writes to the store, and who does it when.
package struct CommandStep {
    let box: DeskBox
    let writer: StoreWriter
    let context: BookingService.Context
    let policy: ServicePolicy

    /// Writes what the desk decides.
    func decisions() -> DecisionWriter {
        DecisionWriter(box: box, writer: writer, now: context.now, author: context.author)
    }

    /// The index of a person at the desk.
    /// - Throws: ``BookingError/noSuchPerson(_:)``.
    func index(of person: Int64) throws -> Int {
        guard person > 0, person <= box.desk.episodes.count, try writer.person(person) != nil else {
            throw BookingError.noSuchPerson(person)
        }
        return Int(person - 1)
    }

    /// The index of a team at the desk.
    /// - Throws: ``BookingError/noSuchTeam(_:count:)``.
    func index(ofTeam team: Int) throws -> UInt32 {
        guard box.desk.rules.indices.contains(team) else {
            throw BookingError.noSuchTeam(team, count: box.desk.rules.count)
        }
        return UInt32(team)
    }

    /// The index of a clinician at the desk.
    /// - Throws: ``BookingError/refused(_:)``.
    func index(ofClinician clinician: Int32) throws -> Int {
        guard box.clinicians.indices.contains(Int(clinician)) else { throw BookingError.refused([.noSuchClinician]) }
        return Int(clinician)
    }

    /// Whether a fact can have happened.
    /// - Throws: ``BookingError/impossible(person:state:command:)``.
    func require(_ fact: DeskFact, _ command: String) throws {
        guard !box.desk.isPossible(fact) else { return }
        guard let person = fact.person, Int(person) < box.desk.episodes.count else {
            throw BookingError.invalid("\(command) is not possible")
        }
        let state = box.desk.episodes[Int(person)].state
        throw BookingError.impossible(person: Int64(person) + 1, state: state, command: command)
    }

    /// Tells the desk one fact about a person.
    /// - Returns: where the person is then.
    func tell(_ person: Int64, _ command: String, _ fact: (UInt32) -> DeskFact) throws -> PersonStanding {
        let index = UInt32(try index(of: person))
        try require(fact(index), command)
        var decisions = decisions()
        try decisions.hear(fact(index))
        return try state(of: person)
    }
}
