import ArgumentParser

/// Where what was found goes, and in which form.
struct ResultOptions: ParsableArguments {
    @Option(help: "Folder for the report, the tables and the summary.")
    var output: String?

    @Option(help: "What to print: table, json or csv.")
    var format: ResultFormat = .table

    func validate() throws {
        if output == "" { throw ValidationError("--output is the name of a folder.") }
    }

    /// The script that draws charts, if there is a report to draw them in.
    func chartScript() throws -> String { output == nil ? "" : try ChartScript.load() }

    /// The folder, made; nil if none is asked for.
    func folder() throws -> OutputFolder? { try output.map(OutputFolder.opened) }

    /// Says where the report is, if there is one.
    func sayWhere() throws {
        if let output { try Terminal.print("\nThe report is \(output)/report.html\n") }
    }
}
