import HTTPTypes

/// Every address of the interface for machines.
enum Endpoints {
    static let all: [Endpoint] =
        CommandEndpoints.all + QuestionEndpoints.all + QuestionEndpoints.totals + FHIREndpoints.all + [description]

    private static let description = Endpoint(
        method: .get, path: "/api/v1/openapi.json", right: nil, summary: "This description, in OpenAPI 3.1.",
        group: "The service", answer: .description
    ) { call in
        MachineAnswer(content: OpenAPI.description)
    }

    /// The routes, and the page about them.
    static let routes: [Route] = all.map(\.route) + [.get("/api", .anybody) { asked in InterfacePage.response(asked) }]
}
