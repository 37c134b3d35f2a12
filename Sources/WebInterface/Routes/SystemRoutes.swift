import BookingService
import HTTPTypes
import Hummingbird
import NIOCore

/// What is not for people: files, health, counts, and the stream of changes.
enum SystemRoutes {
    static let routes: [Route] = [
        .get("/assets/:name", .anybody) { asked in try asked.web.assets.response(asked.parameters["name"] ?? "") },
        .get("/health", .anybody) { asked in try await health(asked) },
        .get("/metrics", .machine(.seeTotals)) { asked in metrics(asked) },
        .get("/changes", .may(.seePeople)) { asked in changes(asked) },
    ]

    /// Whether the server and its database answer.
    private static func health(_ asked: WebRequest) async throws -> Response {
        _ = try await asked.desk.run { try $0.lastEntry() }
        return Response.plain("well\n", "text/plain; charset=utf-8")
    }

    private static func metrics(_ asked: WebRequest) -> Response {
        let streams = ["# TYPE stepcare_streams gauge", "stepcare_streams \(asked.web.changes.count)"]
        return Response.plain(asked.web.counts.text(streams), "text/plain; version=0.0.4; charset=utf-8")
    }

    /// What has happened, whenever something has (``ChangeFeed``).
    private static func changes(_ asked: WebRequest) -> Response {
        let feed = asked.web.changes
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            for await text in feed.listen() { try await writer.write(text) }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }
}
