import BookingService
import HTTPTypes
import Hummingbird

/// The page about the interface for machines: what there is, what each takes and answers, and the codes of problems.
enum InterfacePage {
    static func response(_ asked: WebRequest) -> Response {
        var groups: [String] = []
        for endpoint in Endpoints.all where !groups.contains(endpoint.group) { groups.append(endpoint.group) }
        let blocks = introduction + groups.flatMap(table) + [.heading("Codes"), problems, .terms(ProblemCodes.all)]
        return asked.web.pages.response(
            Page(title: "The interface for machines", blocks: blocks, section: .account), asked)
    }

    private static let introduction: [Block] = [
        .paragraph(
            "Each request carries the header Authorization: Bearer and a token, which an administrator makes on the "
                + "page of users and machines. A token may what was ticked, and no more than whoever made it."),
        .paragraph(
            "A command that carries the header Idempotency-Key is done once, however often it is sent. Days are "
                + "YYYY-MM-DD and minutes YYYY-MM-DDTHH:MM, by clocks in London."),
        .links([
            Link("The description in OpenAPI 3.1", "/api/v1/openapi.json"),
            Link("What is known of FHIR R4", "/fhir/metadata"),
        ]),
    ]

    private static func table(_ group: String) -> [Block] {
        let endpoints = Endpoints.all.filter { $0.group == group }
        let rows = endpoints.map { endpoint in
            Table.Row([
                .init("\(endpoint.method.rawValue) \(OpenAPI.address(endpoint))"), .init(endpoint.summary),
                .init(endpoint.right.map { Words.capitalised($0.words) } ?? "Anybody"), .init(takes(endpoint)),
            ])
        }
        return [
            .table(
                Table(
                    group, [.init("Address"), .init("What it does"), .init("Right"), .init("Takes")], rows,
                    empty: "Nothing."))
        ]
    }

    /// What an address takes, in words: what must be there first.
    private static func takes(_ endpoint: Endpoint) -> String {
        var words = endpoint.asked.map(\.name)
        if case .object(_, let parts)? = endpoint.body {
            words += parts.filter { !$0.mayBeLeftOut }.map(\.name)
            words += parts.filter(\.mayBeLeftOut).map { "\($0.name) (may be left out)" }
        }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }

    /// What is said before the codes, each of which has a place of its own to lead to.
    private static let problems = Block.paragraph(
        "A request that is refused is answered as problem details (RFC 9457): a status, a code that a program can tell "
            + "apart, and words. Of a body that cannot be read, 'place' says where, and 'allowed' what would be right.")
}
