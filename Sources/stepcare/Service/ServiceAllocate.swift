import ArgumentParser
import BookingService
import CareModel
import Foundation

/// `stepcare service allocate`.
struct ServiceAllocate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Books for a team's whole waiting list: in the order of the lists, or the best placement (PO-3).",
        discussion: """
            Without more, everybody whom free time fits is booked, in the order of the lists. With --propose, \
            nothing is booked: the best placement of everybody at once is shown and written to a file, and --accept \
            books it, or the people of it that --only names.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The team: its name, or its number from 1.")
    var team: NamedTeam?

    @Option(help: "Write the best placement of everybody to this file, as JSON; book nothing.")
    var propose: String?

    @Option(help: "Book the places of a file that --propose wrote.", completion: .file(extensions: ["json"]))
    var accept: String?

    @Option(help: "With --accept: only these people, numbers with commas between.")
    var only: String?

    func validate() throws {
        if accept == nil, team == nil { throw ValidationError("Give --team.") }
        if accept != nil, propose != nil { throw ValidationError("Give --propose or --accept, not both.") }
        if only != nil, accept == nil { throw ValidationError("--only goes with --accept.") }
        if let only, numbers(only) == nil {
            throw ValidationError("--only is numbers of people with commas between, not \(only).")
        }
    }

    func run() throws {
        if let accept { return try book(accept) }
        guard let team else { return }
        if let propose { return try show(team, propose) }
        let booked = try options.perform { Allocate(team: try team.index(in: $0)) }
        try options.print(booked, booked.words)
    }

    private func numbers(_ list: String) -> Set<Int64>? {
        let numbers = list.split(separator: ",").map { Int64($0.trimmingCharacters(in: .whitespaces)) }
        return numbers.isEmpty || numbers.contains(nil) ? nil : Set(numbers.compactMap { $0 })
    }

    private func show(_ team: NamedTeam, _ path: String) throws {
        let proposal = try options.withService { try $0.propose(team: team.index(in: $0), in: options.context) }
        let file = ProposalFile(proposal)
        do { try file.json().write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            Terminal.say("\(path): \(error.localizedDescription)")
            throw Exit.inputOutput
        }
        var rows = [["person", "name", "for", "start", "with", "why", "why not sooner"]]
        for (place, name) in zip(proposal.places, proposal.names) {
            rows.append([
                String(place.person), name, place.kind.name, place.start.description, place.clinicianName, place.reason,
                place.whyNotSooner.isEmpty ? "-" : place.whyNotSooner,
            ])
        }
        var text = TextTable.lines(rows)
        if !proposal.left.isEmpty {
            let left = proposal.left.map { [String($0.person), $0.name ?? "-", $0.due.description, $0.reason] }
            text += "\n\nNo place for \(left.count):\n" + TextTable.lines([["person", "name", "due", "why"]] + left)
        }
        text += "\n\n\(proposal.places.count) places proposed, none booked; the proposal is \(path)."
        try options.print(file, text)
    }

    private func book(_ path: String) throws {
        var places = try ProposalFile.read(path)
        if let only, let wanted = numbers(only) {
            let strangers = wanted.subtracting(places.map(\.person)).sorted()
            guard strangers.isEmpty else {
                Terminal.say("\(path): has no place for \(strangers.map(String.init).joined(separator: ", "))")
                throw Exit.badData
            }
            places.removeAll { !wanted.contains($0.person) }
        }
        let accepted = try options.perform(AcceptPlaces(places: places))
        let refused = accepted.filter { $0.appointment == nil }
        var text = "\(accepted.count - refused.count) booked."
        if !refused.isEmpty {
            let rows = refused.map { [String($0.person), $0.name ?? "-", $0.refusal] }
            text += "\n\(refused.count) not any more:\n" + TextTable.lines([["person", "name", "why"]] + rows)
        }
        try options.print(accepted, text)
        guard refused.isEmpty else { throw Exit.badData }
    }
}

/// A proposal as a file that somebody may look through, and cut down, before it is accepted.
struct ProposalFile: Codable {
    struct Place: Codable {
        let person: Int64
        let kind: String
        let clinician: Int32
        let clinicianName: String
        let start: String
        let minutes: Int
        let reason: String
        let whyNotSooner: String
        /// For whoever looks the file through; who is meant, the number says.
        var name: String?
    }

    let places: [Place]

    init(_ proposal: Proposal) {
        places = zip(proposal.places, proposal.names).map { place, name in
            Place(
                person: place.person, kind: place.kind.name, clinician: place.clinician,
                clinicianName: place.clinicianName, start: place.start.description, minutes: place.minutes,
                reason: place.reason, whyNotSooner: place.whyNotSooner, name: name)
        }
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// The places of a file.
    static func read(_ path: String) throws -> [ProposedPlace] {
        guard let data = FileManager.default.contents(atPath: path) else {
            Terminal.say("\(path): no such file, or it cannot be read")
            throw Exit.missingInput
        }
        do {
            return try JSONDecoder().decode(ProposalFile.self, from: data).places.enumerated().map(place)
        } catch let fault as Fault {
            Terminal.say("\(path): \(fault.what)")
        } catch {
            Terminal.say("\(path): this is no proposal of stepcare: \(error.localizedDescription)")
        }
        throw Exit.badData
    }

    private struct Fault: Error {
        let what: String
    }

    private static func place(_ index: Int, _ place: Place) throws -> ProposedPlace {
        guard let kind = AppointmentKind.allCases.first(where: { $0.name == place.kind }) else {
            let allowed = AppointmentKind.allCases.map(\.name).joined(separator: ", ")
            throw Fault(what: "place \(index + 1): kind is '\(place.kind)'; allowed: \(allowed)")
        }
        guard let start = Minute(argument: place.start) else {
            throw Fault(what: "place \(index + 1): start is '\(place.start)'; allowed: YYYY-MM-DD HH:MM")
        }
        return ProposedPlace(
            person: place.person, kind: kind, clinician: place.clinician, clinicianName: place.clinicianName,
            start: start.minute, minutes: place.minutes)
    }
}
