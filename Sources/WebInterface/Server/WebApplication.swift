import BookingService
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The server: one desk, its accounts, its pages, and the table of its routes.
struct WebApplication: Sendable {
    let settings: WebSettings
    let table: WebTable
    let desk: ServedDesk
    let accounts: Accounts
    let pages: PageLibrary
    let assets: WebAssets
    let counts = RequestCounts()
    let limits: RateLimits
    let selfReferrals: SelfReferralBound
    let changes: ChangeFeed
    let logger: Logger

    init(_ service: BookingService, _ settings: WebSettings, _ table: WebTable, logger: Logger) throws {
        self.table = table
        self.settings = settings
        limits = RateLimits(settings.limits, seconds: settings.uptime)
        selfReferrals = SelfReferralBound(most: settings.limits.selfReferralsAnHour, seconds: settings.uptime)
        self.logger = logger
        desk = ServedDesk(service, clock: settings.clock, threads: settings.commandThreads)
        accounts = Accounts(desk: desk)
        assets = try WebAssets(chartScript: settings.chartScript)
        pages = try PageLibrary(assets: assets, title: settings.title)
        changes = ChangeFeed(desk: desk)
    }

    /// The methods that are told apart.
    private static let methods: [HTTPRequest.Method] = [
        .get, .post, .put, .patch, .delete, .options, .trace,
    ]

    /// The routes, each behind the gate.
    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        let gate = Gate(web: self)
        router.add(middleware: Unmatched(gate: gate))
        for route in table.routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await gate.answer(route, request, context)
            }
        }
        for path in Set(table.routes.map(\.path)).sorted() {
            let known = table.routes.filter { $0.path == path }.map(\.method)
            // What is got can be asked for without its body.
            let answered = known + (known.contains(.get) ? [.head] : [])
            let others = Route.get(path, .anybody) { _ in throw WebRefusal.otherMethod(answered.map(\.rawValue)) }
            for method in Self.methods where !answered.contains(method) {
                router.on(RouterPath(path), method: method) { request, context in
                    await gate.answer(others, request, context)
                }
            }
        }
        return router
    }
}

/// What has no route goes through the gate too, so that its answer carries what every answer does.
private struct Unmatched: RouterMiddleware {
    let gate: Gate

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let nothing = Route.get("/*", .anybody) { _ in throw WebRefusal.nothingThere }
            return await gate.answer(nothing, request, context)
        }
    }
}
