import Allocation
import BookingStore
import CareModel

extension BookingService {
    /// Who waits now, in numbers, by team, by what for, by step, therapy, clinician and wait (KT-8). Whoever may see
    /// people gets those who have waited longest too; others get counts that may be shared (EQ-1).
    /// - Parameters:
    ///   - wanted: a part of each division that is asked for, by the ``WaitPart/id``; nobody is in one that is unknown.
    ///   - longest: how many of the longest waits are told.
    public func waitsNow(
        _ wanted: [WaitDivision: String] = [:], longest: Int = 20, in context: Context
    ) throws(BookingError) -> WaitsNow {
        try look(context, .waitsNow) { step in
            try WaitsInNumbers(step: step, seesPeople: step.maySeePeople()).answer(wanted, longest: longest)
        }
    }
}

extension CommandStep {
    /// Whether whoever asks may see people one by one; else numbers alone (IG-1).
    func maySeePeople() throws -> Bool {
        do {
            try AccessRules.check(.seePeople, context, writer)
            return true
        } catch BookingError.forbidden { return false }
    }
}

/// The waiting list in numbers, as it is read.
private struct WaitsInNumbers: StepPart {
    let step: CommandStep
    let seesPeople: Bool

    /// Somebody who waits, and the part of each division that they are in.
    private struct Waiter {
        var index: Int
        var days: Int
        var parts: [WaitPart]
    }

    func answer(_ wanted: [WaitDivision: String], longest: Int) throws -> WaitsNow {
        let bands = WaitBands(box.desk.standards)
        let waiters = try everybody(bands)
        let asked = waiters.filter { waiter in
            zip(WaitDivision.allCases, waiter.parts).allSatisfy { division, part in
                wanted[division].map { $0 == part.id } ?? true
            }
        }
        return WaitsNow(
            bands: bands.parts, total: counts(asked, nil, bands),
            divisions: WaitDivision.allCases.indices.dropLast().map { place in
                WaitsNow.Divided(
                    division: WaitDivision.allCases[place],
                    rows: Self.parts(asked, place).map { part in
                        counts(asked.filter { $0.parts[place].id == part.id }, part, bands)
                    })
            },
            choices: WaitDivision.allCases.indices.map { place in
                let division = WaitDivision.allCases[place]
                return WaitsNow.Choices(
                    division: division, parts: division == .band ? bands.parts : Self.parts(waiters, place))
            },
            longest: seesPeople ? try named(asked, longest) : nil, others: others(), isShared: !seesPeople)
    }

    /// The parts of a division in which somebody is, in their order.
    private static func parts(_ waiters: [Waiter], _ place: Int) -> [WaitPart] {
        var found: [WaitPart] = []
        for waiter in waiters where !found.contains(where: { $0.id == waiter.parts[place].id }) {
            found.append(waiter.parts[place])
        }
        return found.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
    }

    private func counts(_ waiters: [Waiter], _ part: WaitPart?, _ bands: WaitBands) -> WaitCounts {
        WaitCounts(
            part: part,
            byBand: bands.parts.map { band in shown(waiters.count { $0.parts.last?.id == band.id }) },
            total: shown(waiters.count))
    }

    /// A count as whoever asks may know it (EQ-1).
    private func shown(_ count: Int) -> Int? {
        seesPeople ? count : SmallNumbers.shared(Double(count)).map { Int($0) }
    }

    /// Everybody who waits in a queue.
    private func everybody(_ bands: WaitBands) throws -> [Waiter] {
        let teams = try writer.teams().map(\.name)
        let allocates = step.policy.rules.map { $0.allocation == .atReferral }
        var found: [Waiter] = []
        for index in box.desk.episodes.indices {
            let episode = box.desk.episodes[index]
            guard let queue = WaitingQueue.of(episode) else { continue }
            let days = waitDays(from: episode.waitsSince, to: context.now)
            let team = box.desk.team(index)
            let clinician = clinician(index, allocates: allocates[team])
            found.append(
                Waiter(
                    index: index, days: days,
                    parts: [
                        WaitPart(id: teams[team], title: teams[team], place: team), Self.part(queue),
                        WaitPart(
                            id: episode.step == .low ? "2" : "3", title: episode.step == .low ? "Step 2" : "Step 3",
                            place: Int(episode.step.rawValue)),
                        Self.therapy(episode), clinician, bands.part(days),
                    ]))
        }
        return found
    }

