import CareModel

extension ClinicianDetails {
    private enum Key: String, CodingKey {
        case clinician, team, name, role, wholeTimePercent, caseloadCap, trainedIn, seesUnder18, sex, languages
        case startedOn, meteredUntil, meteredPerWeek, windsDownFrom, lastDay, takenThisWeek, meteredWeek, venues
    }

    /// Reads details; those of a log that was begun before starters' meters or venues were kept have none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func read<Value: Decodable>(_ key: Key) throws -> Value { try container.decode(Value.self, forKey: key) }
        self.init(
            clinician: try read(.clinician), team: try read(.team), name: try read(.name), role: try read(.role),
            wholeTimePercent: try read(.wholeTimePercent), caseloadCap: try read(.caseloadCap),
            trainedIn: try read(.trainedIn), seesUnder18: try read(.seesUnder18), sex: try read(.sex),
            languages: try read(.languages), startedOn: try read(.startedOn),
            meteredUntil: try container.decodeIfPresent(CivilDay.self, forKey: .meteredUntil),
            meteredPerWeek: try read(.meteredPerWeek),
            windsDownFrom: try container.decodeIfPresent(CivilDay.self, forKey: .windsDownFrom),
            lastDay: try container.decodeIfPresent(CivilDay.self, forKey: .lastDay))
        takenThisWeek = try container.decodeIfPresent(Int.self, forKey: .takenThisWeek) ?? 0
        meteredWeek = try container.decodeIfPresent(CivilDay.self, forKey: .meteredWeek)
        venues = try container.decodeIfPresent([UInt8].self, forKey: .venues) ?? []
    }
}
