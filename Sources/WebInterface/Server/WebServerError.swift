/// Why the server does not start.
public enum WebServerError: Error, Equatable, CustomStringConvertible {
    /// Styles and scripts that set-up fetches are not there.
    case missingAssets([String])
    /// A certificate or key cannot be used; why.
    case certificate(String)
    /// Something else listens at the port.
    case portInUse(host: String, port: Int)
    /// It cannot listen there; why.
    case cannotListen(host: String, port: Int, why: String)
    /// A page's template cannot be read; why.
    case template(String)

    public var description: String {
        switch self {
        case .missingAssets(let names):
            "no folder 'web-assets' with \(names.joined(separator: ", ")) beside the program; run: .ci/assets"
        case .certificate(let why): why
        case .portInUse(let host, let port):
            "port \(port) of \(host) is in use by another program; choose another with --port"
        case .cannotListen(let host, let port, let why): "cannot listen at \(host), port \(port): \(why)"
        case .template(let why): why
        }
    }
}
