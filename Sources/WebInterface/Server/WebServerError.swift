/// Why the server does not start. Nothing was made or changed.
public enum WebServerError: Error, Equatable, CustomStringConvertible {
    /// Styles and scripts that set-up fetches are not there.
    case missingAssets([String])
    /// A file that an option names is not there.
    case missingFile(String, option: String)
    /// A file that was named may not be read.
    case unreadableFile(String)
    /// A certificate or key cannot be used; why, and what to do.
    case certificate(String)
    /// Something else listens at the port.
    case portInUse(host: String, port: Int)
    /// The port is kept for programs of the system.
    case reservedPort(Int)
    /// The address is another machine's, or no machine's.
    case foreignAddress(String)
    /// There is no machine of that name.
    case unknownHost(String)
    /// It cannot listen there; why.
    case cannotListen(host: String, port: Int, why: String)
    /// A page's template cannot be read; why.
    case template(String)

    /// What is wrong, and what to do, in one line.
    public var description: String {
        switch self {
        case .missingAssets(let names):
            "no folder 'web-assets' with \(names.joined(separator: ", ")) beside the program; run .ci/assets where it "
                + "was built, or install its package again"
        case .missingFile(let path, let option): "\(path): no such file; give one that is there with \(option)"
        case .unreadableFile(let path):
            "\(path): cannot be read by the user that runs the server; let it, and nobody else, read the file"
        case .certificate(let why): why
        case .portInUse(let host, let port):
            "port \(port) of \(host) is in use by another program; choose another with --port"
        case .reservedPort(let port):
            "port \(port) is kept for programs with the right to it; choose one from 1024 on with --port, and let a "
                + "proxy or the firewall lead there"
        case .foreignAddress(let host):
            "\(host) is no address of this machine; give one that 'ip address' shows, or 0.0.0.0 for all, with --host"
        case .unknownHost(let host): "\(host): no machine has this name; give a name or an address with --host"
        case .cannotListen(let host, let port, let why): "cannot listen at \(host), port \(port): \(why)"
        case .template(let why): why
        }
    }
}
