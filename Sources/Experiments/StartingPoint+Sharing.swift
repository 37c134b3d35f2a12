import CareModel
import ServiceSimulation

extension StartingPoint {
    /// These first days as another scenario begins with them: its teams that are on them have their lists; a team that
    /// only it has begins as it says itself, for teams share nobody.
    /// - Parameters:
    ///   - base: the scenario that these first days were made for.
    ///   - experiment: what is to be run from them.
    /// - Returns: nil if it was cancelled.
    func passed(
        from base: ServiceScenario, to experiment: Experiment, isCancelled: @Sendable () -> Bool
    ) -> StartingPoint? {
        let names = experiment.scenario.teams.map(\.name)
        let waiting = waiting.compactMap { person in
            names.firstIndex(of: base.teams[person.team].name).map { person.of(team: $0) }
        }
        let new = names.indices.filter { place in !base.teams.contains { $0.name == names[place] } }
        guard !new.isEmpty else {
            return StartingPoint(days: days, waiting: waiting, origin: origin, events: events)
        }
        var part = experiment
        part.scenario = experiment.scenario.only(new)
        // Whoever needs them makes them.
        part.sharedWork = nil
        guard let own = StartingPoint.make(for: part, isCancelled: isCancelled) else { return nil }
        return StartingPoint(
            days: days.indices.map { FirstDay(parts: days[$0].parts + own.day(of: $0).parts) },
            waiting: waiting + own.waiting.map { $0.of(team: new[$0.team]) }, origin: origin,
            events: events + own.events)
    }
}
