import ArgumentParser
import Glibc
import Reporting

/// What a former run left in a folder: it is known by the list in its ``ManifestFile``, and by nothing else, so that no
/// file is ever taken away that stepcare did not write.
extension OutputFolder {
    /// Makes or finds the folder; says why it cannot be written to.
    static func opened(_ path: String) throws -> OutputFolder {
        do { return try OutputFolder(path) } catch { throw refusal(error) }
    }

    /// Writes all files, or none; says why they cannot be written.
    func put(_ files: [OutputFile], manifest: (_ files: [String]) -> String) throws {
        do { try write(files, manifest: manifest) } catch { throw Self.refusal(error) }
    }

    static func refusal(_ failure: Failure) -> ExitCode {
        Terminal.say("\(failure.path): cannot be written: \(failure.reason)")
        return Exit.inputOutput
    }

    /// The files that the last run in this folder wrote; empty if there was none.
    func formerFiles() -> [String] {
        guard let text = Self.read("\(path)/\(ManifestFile.name)") else { return [] }
        return ManifestFile.files(in: text).filter { $0 != ManifestFile.name }
    }

    /// Takes away what a former run wrote and this one does not.
    func removeFormer(_ names: [String]) {
        for name in names { unlink("\(path)/\(name)") }
    }

    /// Takes away what a run that was killed had written aside.
    func removeLeftovers(of names: [String]) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
                place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if names.contains(where: { Self.isLeftover(name, of: $0) }) { found.append(name) }
        }
        for name in found { unlink("\(path)/\(name)") }
    }

    /// Whether a file was written aside for `name` by a process that is no more.
    private static func isLeftover(_ file: String, of name: String) -> Bool {
        guard file.hasPrefix(".\(name)."), file.hasSuffix(".partial") else { return false }
        let middle = file.dropFirst(name.count + 2).dropLast(".partial".count)
        guard let process = Int32(middle), process > 0, process != getpid() else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// A small text file; nil if there is none that can be read.
    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < 1_000_000 {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return ferror(file) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
