import BookingService
import BookingStore
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The page that says why a request was not done.
enum RefusalPage {
    static func response(to error: any Error, _ asked: WebRequest) -> Response {
        if let refusal = error as? WebRefusal {
            if refusal == .signIn { return signIn(asked) }
            return page(refusal.title, refusal.words, refusal.status, asked)
        }
        if let error = error as? BookingError {
            let isMissing = if case .noSuchPerson = error { true } else { false }
            let refusal = Refusal(error)
            return page(
                isMissing ? "There is no such person" : "That was not done", refusal.words,
                isMissing ? .notFound : error.status, asked, next: refusal.next)
        }
        asked.web.logger.error("unexpected", metadata: ["kind": "\(type(of: error))"])
        return page(
            "Something went wrong",
            "Nothing was changed. Try again; if it happens again, tell whoever runs the server.",
            .internalServerError, asked)
    }

    /// Whoever is not signed in is asked to, and then comes back.
    private static func signIn(_ asked: WebRequest) -> Response {
        if asked.who?.session?.stage == .code { return .redirect(to: "/code", type: .normal) }
        if asked.who?.session?.stage == .setUp { return .redirect(to: "/codes", type: .normal) }
        let place = asked.path.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "/"
        return .redirect(to: asked.path == "/" ? "/sign-in" : "/sign-in?then=\(place)", type: .normal)
    }

    private static func page(
        _ title: String, _ words: String, _ status: HTTPResponse.Status, _ asked: WebRequest, next: Link? = nil
    ) -> Response {
        var page = Page(title: title, blocks: [.paragraph(words)])
        let typed = asked.form.fields.filter {
            !["form", "once", "password", "code"].contains($0.name) && !$0.value.isEmpty
        }
        if !typed.isEmpty {
            page.blocks += [.heading("What you entered"), .facts(Facts(typed.map { ($0.name, $0.value) }))]
        }
        let ways = [Link("Today", "/"), Link("Find a person", "/find")]
        page.blocks.append(.links((next.map { [$0] } ?? []) + ways.filter { $0.address != next?.address }))
        return asked.web.pages.response(page, asked, status: status)
    }

}
