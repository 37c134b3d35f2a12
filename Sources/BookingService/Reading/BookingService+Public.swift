import Allocation
import BookingStore
import CareModel

/// What anybody may know of a team's waits (IG-6): numbers of people rounded to 5, and none of fewer than 5 (EQ-1).
public struct PublicMeasures: Codable, Hashable, Sendable {
    /// The team's name.
    public var team: String
    /// People who wait for a first appointment, booked or not; nil if fewer than 5.
    public var waitingFirstAppointment: Int?
    /// People who wait for treatment; nil if fewer than 5.
    public var waitingTreatment: Int?
    /// First appointments of the last four weeks, a week; nil if fewer than 5 in all.
    public var firstAppointmentsPerWeek: Int?
    /// Half of those who were seen in the last four weeks waited so many days or fewer; nil if fewer than 5 were seen.
    public var medianWaitDays: Int?
    /// Nine in ten of them waited so many days or fewer.
    public var ninetiethCentileWaitDays: Int?
    /// Whether nine in ten were seen within the service's promise (FA-1).
    public var keepsPromise: Bool?
}

extension BookingService {
    /// What may be shown to the public, team by team (IG-6).
    public func publicMeasures(in context: Context) throws(BookingError) -> [PublicMeasures] {
        try look(context, .publicMeasures) { step in
            try step.writer.teams().enumerated().map { PublicMeasures(team: $0, name: $1.name, step.box) }
        }
    }
}

extension PublicMeasures {
    fileprivate init(team: Int, name: String, _ box: DeskBox) {
        func count(_ states: [EpisodeState]) -> Int { states.reduce(0) { $0 + box.desk.people(in: $1, team: team) } }
        let first = count([
            .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
            .missedFirstAppointment,
        ])
        let perWeek = box.desk.recentWaits.firstAppointmentsPerWeek(team: team)
        self.team = name
        waitingFirstAppointment = PublicMeasures.shared(first)
        waitingTreatment = PublicMeasures.shared(count([.waitingTreatment]))
        guard perWeek * 4 >= 5 else { return }
        firstAppointmentsPerWeek = Int(perWeek.rounded())
        medianWaitDays = box.desk.recentWaits.firstWait(centile: 0.5, team: team)
        ninetiethCentileWaitDays = box.desk.recentWaits.firstWait(centile: 0.9, team: team)
        keepsPromise =
            box.desk.recentWaits.firstWait(centile: 0.9, team: team) <= box.desk.standards.firstAppointmentDays
        return
    }

    /// A number of people as it may be shared: rounded to 5; nil if fewer than 5 (EQ-1).
    static func shared(_ count: Int) -> Int? { count < 5 ? nil : (count + 2) / 5 * 5 }
}