    private static func part(_ queue: WaitingQueue) -> WaitPart {
        let place = WaitingQueue.all.firstIndex { $0.name == queue.name } ?? WaitingQueue.all.count
        return WaitPart(id: queue.name, title: queue.words, place: place)
    }

    /// The therapy is agreed at the first appointment.
    private static func therapy(_ episode: Episode) -> WaitPart {
        guard !episode.state.isBeforeFirstAppointment else { return .none("not agreed yet") }
        return WaitPart(
            id: episode.modality.name, title: episode.modality.title, place: Int(episode.modality.rawValue))
    }

    /// With whom the next appointment is, or who has the person from the referral on (CL-18).
    private func clinician(_ index: Int, allocates: Bool) -> WaitPart {
        let (person, episode) = (box.desk.people[index], box.desk.episodes[index])
        var found = person.isBooked && person.slotKind != .keepingInTouch ? Int(person.slotClinician) : nil
        if found == nil, allocates, box.facts(index).allocated(among: box.clinicians, episode) != nil {
            found = Int(person.assessor)
        }
        guard let found, box.clinicians.indices.contains(found) else { return .none("nobody yet") }
        return WaitPart(id: "\(found)", title: box.clinicians[found].name, place: found)
    }

    private func named(_ waiters: [Waiter], _ most: Int) throws -> [LongWait] {
        let longest = waiters.sorted { ($1.days, $0.index) < ($0.days, $1.index) }.prefix(most)
        let nameOf = try writer.names(ofPeople: longest.map { Int64($0.index + 1) })
        return longest.map { waiter in
            let person = Int64(waiter.index + 1)
            return LongWait(
                person: person, name: nameOf[person], state: box.desk.episodes[waiter.index].state,
                parts: waiter.parts, days: waiter.days)
        }
    }

    /// Everybody who is here and waits in no queue: with those who do they are everybody (KP-10).
    private func others() -> [WaitsNow.Other] {
        var counts = [Int](repeating: 0, count: EpisodeState.allCases.count)
        for index in box.desk.episodes.indices where WaitingQueue.of(box.desk.episodes[index]) == nil {
            counts[Int(box.desk.episodes[index].state.rawValue)] += 1
        }
        return EpisodeState.allCases.filter { $0.isOpen && counts[Int($0.rawValue)] > 0 }.map { state in
            WaitsNow.Other(state: state, people: shown(counts[Int(state.rawValue)]))
        }
    }
}

/// How long people have waited, cut where promises end (FA-1, KP-2).
private struct WaitBands {
    /// The last day of each band but the last, which has no end.
    let ends: [Int]
    /// The bands, the shortest first.
    let parts: [WaitPart]

    init(_ standards: Standards) {
        let days = [standards.firstAppointmentDays, standards.nationalFirstDays, standards.nationalSecondDays].sorted()
        ends = days.enumerated().filter { $0.offset == 0 || days[$0.offset - 1] != $0.element }.map(\.element)
        parts = (0...ends.count).map { [ends] place in
            if place == 0 {
                return WaitPart(id: "to-\(ends[0])", title: "up to \(ends[0]) days", place: place)
            }
            let first = ends[place - 1] + 1
            return place < ends.count
                ? WaitPart(id: "to-\(ends[place])", title: "\(first) to \(ends[place]) days", place: place)
                : WaitPart(id: "over-\(ends[place - 1])", title: "over \(ends[place - 1]) days", place: place)
        }
    }

    /// The band of a wait.
    func part(_ days: Int) -> WaitPart { parts[ends.firstIndex { days <= $0 } ?? ends.count] }
}
