/// The house of the design: the targets, and who may import whom. A new target gets its row here first.
enum House {
    struct Row {
        let target: String

        /// What its Swift files may import: ours, the packages' and the system's.
        let mayImport: [String]
    }

    static let rows: [Row] = [
        // The core and the machinery know nothing of the system: no clock, no files, no Foundation.
        Row(target: "CareModel", mayImport: []),
        Row(target: "Diaries", mayImport: ["CareModel"]),
        Row(target: "Allocation", mayImport: ["Diaries", "CareModel", "CLemon"]),
        Row(target: "EventKernel", mayImport: []),
        Row(target: "RandomStreams", mayImport: ["CGSL"]),
        Row(target: "Statistics", mayImport: ["CGSL"]),
        // What a model is built of and run by, of any field; threads are for whole replications, so only they have
        // them.
        Row(target: "Stations", mayImport: ["EventKernel", "RandomStreams", "Statistics"]),
        Row(target: "Replications", mayImport: ["EventKernel", "Statistics", "Dispatch", "Synchronization"]),
        // A search over anything that runs can be asked of; GLPK solves its integer programs.
        // Glibc for logarithms and powers.
        Row(
            target: "Planning",
            mayImport: ["RandomStreams", "Replications", "Statistics", "CGLPK", "Synchronization", "Glibc"]),
        Row(
            target: "ServiceSimulation",
            // In one file each: Glibc for three elementary functions, for which Foundation would be a world, and
            // CPrefetch for one word to the processor.
            mayImport: [
                "Allocation", "Diaries", "CareModel", "EventKernel", "RandomStreams", "Glibc", "CPrefetch",
            ]),

        Row(
            target: "Experiments",
            mayImport: ["ServiceSimulation", "Statistics", "CareModel", "RandomStreams", "Replications"]),

        // Threads too are for the one writer: what arrives together is committed together.
        Row(
            target: "BookingStore",
            mayImport: ["CareModel", "GRDB", "GRDBSQLite", "Foundation", "Dispatch", "Synchronization"]),

        // The same core as the simulation's, with the clock of the wall: locks and JSON for what it answers, no SQL.
        Row(
            target: "BookingService",
            mayImport: [
                "BookingStore", "Allocation", "Diaries", "CareModel", "Crypto", "Foundation", "Synchronization",
            ]),

        // The edges.
        Row(
            target: "Interchange",
            mayImport: ["BookingService", "BookingStore", "Allocation", "Diaries", "CareModel", "Foundation"]),
        Row(target: "ScenarioFiles", mayImport: ["ServiceSimulation", "CareModel", "Yams", "Crypto", "Foundation"]),
        // Foundation for elementary functions only; what is zipped is read by zlib.
        Row(target: "PublishedStatistics", mayImport: ["CareModel", "Statistics", "CZlib", "Foundation"]),
        // A fit runs the simulation; atomics count its trials for a progress bar.
        Row(
            target: "Calibration",
            mayImport: [
                "PublishedStatistics", "Experiments", "ServiceSimulation", "Statistics", "Replications", "CareModel",
                "Foundation", "Synchronization",
            ]),
        Row(target: "Reporting", mayImport: ["Statistics", "CareModel", "Foundation"]),
        // A forecast as a value, for the command line and for pages; one room of it makes Reporting's values.
        Row(
            target: "Forecasting",
            mayImport: [
                "Experiments", "ScenarioFiles", "BookingService", "Calibration", "Reporting", "BookingStore",
                "Allocation", "PublishedStatistics", "ServiceSimulation", "Statistics", "Replications", "CareModel",
                "Foundation", "Crypto", "Synchronization",
            ]),
        // A service's plan as a problem of the search: what may be chosen, what it costs, its runs, a fluid model.
        Row(
            target: "ServicePlanning",
            mayImport: [
                "Planning", "Forecasting", "Reporting", "Experiments", "ScenarioFiles", "ServiceSimulation",
                "Statistics", "Replications", "RandomStreams", "CareModel", "Foundation", "Synchronization",
            ]),
        // What-ifs as values: threads of a lower priority, and a folder of what is kept.
        Row(
            target: "Workbench",
            mayImport: [
                "ServicePlanning", "Planning", "Forecasting", "Calibration", "PublishedStatistics", "Reporting",
                "Experiments", "ScenarioFiles", "ServiceSimulation", "BookingStore", "CareModel", "Crypto",
                "Foundation", "Glibc", "Synchronization",
            ]),
        // Pages and the interface for machines: Hummingbird carries, Mustache writes, libsodium keeps secrets.
        Row(
            target: "WebInterface",
            mayImport: [
                "Workbench", "Reporting", "BookingService", "Interchange", "BookingStore", "Allocation", "Diaries",
                "CareModel", "CMalloc", "CSodium", "Crypto", "Hummingbird", "HummingbirdCore", "HummingbirdTLS",
                "HTTPTypes", "Mustache",
                "Logging", "NIOCore", "NIOPosix", "NIOSSL", "NIOHTTPTypes", "ServiceLifecycle", "UnixSignals",
                "Foundation", "Synchronization",
            ]),
        Row(
            target: "stepcare",
            mayImport: [
                "WebInterface", "Workbench", "ServicePlanning", "Planning", "Logging",
                "Allocation", "BookingService", "BookingStore", "Calibration", "CareModel", "Diaries", "EventKernel",
                "Experiments", "Forecasting", "PublishedStatistics",
                "Interchange", "RandomStreams", "Replications", "Reporting",
                "ScenarioFiles", "ServiceSimulation", "Statistics",
                "ArgumentParser", "Foundation", "Dispatch", "Synchronization", "Glibc",
            ]),
        Row(target: "CGSL", mayImport: []),
        Row(target: "CPrefetch", mayImport: []),
        Row(target: "CZlib", mayImport: []),
        Row(target: "CMalloc", mayImport: []),
        Row(target: "CSodium", mayImport: []),
        Row(target: "CLemon", mayImport: []),
        Row(target: "CGLPK", mayImport: []),
    ]

