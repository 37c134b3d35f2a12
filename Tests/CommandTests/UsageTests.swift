import TestSupport
import Testing

/// What is wrong with the command line itself: exit code 64, a sentence, how to write it, and nothing on standard
/// output.
@Suite struct UsageTests {
    private func expect(
        _ arguments: [String], says sentence: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try Workspace().bash("\"$STEPCARE\" " + arguments.map { "'\($0)'" }.joined(separator: " "))
        #expect(outcome.code == 64, sourceLocation: sourceLocation)
        #expect(outcome.out == "", sourceLocation: sourceLocation)
        #expect(outcome.firstError == "Error: " + sentence, sourceLocation: sourceLocation)
        #expect(outcome.err.contains("\nUsage: stepcare "), sourceLocation: sourceLocation)
        #expect(outcome.err.contains("--help' for more information."), sourceLocation: sourceLocation)
    }

    @Test func wordsThatAreNotKnown() throws {
        try expect(["forecast", "service.yaml", "--bogus"], says: "Unknown option '--bogus'")
        try expect(
            ["forecast", "service.yaml", "--week", "3"], says: "Unknown option '--week'. Did you mean '--weeks'?")
        try expect(["forcast", "service.yaml"], says: "2 unexpected arguments: 'forcast', 'service.yaml'")
        try expect(["check", "service.yaml", "other.yaml"], says: "Unexpected argument 'other.yaml'")
    }

    @Test func wordsThatAreMissing() throws {
        try expect(["forecast"], says: "Give a scenario file, or --from DATABASE.")
        try expect(["check"], says: "Missing expected argument '<scenario>'")
        try expect(["forecast", "service.yaml", "--weeks"], says: "Missing value for '--weeks <weeks>'")
        try expect(["forecast", "service.yaml", "--output", ""], says: "--output is the name of a folder.")
    }

    @Test(arguments: [
        ("replications", "0", "1 to 100000, not 0"), ("replications", "100001", "1 to 100000, not 100001"),
        ("weeks", "0", "1 to 520, not 0"), ("weeks", "521", "1 to 520, not 521"),
        ("threads", "0", "1 to 256, not 0"), ("threads", "257", "1 to 256, not 257"),
        ("precision", "0", "above 0 and below 1, not 0.0"), ("precision", "1", "above 0 and below 1, not 1.0"),
        ("precision", "nan", "above 0 and below 1, not nan"), ("precision", "inf", "above 0 and below 1, not inf"),
    ])
    func numbersOutOfRange(option: String, value: String, is allowed: String) throws {
        try expect(["forecast", "service.yaml", "--\(option)", value], says: "--\(option) is \(allowed).")
    }

    @Test(arguments: [
        ("replications", "ten"), ("weeks", "3.5"), ("threads", "99999999999999999999"), ("precision", "2%"),
        ("seed", "18446744073709551616"), ("seed", "1.0"), ("set", "weeks"), ("set", "=3"),
    ])
    func valuesThatCannotBeRead(option: String, value: String) throws {
        let sentence = "The value '\(value)' is invalid for '--\(option) <\(option)>'"
        try expect(["forecast", "service.yaml", "--\(option)", value], says: sentence)
    }

    @Test func aFormatThatIsNotKnown() throws {
        let sentence =
            "The value 'xml' is invalid for '--format <format>'. Please provide one of 'table', 'json' or 'csv'."
        try expect(["forecast", "service.yaml", "--format", "xml"], says: sentence)
    }

    @Test func twoWaysToSayHowManyRuns() throws {
        try expect(
            ["forecast", "service.yaml", "--replications", "20", "--precision", "0.1"],
            says: "Give --replications or --precision, not both.")
    }

    @Test func aSentenceOfUsageComesBeforeAnyFileIsRead() throws {
        try expect(["forecast", "absent.yaml", "--weeks", "0"], says: "--weeks is 1 to 520, not 0.")
    }

    @Test func helpAndVersionAreNoErrors() throws {
        let workspace = try Workspace()
        for arguments in [["--help"], [], ["forecast", "--help"], ["help", "forecast"], ["check", "-h"]] {
            let outcome = try workspace.start(Workspace.program, arguments).outcome()
            #expect(outcome.code == 0)
            #expect(outcome.out.hasPrefix("OVERVIEW: "))
            #expect(outcome.out.contains("\nUSAGE: stepcare "))
            #expect(outcome.err == "")
        }
        let version = try workspace.stepcare("--version")
        #expect(version.code == 0)
        #expect(version.out.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        #expect(version.err == "")
    }
}
