import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import Interchange

/// Diaries and appointments in FHIR R4, to be read and sought.
enum FHIREndpoints {
    static let type = "application/fhir+json"

    static let all: [Endpoint] =
        FHIRSearch.Kind.allCases.flatMap { [search($0), read($0)] } + [
            Endpoint(
                method: .get, path: "/fhir/metadata", right: nil, summary: "What is known of FHIR R4.",
                group: "FHIR R4", answer: .fhir("CapabilityStatement")
            ) { call in
                MachineAnswer(content: CapabilityStatement.content(call.desk.clock.minute.day), type: type)
            }
        ]

    /// Diaries are about nobody who is treated; an appointment is, though without a name.
    static func right(_ kind: FHIRSearch.Kind) -> Permission {
        switch kind {
        case .schedule, .slot: .seeTotals
        case .appointment: .book
        }
    }

    private static let paging = [
        MachineParameter("_id", .text(most: 1000), "One of these identifiers, with commas between them."),
        MachineParameter("_count", .whole(0...500), "How many at most; 100 if it is not said."),
        MachineParameter("_offset", .whole(0...1_000_000), "How many are left out: a link to what is next says it."),
    ]

    /// The parameters of a search.
    static func parameters(_ kind: FHIRSearch.Kind) -> [MachineParameter] {
        let text = Shape.text(most: 1000)
        let actor = [
            MachineParameter("actor", text, "Schedule/clinician-N, or the number alone."),
            MachineParameter("actor:identifier", text, "urn:stepcare:clinician|N"),
        ]
        let date =
            "A date of FHIR, after eq, ge, gt, le, lt, sa or eb; it may stand twice. Four weeks, from today if "
            + "nothing is said, and 92 days at most."
        switch kind {
        case .schedule: return actor + [MachineParameter("date", text, date)] + paging
        case .slot:
            return [
                MachineParameter("schedule", text, "Schedule/clinician-N"), MachineParameter("start", text, date),
                MachineParameter("status", text, FHIRParameters.statuses(kind).joined(separator: ", ")),
            ] + paging
        case .appointment:
            return actor + [
                MachineParameter("date", text, date),
                MachineParameter("status", text, FHIRParameters.statuses(kind).joined(separator: ", ")),
                MachineParameter("patient:identifier", text, "urn:stepcare:person|N"),
            ] + paging
        }
    }

    // MARK: Searching

    private static func search(_ kind: FHIRSearch.Kind) -> Endpoint {
        Endpoint(
            method: .get, path: "/fhir/\(kind.rawValue)", right: right(kind),
            summary: "Seeks \(kind.rawValue)s; names are in them only if the token may see people's records.",
            group: "FHIR R4", parameters: parameters(kind), answer: .fhir("Bundle")
        ) { call in
            let context = try call.context()
            let search = try FHIRParameters(kind: kind, call: call, now: context.now).search()
            let found = try await matches(search, call, context)
            return MachineAnswer(content: try bundle(found, search, call), type: type)
        }
    }

    private static func matches(
        _ search: FHIRSearch, _ call: MachineCall, _ context: BookingService.Context
    ) async throws -> FHIRMatches {
        var search = search
        search.options.includesNames = call.asked.who?.may(.seePeople) == true
        search.options.closedDays = call.desk.service.policy.closedDays
        let wanted = search
        let what = wanted.options.includesNames ? "diaries with names" : "diaries without names"
        return try await call.desk.run { service in
            try service.export(what, right(wanted.kind), in: context) { reader in
                let found = try Interchange.fhirSearch(reader, wanted)
                return (found, wanted.options.includesNames ? Set(found.people).sorted() : [])
            }
        }
    }

    /// The address of the server for whoever asked; nothing but letters, digits and marks of a name is believed.
    private static func base(_ call: MachineCall) -> String {
        let isName = call.asked.authority.utf8.allSatisfy {
            (48...58).contains($0) || (65...93).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
        }
        let name = isName && !call.asked.authority.isEmpty ? call.asked.authority : "localhost"
        return "\(call.asked.web.settings.isSecure ? "https" : "http")://\(name)/fhir"
    }

    private static func bundle(
        _ found: FHIRMatches, _ search: FHIRSearch, _ call: MachineCall
    ) throws -> AnyJSON {
        let base = base(call)
        let entries = try found.resources.map { id, content -> AnyJSON in
            .object([
                "fullUrl": .text("\(base)/\(search.kind.rawValue)/\(id)"),
                "resource": try AnyJSON(reading: content), "search": ["mode": "match"],
            ])
        }
        let known = parameters(search.kind).map(\.name)
        let kept = call.asked.query.fields.filter { known.contains($0.name) && $0.name != "_offset" }
        func link(_ relation: String, _ offset: Int) -> AnyJSON {
            var parts = URLComponents()
            let more = offset > 0 ? [URLQueryItem(name: "_offset", value: "\(offset)")] : []
            parts.queryItems = kept.map { URLQueryItem(name: $0.name, value: $0.value) } + more
            let query = parts.percentEncodedQuery ?? ""
            let address = "\(base)/\(search.kind.rawValue)" + (query.isEmpty ? "" : "?\(query)")
            return .object(["relation": .text(relation), "url": .text(address)])
        }
        var links = [link("self", search.page.lowerBound)]
        if search.page.upperBound < found.total, !search.page.isEmpty {
            links.append(link("next", search.page.upperBound))
        }
        var parts: [String: AnyJSON] = [
            "resourceType": "Bundle", "type": "searchset", "total": .whole(Int64(found.total)), "link": .list(links),
        ]
        if !entries.isEmpty { parts["entry"] = .list(entries) }
        return .object(parts)
    }

    // MARK: Reading

    private static func read(_ kind: FHIRSearch.Kind) -> Endpoint {
        Endpoint(
            method: .get, path: "/fhir/\(kind.rawValue)/:id", right: right(kind),
            summary: "One \(kind.rawValue).", group: "FHIR R4",
            parameters: [MachineParameter("id", .text(most: 64), "Its identifier.")], answer: .fhir(kind.rawValue)
        ) { call in
            let (context, id) = (try call.context(), call.text("id") ?? "")
            let place = try await call.desk.run { service in
                try service.accounts { try Interchange.fhirPlace(kind, id, $0) }
            }
            guard let place else { throw Problem.notThere }
            let first = place.day ?? context.now.day
            let last = place.day ?? first + (FHIRParameters.usualDays - 1)
            var search = FHIRSearch(kind, FHIROptions(days: first...last, now: context.now))
            search.options.clinicians = [place.clinician]
            search.ids = [id]
            guard let found = try await matches(search, call, context).resources.first else { throw Problem.notThere }
            return MachineAnswer(content: try AnyJSON(reading: found.content), type: type)
        }
    }
}
