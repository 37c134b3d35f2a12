public import CareModel

/// What people ask for beside time: each waits in a narrower queue (KT-10, EQ-2, CL-9).
public struct AskInput: Sendable, Equatable {
    /// Share who ask for each language beside English, in order of its number from 1; 0 … 1.
    public var languages: [Double] = []
    /// Share of them for whom an interpreter will do, 0 … 1.
    public var interpreter = 0.5
    /// Share who ask for a woman as therapist, 0 … 1.
    public var femaleTherapist = 0.0
    /// Share who ask for a man as therapist, 0 … 1.
    public var maleTherapist = 0.0
    /// Share who ask to be seen face to face, at any venue, 0 … 1.
    public var faceToFace = 0.0
    /// Share who ask for each venue, in order of its number from 1; 0 … 1.
    public var venues: [Double] = []
    /// Share who need an accessible room when they are seen face to face, 0 … 1.
    public var accessible = 0.0

    /// Nobody asks for anything.
    public init() {}

    /// Whether anybody asks for anything.
    public var isAny: Bool { self != AskInput() }
}

extension ServiceScenario {
    /// Every room, by index: those of a database, else those of the teams (CL-9).
    public var rooms: [Room] { presentRooms ?? teams.indices.flatMap { teams[$0].rooms.rooms(team: $0) } }
}

/// The rooms of a team (CL-9); without any, nobody needs one.
public struct RoomsInput: Sendable, Equatable {
    /// Rooms at each venue, in order of its number from 1.
    public var perVenue: [Int] = []
    /// Accessible rooms among them; venues that are missing have none.
    public var accessiblePerVenue: [Int] = []
    /// When the venues are open (BK-9).
    public var hours = MinutesOfDay(start: 8 * 60, end: 20 * 60)

    /// No rooms.
    public init() {}

    /// The rooms of the team with this index, venue by venue.
    public func rooms(team: Int) -> [Room] {
        perVenue.enumerated().flatMap { venue, count in
            let accessible = venue < accessiblePerVenue.count ? accessiblePerVenue[venue] : 0
            return (0..<count).map { number in
                Room(
                    team: Int32(team), venue: UInt8(truncatingIfNeeded: venue + 1),
                    isAccessible: number < accessible, hours: hours)
            }
        }
    }
}

/// What the referral matrix finds (RF-8): of each rating the shares low, medium and high; severity comes of the scores.
public struct MatrixInput: Sendable, Equatable {
    /// How long the trouble has lasted.
    public var chronicity = [1.0, 0, 0]
    /// Complexity of the presentation.
    public var complexity = [1.0, 0, 0]
    /// Impairment in daily life.
    public var impairment = [1.0, 0, 0]
    /// Substance use.
    public var substanceUse = [1.0, 0, 0]
    /// Risk to self or others.
    public var risk = [1.0, 0, 0]
    /// Earlier interventions that did not help.
    public var earlierInterventions = [1.0, 0, 0]

    /// Everything is low.
    public init() {}
}
