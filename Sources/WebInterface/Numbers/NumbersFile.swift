import HTTPTypes
import Hummingbird

extension Response {
    /// A file that is taken away.
    static func attached(_ text: String, _ type: String, _ name: String) -> Response {
        var response = Response.plain(text, "\(type); charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}

/// A count as a page shows it; one that may not be told is said to be small (EQ-1).
func shownCount(_ count: Int?) -> String { count.map { "\($0)" } ?? "fewer than 5" }
