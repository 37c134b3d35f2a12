import Hummingbird

/// What a server answers to, and how it tells machines why not.
struct WebTable: Sendable {
    let routes: [Route]
    /// What a machine is told.
    let problem: @Sendable (_ error: any Error, _ path: String) -> Response
}
