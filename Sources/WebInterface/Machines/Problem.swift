import HTTPTypes
import Hummingbird
import NIOCore

/// Why a machine's request was not done (RFC 9457): a status, a code that a program can tell apart, and words.
struct Problem: Error, Equatable {
    var status: HTTPResponse.Status
    /// Lower case with hyphens; it stays.
    var code: String
    var title: String
    var detail: String
    /// What more a program can use.
    var more: [String: AnyJSON] = [:]

    init(
        _ status: HTTPResponse.Status, _ code: String, _ title: String, _ detail: String,
        _ more: [String: AnyJSON] = [:]
    ) {
        (self.status, self.code, self.title, self.detail, self.more) = (status, code, title, detail, more)
    }

    static let notThere = Problem(.notFound, "not-found", "There is nothing at this address", "Check the address.")

    /// The body, as it is sent.
    var content: AnyJSON {
        var parts = more
        parts["type"] = .text("/api#\(code)")
        parts["code"] = .text(code)
        parts["title"] = .text(title)
        parts["status"] = .whole(Int64(status.code))
        parts["detail"] = .text(detail)
        return .object(parts)
    }

    var response: Response {
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.data)))
    }

    /// The shape of every problem.
    static let shape = Shape.object(
        "Problem",
        [
            ShapePart("type", .text(most: Shape.mostText), "Where the code is explained."),
            ShapePart("code", .text(most: Shape.mostText), "What a program tells problems apart by."),
            ShapePart("title", .text(most: Shape.mostText), "What is wrong, in general."),
            ShapePart("status", .whole(400...599), "The status of the answer."),
            ShapePart("detail", .text(most: Shape.mostText), "What is wrong here, and what helps."),
            ShapePart("place", .text(most: Shape.mostText), isRequired: false, "Where in the body, as a JSON pointer."),
            ShapePart("allowed", .text(most: Shape.mostText), isRequired: false, "What would be right there."),
            ShapePart(
                "reasons", .list(.text(most: Shape.mostText)), isRequired: false, "Each thing that stands against it."),
            ShapePart("right", .text(most: Shape.mostText), isRequired: false, "The right that is missing."),
        ])
}
