import ArgumentParser
import Forecasting

/// The command line: it parses, calls, prints, and chooses the exit code; everything else is in the libraries.
@main
struct Stepcare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stepcare",
        abstract: "Plans, forecasts and books for stepped-care talking-therapy services.",
        discussion: """
            A scenario is a text file that says whom a service serves, who works there and how. 'forecast' runs it \
            many times and says how long people will wait, which promises will be broken and when, how sure that is, \
            and why.
            """,
        version: ProgramVersion.text,
        subcommands: [
            ForecastCommand.self, CompareCommand.self, PlanCommand.self, SensitivityCommand.self,
            ScoreCommand.self, CalibrateCommand.self, ShardCommand.self, MergeCommand.self, CheckCommand.self,
            KeysCommand.self,
            ServiceCommand.self, ServeCommand.self,
        ])

    static func main() async {
        Terminal.noticeFailures()
        await main(nil)
    }
}
