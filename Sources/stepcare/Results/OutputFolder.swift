import Glibc
import Reporting

/// A folder that results are written to: every file is written aside first, and all are put in place only when all are
/// complete, so that no half-written result is ever seen. What a former run left there is taken away.
struct OutputFolder {
    let path: String
    /// The folders that were made for it, the outermost first.
    private var made: [String] = []

    /// A reason why a result could not be written.
    struct Failure: Error {
        let path: String
        let reason: String
    }

    /// Makes the folder, with those above it, and finds out whether it can be written to.
    init(_ path: String) throws(Failure) {
        self.path = path
        do {
            try make()
        } catch {
            discard()
            throw error
        }
    }

    private mutating func make() throws(Failure) {
        var partial = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            partial += partial.isEmpty || partial.hasSuffix("/") ? String(part) : "/" + part
            if mkdir(partial, 0o777) == 0 {
                made.append(partial)
            } else if errno != EEXIST {
                throw Failure(path: partial, reason: Self.reason())
            }
        }
        var information = stat()
        guard stat(path, &information) == 0 else { throw Failure(path: path, reason: Self.reason()) }
        guard information.st_mode & S_IFMT == S_IFDIR else { throw Failure(path: path, reason: "it is not a folder") }
        guard access(path, W_OK | X_OK) == 0 else { throw Failure(path: path, reason: Self.reason()) }
    }

    /// Takes away the folders that were made, for a run that comes to nothing. A folder with something in it stays.
    func discard() {
        for folder in made.reversed() { rmdir(folder) }
    }

    /// Writes all files, or none; what it made on the way is taken away again. What else is there stays.
    func write(_ files: [OutputFile]) throws(Failure) {
        do {
            for file in files { try refuseFolder(inTheWayOf: file.name) }
            try writeAsideAndMove(files)
        } catch {
            discard()
            throw error
        }
    }

    /// Writes all files of a run, or none, with a list of them, and takes away what a former run left.
    /// - Parameter manifest: the text of the ``ManifestFile`` that lists these files.
    func write(_ files: [OutputFile], manifest: (_ files: [String]) -> String) throws(Failure) {
        let names = (files.map(\.name) + [ManifestFile.name]).sorted()
        let former = formerFiles().filter { !names.contains($0) }
        do {
            for name in names { try refuseFolder(inTheWayOf: name) }
            removeLeftovers(of: names + former)
            // Until what is old is gone, the list names it too: the run after one that was killed finds all of it.
            try writeAsideAndMove([OutputFile(ManifestFile.name, manifest((names + former).sorted()))] + files)
            removeFormer(former)
            if !former.isEmpty { try writeAsideAndMove([OutputFile(ManifestFile.name, manifest(names))]) }
        } catch {
            discard()
            throw error
        }
    }

    /// Writes one file that is new, or nothing.
    /// - Returns: false if there is a file of this name already, which stays as it is.
    func writeNew(_ name: String, _ text: String) throws(Failure) -> Bool {
        let (aside, target) = (asidePath(name), "\(path)/\(name)")
        defer { unlink(aside) }
        do throws(Failure) {
            try writeAside(OutputFile(name, text))
            if link(aside, target) == 0 { return true }
            if errno == EEXIST { return false }
            throw Failure(path: target, reason: Self.reason())
        } catch {
            discard()
            throw error
        }
    }

    /// A file cannot take the place of a folder: better to know it before the first file is moved.
    private func refuseFolder(inTheWayOf name: String) throws(Failure) {
        let target = "\(path)/\(name)"
        var information = stat()
        if lstat(target, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
            throw Failure(path: target, reason: "it is a folder")
        }
    }

    private func writeAsideAndMove(_ files: [OutputFile]) throws(Failure) {
        var aside: [String] = []
        do {
            for file in files {
                aside.append(asidePath(file.name))
                try writeAside(file)
            }
        } catch {
            for path in aside { unlink(path) }
            throw error
        }
        for file in files {
            let target = "\(path)/\(file.name)"
            guard rename(asidePath(file.name), target) == 0 else {
                let reason = Self.reason()
                for path in aside { unlink(path) }
                throw Failure(path: target, reason: reason)
            }
        }
    }

    private func asidePath(_ name: String) -> String { "\(path)/.\(name).\(getpid()).partial" }

    private func writeAside(_ file: OutputFile) throws(Failure) {
        let target = "\(path)/\(file.name)"
        let descriptor = open(asidePath(file.name), O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else { throw Failure(path: target, reason: Self.reason()) }
        var reason: String?
        file.each { piece in
            if reason == nil, !Terminal.write(piece, to: descriptor) { reason = Self.reason() }
        }
        if reason == nil, fsync(descriptor) != 0 { reason = Self.reason() }
        if let reason {
            close(descriptor)
            throw Failure(path: target, reason: reason)
        }
        guard close(descriptor) == 0 else { throw Failure(path: target, reason: Self.reason()) }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
