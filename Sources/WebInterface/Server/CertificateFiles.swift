import Foundation
import NIOSSL

/// A certificate chain and its key, read from files in PEM; whatever is wrong with them is told apart.
enum CertificateFiles {
    /// More than this is no certificate.
    private static let mostBytes = 1024 * 1024

    /// How connections are encrypted.
    static func configuration(_ chain: String, _ key: String) throws(WebServerError) -> TLSConfiguration {
        let certificates = try certificates(in: chain)
        let privateKey = try privateKey(in: key)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        do {
            // A key of another certificate is found here, and not by the first browser.
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw .certificate(
                "\(key): not the key of the certificate \(chain); give the key that the certificate was made for, "
                    + "and put the server's own certificate first in its chain")
        }
        return configuration
    }

    private static func certificates(in path: String) throws(WebServerError) -> [NIOSSLCertificate] {
        let bytes = try bytes(of: path, option: "--certificate")
        if let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty { return certificates }
        throw .certificate(
            "\(path): no certificate in PEM is in it (it begins with -----BEGIN CERTIFICATE-----); give the chain "
                + "with --certificate, and the key with --key")
    }

    private static func privateKey(in path: String) throws(WebServerError) -> NIOSSLPrivateKey {
        let bytes = try bytes(of: path, option: "--key")
        if String(decoding: bytes, as: UTF8.self).contains("ENCRYPTED") {
            throw .certificate(
                "\(path): the key has a password, which nobody is there to type; take it off: "
                    + "openssl pkey -in \(path) -out NEW.pem")
        }
        if let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) { return key }
        throw .certificate(
            "\(path): no key in PEM is in it (it begins with -----BEGIN PRIVATE KEY-----, or the like); give the key "
                + "with --key, and the certificate with --certificate")
    }

    private static func bytes(of path: String, option: String) throws(WebServerError) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .missingFile(path, option: option)
        }
        guard !isFolder.boolValue else { throw .certificate("\(path): a folder; give the file with \(option)") }
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            return Array(try file.read(upToCount: mostBytes) ?? Data())
        } catch {
            throw .unreadableFile(path)
        }
    }
}
