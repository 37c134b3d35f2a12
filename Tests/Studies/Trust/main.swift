// How well simple forecasts with learned ranges did in years that have passed, and the table of what they may promise.

import Calibration
import Foundation
import PublishedStatistics

let help = """
    trust-study PUBLISHED FOLDER [--origins YYYY-MM,…] [--simulation CSV] [--table FOLDER] [--months FOLDER]
    trust-study PUBLISHED --provider CODE [--until YYYY-MM]

    Forecasts years that have passed from the months before them, by every simple method and by their mix, with ranges
    that were learned from the months before too, and says how often the ranges held.

      PUBLISHED     the national monthly file (CSV, plain or gzip)
      FOLDER        gets trust.csv, a line for each origin, figure and method
      --origins     first months of the years; as a rule 2022-04,2023-04,2024-04
      --simulation  paths of simulated services, as a change of what was published: a CSV file with the columns
                    origin,provider,figure,month,value
      --table       a folder of sources, such as Sources/Calibration/Trust/Table, that gets what is learned from all
                    months of the file: the table in the program
      --months      a folder that gets months.csv, every month as it was forecast and as it came
      --provider    says instead what is forecast for a provider with the table in the program, and how far that can
                    be trusted
      --until       the last month that is known; as a rule the last of the file
    """

func fail(_ words: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    exit(code)
}

var arguments = Array(CommandLine.arguments.dropFirst())
if arguments.contains("--help") || arguments.contains("-h") {
    print(help)
    exit(0)
}

func option(_ name: String, of arguments: inout [String]) -> String? {
    guard let place = arguments.firstIndex(of: name) else { return nil }
    guard place + 1 < arguments.count else { fail("\(name) wants a value\n\n\(help)", 64) }
    let value = arguments[place + 1]
    arguments.removeSubrange(place...place + 1)
    return value
}

let origins = (option("--origins", of: &arguments) ?? "2022-04,2023-04,2024-04").split(separator: ",").map {
    text -> PublishedMonth in
    guard let month = PublishedMonth(String(text)) else { fail("'\(text)' is no month as YYYY-MM", 64) }
    return month
}
let simulationPath = option("--simulation", of: &arguments)
let table = option("--table", of: &arguments)
let months = option("--months", of: &arguments)
if let code = option("--provider", of: &arguments) {
    let until = option("--until", of: &arguments)
    guard arguments.count == 1 else { fail(help, 64) }
    let file = try PublishedFile(path: arguments[0])
    guard let last = until.map({ PublishedMonth($0) }) ?? file.lastMonth else { fail("--until wants a month", 64) }
    do {
        print(ProviderWords.of(try TrustedProvider(file, provider: code, until: last)))
    } catch {
        fail("\(error)", 65)
    }
    exit(0)
}
guard arguments.count == 2 else { fail(help, 64) }

func simulated(_ path: String) throws -> SimulatedPaths {
    var paths = SimulatedPaths()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    for (number, line) in lines.enumerated().dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 5, let origin = PublishedMonth(cells[0]),
            let figure = MonthlyFigures.Figure(rawValue: cells[2]), let month = PublishedMonth(cells[3])
        else { fail("\(path): line \(number + 1): wanted origin,provider,figure,month,value", 65) }
        guard let value = Double(cells[4]) else { continue }
        paths.add(value, of: figure, in: month, provider: cells[1], origin: origin)
    }
    return paths
}

let simulation = try simulationPath.map(simulated) ?? SimulatedPaths()
let file = try PublishedFile(path: arguments[0])
let forecasts = PanelForecasts(try ForecastPanel(file, until: file.lastMonth))
let rolling = RollingForecasts(forecasts, methods: ForecastMethod.all)
let trials = origins.map { origin in
    ForecastTrial(rolling, yearFrom: origin, methods: ForecastMethod.all, simulation: simulation)
}
try StudyTable(trials).write(to: arguments[1])
if let months { try StudyTable(trials).writeMonths(to: months) }
print(StudyTable(trials).words)
if let table {
    try TrustSource.writeCover(trials, to: table)
    try TrustSource.write(Trust(file, before: file.lastMonth + 1, simulation: simulation), to: table)
}
