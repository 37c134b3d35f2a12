import CareModel

/// Times that people gave up: nobody is offered again what they could not come to, unless somebody asks for it. Only a
/// desk of real people knows any.
@usableFromInline
struct TimesGivenUp {
    /// The times, by person.
    @usableFromInline private(set) var byPerson: [Int: [TimeGivenUp]] = [:]  // lookup only
    /// Whether they count. Decisions that are replayed were made before anybody knew of them.
    @usableFromInline var isOn = true

    /// A person gave a time up.
    mutating func add(_ time: TimeGivenUp, by person: Int) { byPerson[person, default: []].append(time) }

    /// The end of a time that a person gave up, if a slot touches one; nil if it does not. O(times given up).
    func end(touching slot: SlotOffer, by person: Int) -> CivilMinute? {
        guard isOn, !byPerson.isEmpty, let times = byPerson[person] else { return nil }
        return times.first { slot.start < $0.end && $0.start < slot.start + Int64(slot.minutes) }?.end
    }
}
