import Hummingbird
import HummingbirdCore

/// Answers each request in a task of its own. What a task calls, however deep, stays in its memory for as long as it
/// lives, and a connection's task lives as long as the connection: a stream of changes would keep twenty kilobytes of
/// calls that have returned, ten thousand of them two hundred megabytes.
struct ApartResponder<Responder: HTTPResponder>: HTTPResponder where Responder.Context: Sendable {
    let responder: Responder

    @Sendable func respond(to request: Request, context: Responder.Context) async throws -> Response {
        let answer = Task { [responder] in try await responder.respond(to: request, context: context) }
        return try await withTaskCancellationHandler {
            try await answer.value
        } onCancel: {
            answer.cancel()
        }
    }
}
