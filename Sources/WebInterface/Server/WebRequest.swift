import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What Hummingbird knows of a request, and from where it comes.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// A request as pages see it: who asks, and what for. Its body was read, within bounds.
struct WebRequest: Sendable {
    /// The route's part of the address, by name.
    var parameters: [String: String] = [:]
    /// What stands after the question mark.
    var query = WebForm()
    /// What was sent.
    var form = WebForm()
    /// The body as it came.
    var body = Data()
    /// Its headers.
    var headers = HTTPFields()
    /// Who is signed in; nil is anybody.
    var who: SignedIn?
    /// From where, for the log of looks.
    var origin = ""
    /// The address without the question mark.
    var path = "/"
    /// The name and port by which the server was asked, as whoever asked says.
    var authority = ""
    let web: WebApplication

    var desk: ServedDesk { web.desk }

    /// Who asks now.
    /// - Parameter key: makes a command happen once, however often it is sent.
    func context(key: String? = nil) -> BookingService.Context {
        var context = desk.context(Author(user: who?.user.user ?? 0, origin: origin), key: key)
        // A machine may no more than it was let in for, whatever whoever let it in may.
        if let who, who.session == nil { context.rights = who.rights }
        if let reason = form["reason-to-look"], !reason.isEmpty { context.reason = reason }
        return context
    }

    /// The key of the form that was sent, so that a second click does nothing.
    var formContext: BookingService.Context {
        var context = context(key: form["once"].flatMap { $0.isEmpty ? nil : $0 })
        context.secret = Secrets.text()
        return context
    }

    /// A number in the address.
    func number(_ name: String) -> Int64? { parameters[name].flatMap { Int64($0) } }
}
