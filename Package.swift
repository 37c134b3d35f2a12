// swift-tools-version: 6.1
// stepcare: planning, forecasting and booking for stepped-care talking-therapy services.
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// The language rules that every Swift target keeps.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The same, and whole-program inlining in release: the event loop crosses module borders at every step.
let hot: [SwiftSetting] =
    strict + [
        .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
    ]

let package = Package(
    name: "stepcare",
    products: [
        .executable(name: "stepcare", targets: ["stepcare"]),
        // The kernel, for models of others: these targets and CGSL below them have no unsafe flags. Who depends on
        // them says `traits: []`, and is not asked for the packages that the rest needs.
        .library(name: "EventKernel", targets: ["EventKernel"]),
        .library(name: "RandomStreams", targets: ["RandomStreams"]),
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "Replications", targets: ["Replications"]),
        .library(name: "Stations", targets: ["Stations"]),
    ],
    traits: [
        .default(enabledTraits: ["Service"]),
        .trait(name: "Service", description: "All but the kernel: what other packages are needed for."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "3.12.3"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The core: no clock, no database, no randomness, no Foundation.
        .target(name: "CareModel", swiftSettings: hot),
        .target(name: "Diaries", dependencies: ["CareModel"], swiftSettings: hot),
        .target(name: "CLemon", linkerSettings: [.linkedLibrary("m")]),
        .target(name: "Allocation", dependencies: ["Diaries", "CareModel", "CLemon"], swiftSettings: hot),

        // General machinery: no word of the field in it.
        .target(name: "CPrefetch"),
        .target(name: "EventKernel", swiftSettings: strict),
        .target(
            name: "CGSL",
            linkerSettings: [.linkedLibrary("gsl"), .linkedLibrary("gslcblas"), .linkedLibrary("m")]),
        .target(name: "RandomStreams", dependencies: ["CGSL"], swiftSettings: strict),
        .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: strict),
        .target(name: "Replications", dependencies: ["EventKernel", "Statistics"], swiftSettings: strict),
        .target(
            name: "Stations", dependencies: ["EventKernel", "RandomStreams", "Statistics"], swiftSettings: strict),

        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(
            name: "Planning", dependencies: ["RandomStreams", "Replications", "Statistics", "CGLPK"],
            swiftSettings: strict),

        // The virtual clock, and what is done with it.
        .target(
            name: "ServiceSimulation",
            dependencies: ["Allocation", "Diaries", "CareModel", "CPrefetch", "EventKernel", "RandomStreams"],
            swiftSettings: hot),
        .target(
            name: "Experiments",
            dependencies: ["ServiceSimulation", "CareModel", "RandomStreams", "Statistics", "Replications"],
            swiftSettings: hot),
        .target(
            name: "ScenarioFiles",
            dependencies: [
                "ServiceSimulation", "CareModel", .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "PublishedStatistics", dependencies: ["CareModel", "Statistics", "CZlib"], swiftSettings: strict),
        .target(
            name: "Calibration",
            dependencies: [
                "PublishedStatistics", "Experiments", "ServiceSimulation", "Statistics", "Replications", "CareModel",
            ],
            swiftSettings: strict),
        .target(name: "Reporting", dependencies: ["Statistics", "CareModel"], swiftSettings: strict),
        .target(
            name: "BookingStore",
            dependencies: [
                "CareModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "BookingService",
            dependencies: [
                "BookingStore", "Allocation", "Diaries", "CareModel", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "Interchange",
            dependencies: ["BookingService", "BookingStore", "Allocation", "Diaries", "CareModel"],
            swiftSettings: strict),
        .target(
            name: "Forecasting",
            dependencies: [
                "Calibration", "PublishedStatistics", "Reporting", "BookingService", "BookingStore", "Allocation",
                "Experiments", "ScenarioFiles", "ServiceSimulation", "Statistics", "Replications", "CareModel",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "ServicePlanning",
            dependencies: [
                "Planning", "Forecasting", "Reporting", "Experiments", "ScenarioFiles", "ServiceSimulation",
                "Statistics", "Replications", "RandomStreams", "CareModel",
            ],
            swiftSettings: strict),
        .target(
            name: "Workbench",
            dependencies: [
                "ServicePlanning", "Planning", "Forecasting", "Calibration", "PublishedStatistics", "Reporting",
                "Experiments", "ScenarioFiles", "ServiceSimulation", "BookingStore", "CareModel",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(
            name: "WebInterface",
            dependencies: [
                "Workbench", "Reporting", "BookingService", "BookingStore", "Interchange", "Allocation", "Diaries",
                "CareModel", "CMalloc",
                "CSodium", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Pages")], swiftSettings: strict),
        .executableTarget(
            name: "stepcare",
            dependencies: [
                "WebInterface", "Workbench", "ServicePlanning", "Planning", "Forecasting", "Calibration",
                "PublishedStatistics",
                "Interchange", "BookingService", "BookingStore", "Allocation", "Diaries", "Experiments", "Reporting",
                "ScenarioFiles", "ServiceSimulation", "Statistics", "Replications", "CareModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        .target(name: "RuleEvidence", path: "Tests/RuleEvidence", swiftSettings: strict),
        .target(
            name: "FieldTables", dependencies: ["CareModel"], path: "Tests/FieldTables", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "CommandSamples", dependencies: ["BookingService", "BookingStore", "Allocation", "CareModel"],
            path: "Tests/CommandSamples", swiftSettings: strict),
        .testTarget(
            name: "CareModelTests", dependencies: ["TestSupport", "CareModel", "RuleEvidence", "FieldTables"],
            swiftSettings: strict),
        .testTarget(
            name: "DiariesTests", dependencies: ["TestSupport", "Diaries", "CareModel"], swiftSettings: strict),
        .testTarget(
            name: "AllocationTests",
            dependencies: ["TestSupport", "Allocation", "Diaries", "CareModel", "CLemon", "RuleEvidence"],
            swiftSettings: strict),
        .testTarget(name: "EventKernelTests", dependencies: ["TestSupport", "EventKernel"], swiftSettings: strict),
        .target(
            name: "KernelModels",
            dependencies: ["Stations", "Replications", "EventKernel", "RandomStreams", "Statistics"],
            path: "Tests/KernelModels", exclude: ["check-package-by-version", "check_package_by_version.py"],
            swiftSettings: strict),
        .testTarget(
            name: "StatisticalTests",
            dependencies: [
                "KernelModels", "Stations", "Replications", "EventKernel", "RandomStreams", "Statistics", "CGSL",
            ],
            swiftSettings: strict),
        .target(
            name: "PlanningModels", dependencies: ["Planning", "RandomStreams", "Statistics"],
            path: "Tests/PlanningModels", swiftSettings: strict),
        .testTarget(
            name: "PlanningTests",
            dependencies: ["PlanningModels", "Planning", "Replications", "RandomStreams", "Statistics"],
            swiftSettings: strict),
        .testTarget(
            name: "ServiceSimulationTests",
            dependencies: [
                "RandomStreams",
                "ServiceSimulation", "Allocation", "Diaries", "CareModel", "EventKernel", "Statistics", "ScenarioFiles",
                "Experiments", "RuleEvidence", "FieldTables",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ExperimentsTests",
            dependencies: [
                "FieldTables", "Experiments", "Replications", "ServiceSimulation", "ScenarioFiles", "Statistics",
                "CareModel",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ScenarioFilesTests",
            dependencies: [
                "TestSupport", "ScenarioFiles", "ServiceSimulation", "Allocation", "Experiments", "CareModel",
                "RuleEvidence",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PublishedStatisticsTests",
            dependencies: ["TestSupport", "PublishedStatistics", "Statistics", "CareModel", "CZlib"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["TestSupport", "Reporting", "Statistics", "CareModel"],
            exclude: [
                "requirements.txt", "requirements-pages.txt", "check-tables", "check_tables.py", "check-pages",
                "check_pages.py", "page_uses.py",
            ], swiftSettings: strict),
        .target(name: "CFaultyDisk", path: "Tests/CFaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "BookingAudit", dependencies: ["CFaultyDisk", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/BookingAudit", swiftSettings: strict),
        .executableTarget(
            name: "booking-hammer", dependencies: ["BookingStore", "CareModel", "CFaultyDisk"],
            path: "Tests/BookingHammer", swiftSettings: strict),
        .testTarget(
            name: "BookingStoreTests",
            dependencies: [
                "TestSupport", "BookingStore", "CareModel", "BookingAudit", "FieldTables", "booking-hammer",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures", "check-million-operations"], swiftSettings: strict),
        .testTarget(
            name: "BookingServiceTests",
            dependencies: [
                "TestSupport", "BookingService", "BookingStore", "BookingAudit", "FieldTables", "CommandSamples",
                "Allocation", "Diaries", "CareModel",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TwinTests",
            dependencies: [
                "TestSupport", "BookingService", "BookingStore", "ServiceSimulation", "Experiments", "ScenarioFiles",
                "Allocation",
                "Diaries", "CareModel",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "InterchangeTests",
            dependencies: [
                "TestSupport", "Interchange", "BookingService", "BookingStore", "ServiceSimulation", "ScenarioFiles",
                "Allocation", "CareModel", "RuleEvidence", "FieldTables",
            ],
            exclude: ["requirements.txt", "check-standards", "check_standards.py"],
            swiftSettings: strict),
        .testTarget(
            name: "WebInterfaceTests",
            dependencies: [
                "PublishedSamples", "TestSupport", "CommandSamples", "WebInterface", "Workbench", "Forecasting",
                "Reporting", "ScenarioFiles", "BookingService",
                "BookingStore", "Interchange",
                "Allocation", "Diaries", "CareModel",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: [
                "requirements-api.txt", "check-api", "check_api.py", "requirements-web.txt", "check-web",
                "check_web.py", "check-package", "check_package.py", "debian_tree.py", "check-requests",
                "check_requests.py",
                "axes.js", "desk.py", "hands.py", "national.py", "slow_reader.py", "words.txt",
            ], swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "TestSupport", "stepcare", "BookingService", "BookingStore", "BookingAudit", "CareModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["check-determinism"], swiftSettings: strict),
        .target(
            name: "PublishedSamples", dependencies: ["TestSupport", "PublishedStatistics"],
            path: "Tests/PublishedSamples", swiftSettings: strict),
        .testTarget(
            name: "CalibrationTests",
            dependencies: [
                "PublishedSamples", "TestSupport", "Forecasting", "Calibration", "PublishedStatistics", "ScenarioFiles",
                "ServiceSimulation", "Replications", "Statistics", "CareModel",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ForecastingTests",
            dependencies: [
                "TestSupport", "Forecasting", "BookingService", "BookingStore", "Experiments", "Reporting",
                "ScenarioFiles", "ServiceSimulation", "CareModel",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ServicePlanningTests",
            dependencies: [
                "TestSupport", "ServicePlanning", "Planning", "Forecasting", "Reporting", "Experiments",
                "ScenarioFiles", "ServiceSimulation", "CareModel", "Statistics",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WorkbenchTests",
            dependencies: [
                "PublishedSamples", "TestSupport", "Workbench", "ServicePlanning", "Planning", "Forecasting",
                "Calibration", "PublishedStatistics", "Reporting", "ScenarioFiles", "ServiceSimulation",
                "BookingService", "BookingStore", "CareModel",
            ],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .executableTarget(
            name: "parser-fuzzer",
            dependencies: ["WebInterface", "Interchange", "ScenarioFiles", "BookingStore", "CareModel"],
            path: "Tests/Fuzzing", exclude: ["Corpus"], swiftSettings: strict),
        .executableTarget(
            name: "reliability-study",
            dependencies: ["Experiments", "ScenarioFiles", "ServiceSimulation", "Statistics", "CareModel"],
            path: "Tests/Studies/Reliability", swiftSettings: strict),
        .executableTarget(
            name: "backtest-study", dependencies: ["Calibration", "PublishedStatistics", "ServiceSimulation"],
            path: "Tests/Studies/Backtest", swiftSettings: strict),
        .executableTarget(
            name: "trust-study", dependencies: ["Calibration", "PublishedStatistics"], path: "Tests/Studies/Trust",
            swiftSettings: strict),
        .executableTarget(
            name: "kernel-benchmarks",
            dependencies: ["KernelModels", "Stations", "Replications", "EventKernel", "RandomStreams", "Statistics"],
            path: "Tests/Benchmarks/Kernel", swiftSettings: hot),
        .executableTarget(
            name: "store-benchmarks", dependencies: ["BookingStore", "CareModel"], path: "Tests/Benchmarks/Store",
            swiftSettings: hot),
        .executableTarget(
            name: "offer-benchmarks",
            dependencies: ["BookingService", "BookingStore", "Allocation", "Diaries", "CareModel"],
            path: "Tests/Benchmarks/Offers", swiftSettings: hot),
        .executableTarget(
            name: "planning-benchmarks",
            dependencies: ["PlanningModels", "Planning", "RandomStreams"], path: "Tests/Benchmarks/Planning",
            swiftSettings: strict),
        .executableTarget(
            name: "batch-benchmarks", dependencies: ["Allocation", "Diaries", "CareModel"],
            path: "Tests/Benchmarks/Batch", swiftSettings: hot),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// A module lays out for itself what its types hold, to the last level: so it must be compiled anew when a type changes
// that it never imports. The package manager looks at the modules that a target names, and no further. So each target
// names all that it stands on; what it may import is what it says above, and the tests hold it to that.
let targetsByName = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })
for target in package.targets {
    var names = target.dependencies.compactMap { if case .byNameItem(let name, _) = $0 { name } else { nil } }
    var met = Set(names)
    var next = 0
    while next < names.count {
        for case .byNameItem(let below, _) in targetsByName[names[next]]?.dependencies ?? []
        where met.insert(below).inserted {
            names.append(below)
            target.dependencies.append(.byName(name: below))
        }
        next += 1
    }
}

// Without the trait nothing of another package is named, and none is fetched.
for target in package.targets {
    target.dependencies = target.dependencies.map { dependency in
        guard case .productItem(let name, let package?, let aliases, _) = dependency else { return dependency }
        return .product(name: name, package: package, moduleAliases: aliases, condition: .when(traits: ["Service"]))
    }
}
