import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Reporting

/// Styles and scripts: ours from inside the program, others' from the folder that set-up fetched them to. Each has a
/// digest in its name, so that a browser keeps it for ever, and a new version has a new name.
struct WebAssets: Sendable {
    /// A file as it is sent.
    struct File: Sendable {
        let name: String
        let type: String
        let content: ByteBuffer
    }

    /// What set-up fetches, by the names that pages use.
    static let fetched = ["nhsuk.css", "nhsuk.js", "htmx.js"]

    private(set) var files: [String: File] = [:]
    /// Names with the digest, by plain names.
    private(set) var addresses: [String: String] = [:]

    /// - Parameter chartScript: what draws charts; nil leaves their tables.
    /// - Throws: ``WebServerError/missingAssets(_:)``.
    init(chartScript: String? = nil) throws {
        let own = Bundle.module.bundleURL.appendingPathComponent("Pages/assets")
        let names = try FileManager.default.contentsOfDirectory(atPath: own.path).sorted()
        for name in names { try add(name, own.appendingPathComponent(name)) }
        let folder = try WebAssets.folder()
        for name in WebAssets.fetched { try add(name, folder.appendingPathComponent(name)) }
        add("parts.css", Data(ComparisonParts.style.utf8))
        add("parts.js", Data(ComparisonParts.script.utf8))
        if let chartScript { add("chart.js", Data(chartScript.utf8)) }
    }

    private mutating func add(_ name: String, _ file: URL) throws {
        add(name, try Data(contentsOf: file))
    }

    private mutating func add(_ name: String, _ content: Data) {
        let digest = SHA256.hash(data: content).prefix(6).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2 else { return }
        let full = "\(parts[0]).\(digest.joined()).\(parts[1])"
        files[full] = File(name: full, type: Self.type(of: String(parts[1])), content: ByteBuffer(bytes: content))
        addresses[name] = "/assets/\(full)"
    }

    private static func type(of ending: String) -> String {
        switch ending {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }

    /// The folder `web-assets` beside the program, or beside a folder that the program is in; or, as a package puts it,
    /// `share/stepcare/web` beside the `lib` that the program is in.
    private static func folder() throws -> URL {
        var place = Bundle.module.bundleURL.standardizedFileURL.resolvingSymlinksInPath()
        while place.path != "/" {
            place.deleteLastPathComponent()
            for name in ["web-assets", ".build/web-assets", "share/stepcare/web"] {
                let folder = place.appendingPathComponent(name)
                let isWhole = fetched.allSatisfy {
                    FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
                }
                if isWhole { return folder }
            }
        }
        throw WebServerError.missingAssets(fetched)
    }

    /// A file, to be kept for ever.
    func response(_ name: String) throws -> Response {
        guard let file = files[name] else { throw WebRefusal.nothingThere }
        return Response(
            status: .ok, headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: file.content))
    }
}
