import ArgumentParser
import CareModel
import Forecasting
import Foundation
import Planning
import Replications
import Reporting
import ScenarioFiles
import ServicePlanning

/// `stepcare plan`.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Finds the cheapest staffing that reaches targets, and says how sure that is.",
        discussion: """
            A target is MEASURE>=X or MEASURE<=X, with @DATE..DATE for the days in which it is measured (the last year \
            of the forecast without) and ~CHANCE for how sure it is to be (9 chances in 10 without): \
            first-appointment-within-28-days>=90%@2027-06..2027-12~0.9. TEAM: before a measure speaks of one team; X \
            may be today, today+N or today-N.

            What may be chosen is a role, with how many posts more or fewer and from when (pwp=0..6, \
            mid-essex:hit=-1..4@2027-04), referrals=0%..60%/5%, screening=0..4 (time to read referrals, in steps of \
            half of what there is), or any key with its steps and what a step costs in a year \
            (workforce.bookable-share=1..1.1/0.05:40000). Without, it is more PWPs and high-intensity therapists in \
            each team, as fast as the service has ever hired, and where more people are to come more referrals, with \
            time to read them where there is too little.

            A fluid model says where to look, the simulation says what is so; the last few plans are tested in runs \
            that the search never saw. Stopped with Ctrl-C, the same command goes on from there.
            """)

    @Argument(help: "The scenario file.")
    var scenario: String

    @Option(
        help: ArgumentHelp(
            "What is to be reached. May be given more than once.", valueName: "measure>=x[@date[..date]][~chance]"))
    var target: [String] = []

    @Option(help: ArgumentHelp("What may be chosen. May be given more than once.", valueName: "choice"))
    var vary: [String] = []

    @Option(help: "Runs of the service in all (default: 2000).")
    var budget = 2_000

    @Option(help: "What is best: cost, change (the fewest steps), or a measure.")
    var minimise = "cost"

    @Option(help: ArgumentHelp("What all changes may cost in a year together.", valueName: "pounds"))
    var mostCost: Double?

    @Option(help: "Posts of a role that a team can fill in a quarter (default: as it has ever hired).")
    var hiresPerQuarter: Int?

    @Flag(help: "Waits that no target speaks of may get longer.")
    var letWaitsMove = false

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Change a key of the scenario. May be given more than once.", valueName: "key=value"))
    var settings: [KeyValue] = []

    @Option(help: "Weeks to forecast (default: as the scenario says).")
    var weeks: Int?

    @OptionGroup var runs: RunOptions

    @Option(help: "A file that keeps what was tried, in place of one in your cache folder.")
    var resume: String?

    @OptionGroup var results: ResultOptions

    func run() throws { try run(sharing: nil) }

    /// Searches, with runs that others have made.
    func run(sharing work: SharedWork?) throws {
        let prepared = try prepare()
        let chartScript = try results.chartScript()
        // What others have made of it they keep.
        let shelf = try resume.map { try PlanShelf($0) } ?? (work == nil ? own(prepared) : nil)
        let state = try shelf?.state()
        if state != nil { shelf?.sayThatItGoesOn() }
        Interruption.watch()
        let folder = try results.folder()
        let found = try search(prepared, state, shelf, folder, work)
        if let unkept = prepared.unkept { Terminal.say("note: \(unkept)") }
        let report = found.report(command: prepared.commandLine(scenario), beside: try beside(found, prepared))
        if let folder { try write(report, found, to: folder, chartScript: chartScript) }
        switch results.format {
        case .json: try Terminal.print(PlanJSON.document(report))
        case .csv: try Terminal.print(PlanCSV.targets(report).text)
        case .table:
            try Terminal.print(PlanTable.text(report))
            try results.sayWhere()
        }
        if !report.isFound { throw Exit.doubted }
    }

    private func own(_ prepared: PreparedPlan) -> PlanShelf? {
        PlanShelf(of: prepared, seed: runs.seed, isFresh: runs.fresh)
    }

    var request: PlanRequest {
        var request = PlanRequest(.file(scenario), changes: settings.map(\.change), targets: target)
        request.variations = vary
        request.best = minimise == "cost" ? .cost : minimise == "change" ? .change : .measure(minimise)
        request.mostPounds = mostCost
        request.hiresAQuarter = hiresPerQuarter
        request.letsWaitsMove = letWaitsMove
        request.budget = budget
        request.settings.weeks = weeks
        request.settings.seed = runs.seed
        request.settings.threads = runs.threadCount
        request.settings.runsPartsApart = !runs.together
        request.firstDays = runs.firstDays
        return request
    }

    func prepare() throws -> PreparedPlan {
        do {
            let prepared = try request.prepare()
            say(prepared.warnings)
            return prepared
        } catch {
            throw PlanFailure.report(error)
        }
    }

    private func search(
        _ prepared: PreparedPlan, _ state: PlanState?, _ shelf: PlanShelf?, _ folder: OutputFolder?,
        _ work: SharedWork?
    ) throws -> ServicePlanOutcome {
        let bar = ProgressBar()
        defer { bar.clear() }
        let found: ServicePlanOutcome
        do {
            found = try prepared.run(
                from: state, PlanWatch(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked }),
                sharing: work, keep: { shelf?.keep($0) })
        } catch {
            folder?.discard()
            bar.clear()
            throw PlanFailure.report(error)
        }
        guard found.outcome.ending != .cancelled else {
            folder?.discard()
            bar.clear()
            let isKept = shelf?.keepNow(found.outcome.state) ?? false
            Terminal.say(shelf?.wayOn(isKept: isKept) ?? "Stopped; nothing was written.")
            throw Exit.interrupted
        }
        shelf?.keepNow(found.outcome.state)
        return found
    }

    /// The service as it is and with the plan, side by side.
    private func beside(_ found: ServicePlanOutcome, _ prepared: PreparedPlan) throws -> ComparisonReport? {
        guard results.output != nil, let request = found.beside else { return nil }
        let bar = ProgressBar()
        defer { bar.clear() }
        do {
            return try request.prepare()
                .run(RunWatch(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked })).report()
        } catch {
            bar.clear()
            throw ServiceFailure.report(error, "")
        }
    }

    private func write(
        _ report: PlanReport, _ found: ServicePlanOutcome, to folder: OutputFolder, chartScript: String
    ) throws {
        let files = PlanFolder.files(report, scenario: found.text, chartScript: chartScript)
            .map { OutputFile($0.name, $0.text) }
        try folder.put(files) { ManifestFile.text(report, files: $0) }
    }
}
