import Foundation

// Gives files to a parser: `parser-fuzzer PARSER FILE-OR-FOLDER...`. Built with libFuzzer (`Tests/Studies/fuzzing`), it
// makes up files of its own beside those of the folder, and keeps those that reach a place that none reached before.

guard CommandLine.arguments.count > 2, let parser = Parser(rawValue: CommandLine.arguments[1]) else {
    let names = Parser.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("usage: parser-fuzzer PARSER FILE-OR-FOLDER...; a parser is \(names)\n".utf8))
    exit(64)
}

#if FUZZING
    /// libFuzzer's own loop.
    @_silgen_name("LLVMFuzzerRunDriver")
    func runFuzzer(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    var count = CommandLine.argc - 1
    var arguments = CommandLine.unsafeArgv + 1
    Parser.chosen = parser
    exit(
        runFuzzer(&count, &arguments) { bytes, length in
            Parser.chosen.read(Array(UnsafeBufferPointer(start: bytes, count: length)))
            return 0
        })
#else
    var files: [String] = []
    for path in CommandLine.arguments.dropFirst(2) {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            FileHandle.standardError.write(Data("\(path) is not there\n".utf8))
            exit(66)
        }
        let names = isFolder.boolValue ? try FileManager.default.contentsOfDirectory(atPath: path).sorted() : []
        files += isFolder.boolValue ? names.map { "\(path)/\($0)" } : [path]
    }
    for path in files { parser.read(Array(try Data(contentsOf: URL(fileURLWithPath: path)))) }
    print("\(parser.rawValue): \(files.count) files read")
#endif
