// swift-tools-version: 6.2
import PackageDescription

let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

// Swift's libraries are linked into the program: it starts in half the time, and runs where there is
// no Swift. Objects name the libraries they need; the others are what those need in turn. The linker
// is the one that comes with Swift.
let swiftInside =
  [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], .when(platforms: [.linux]))]
  + [
    "CoreFoundation", "_CFXMLInterface", "_FoundationICU", "_FoundationCShims",
    "_FoundationCollections", "xml2",
  ]
  .map { LinkerSetting.linkedLibrary($0, .when(platforms: [.linux])) }

let package = Package(
  name: "Primacy",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Probability", targets: ["Probability"]),
    .library(name: "Panels", targets: ["Panels"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Models", targets: ["Models"]),
    .library(name: "Forecasting", targets: ["Forecasting"]),
    .library(name: "Balancing", targets: ["Balancing"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "Reports", targets: ["Reports"]),
    .library(name: "Archive", targets: ["Archive"]),
    .library(name: "Updates", targets: ["Updates"]),
    .executable(name: "primacy", targets: ["primacy"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // MARK: - C: libraries of the system, and the vector kernel
    .systemLibrary(
      name: "CLAPACK", pkgConfig: "lapacke",
      providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    // Opened when something is fetched, and therefore not linked.
    .systemLibrary(
      name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "Czip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(name: "CKernel"),

    // MARK: - Mathematics: knows no politics
    .target(
      name: "LinearAlgebra",
      dependencies: ["CLAPACK", realModule]),
    .target(
      name: "Probability",
      dependencies: ["LinearAlgebra", "CKernel", realModule]),

    // MARK: - Data: knows no models
    .target(name: "Panels"),
    .target(
      name: "Datasets",
      dependencies: ["Panels", "CCrypto", realModule]),

    // MARK: - Science: the pipeline's one path
    .target(
      name: "Models",
      dependencies: ["Panels", "Probability", "LinearAlgebra", "CKernel", realModule]),
    .target(
      name: "Forecasting",
      dependencies: [
        "Models", "Panels", "Probability", "LinearAlgebra", realModule,
        .product(name: "Yams", package: "Yams"),
      ]),

    .target(
      name: "Balancing",
      dependencies: [
        "Forecasting", "Models", "Panels", "Probability", "LinearAlgebra", realModule,
      ]),

    // MARK: - Output: Charts knows no politics
    .target(
      name: "Charts", dependencies: [realModule]),
    .target(
      name: "Reports",
      dependencies: [
        "Balancing", "Datasets", "Forecasting", "Models", "Panels", "Probability", "Charts",
        mustache, realModule,
      ],
      resources: [.embedInCode("Templates")]),

    .target(name: "Archive", dependencies: ["Datasets", "Forecasting", "Panels", grdb]),

    // MARK: - Fresh figures
    .target(
      name: "Updates",
      dependencies: [
        "Archive", "Reports", "Forecasting", "Datasets", "Panels", "CCurl", "Czip",
        realModule,
      ]),

    // MARK: - Running it
    .executableTarget(
      name: "primacy",
      dependencies: [
        "Balancing", "Datasets", "Reports", "Charts", "Archive", "Updates", argumentParser,
      ],
      linkerSettings: swiftInside),

    // MARK: - Tests
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Charts", "Datasets", "Forecasting", "LinearAlgebra", "Models", "Panels", "Probability",
        "Reports", "TestSupport",
      ],
      path: "Tests/Benchmarks", exclude: ["Peers"]),
    .target(name: "TestSupport", dependencies: ["Panels"], path: "Tests/TestSupport"),
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "TestSupport", realModule],
      exclude: ["Reference"]),
    .testTarget(
      name: "ProbabilityTests",
      dependencies: [
        "Probability", "LinearAlgebra", "TestSupport",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["Reference"]),
    .testTarget(name: "PanelsTests", dependencies: ["Panels", "TestSupport"]),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "TestSupport"], exclude: ["Reference"]),
    .testTarget(
      name: "ModelsTests",
      dependencies: [
        "Models", "Datasets", "LinearAlgebra", "Panels", "Probability", "CKernel", "TestSupport",
        realModule,
      ],
      exclude: ["Reference"]),
    .testTarget(
      name: "ForecastingTests",
      dependencies: ["Forecasting", "Datasets", "LinearAlgebra", "TestSupport", realModule],
      exclude: ["Reference"]),
    .testTarget(
      name: "BalancingTests",
      dependencies: [
        "Balancing", "Forecasting", "Datasets", "Panels", "Probability", "TestSupport", realModule,
      ],
      exclude: ["Reference"]),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Charts", "Datasets", "Forecasting", "Panels", "TestSupport",
        .product(name: "RealModule", package: "swift-numerics"),
      ], exclude: ["Snapshots", "Page/Snapshots"]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Datasets", "Forecasting", "Panels", "TestSupport", grdb]),
    .testTarget(
      name: "NightlyTests",
      dependencies: [
        "Updates", "Archive", "Datasets", "Forecasting", "Models", "Panels", "Reports",
        "TestSupport",
      ]),
    .testTarget(
      name: "UpdatesTests",
      dependencies: ["Updates", "Archive", "Datasets", "Panels", "TestSupport"],
      exclude: ["Files"]),
    // Runs the program; depending on it would link its libraries into the tests.
    .testTarget(name: "CommandTests", dependencies: ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "CKernel" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
