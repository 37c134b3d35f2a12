import BookingService
import HTTPTypes
import Hummingbird

/// Who may ask for a route.
enum RouteRight: Hashable, Sendable {
    /// Anybody: nothing behind it is about anybody in particular, or a secret in the address lets in.
    case anybody
    /// Whoever has entered the password, and not yet the code.
    case halfSignedIn
    /// Whoever is signed in.
    case signedIn
    /// Whoever may do this; the service asks again.
    case may(Permission)
    /// A machine or a person who may do this: errors are told as problem details.
    case machine(Permission)
    /// Anybody, machines too, without more: errors are told as problem details.
    case anyMachine
}

/// One address of the server: what it takes, who may ask, and what answers. There is one table of them
/// (``RouteTable``), which tests walk.
struct Route: Sendable {
    typealias Handler = @Sendable (WebRequest) async throws -> Response

    let method: HTTPRequest.Method
    /// The address, with `:name` for what changes.
    let path: String
    let right: RouteRight
    /// Most bytes of a body that are read.
    var mostBytes = 64 * 1024
    let answer: Handler

    static func get(_ path: String, _ right: RouteRight, _ answer: @escaping Handler) -> Route {
        Route(method: .get, path: path, right: right, answer: answer)
    }

    static func post(
        _ path: String, _ right: RouteRight, mostBytes: Int = 64 * 1024, _ answer: @escaping Handler
    ) -> Route {
        Route(method: .post, path: path, right: right, mostBytes: mostBytes, answer: answer)
    }

    /// Whether somebody tries to sign in by it: how often is limited.
    var signsIn: Bool { changes && ["/sign-in", "/code", "/codes", "/welcome/:secret"].contains(path) }

    /// Whether anybody may send a form by it: how often is limited too.
    var isPublicForm: Bool { changes && ["/refer-yourself", "/book/:secret"].contains(path) }

    /// Whether something is changed by it: then it must come from a form of ours.
    var changes: Bool { method != .get }
}