    /// A module that only some targets, and those targets' tests, may know.
    struct Secret {
        let module: String
        let owners: [String]
        let instead: String
    }

    static let secrets: [Secret] = [
        Secret(module: "Yams", owners: ["ScenarioFiles"], instead: "ask ScenarioFiles, the only place that knows YAML"),
        Secret(
            module: "CGSL", owners: ["RandomStreams", "Statistics", "StatisticalTests"],
            instead: "ask RandomStreams or Statistics, the only Swift that knows GSL"),
        Secret(
            module: "GRDB", owners: ["BookingStore", "BookingAudit"],
            instead: "ask BookingStore, the only place that knows SQL"),
        Secret(
            module: "GRDBSQLite", owners: ["BookingStore"], instead: "ask BookingStore, the only place that knows SQL"),
        Secret(
            module: "CLemon", owners: ["Allocation"],
            instead: "ask Allocation, the only Swift that knows the flow solver"),
        Secret(
            module: "CGLPK", owners: ["Planning"],
            instead: "ask Planning, the only Swift that solves integer programs"),
        Secret(
            module: "CZlib", owners: ["PublishedStatistics"],
            instead: "ask PublishedStatistics, the only Swift that reads gzip"),
        Secret(
            module: "CMalloc", owners: ["WebInterface"],
            instead: "ask WebInterface, the only place that runs for weeks"),
        Secret(
            module: "CSodium", owners: ["WebInterface"],
            instead: "ask WebInterface, the only place that keeps passwords"),
        Secret(
            module: "XCTest", owners: [], instead: "write the test with Swift Testing; `make test` runs nothing else"),
    ]

    /// Where a decision is taken, so where order and documentation matter most.
    static let core = ["CareModel", "Diaries", "Allocation", "EventKernel", "ServiceSimulation"]

    static func row(of target: String) -> Row? {
        rows.first { $0.target == target }
    }
}
