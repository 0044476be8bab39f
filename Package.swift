// swift-tools-version:6.1
import PackageDescription

/// The house: arrows point down only (docs/ARCHITECTURE.md).
let package = Package(
  name: "yigai",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "yigai", targets: ["yigai"]),
    .executable(name: "yigai-sync", targets: ["yigai-sync"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CTerminal"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CXlsxWriter"),
    .systemLibrary(name: "CDigest"),
    .systemLibrary(name: "CPostgres"),
    .target(name: "CResources"),
    .target(name: "Cells"),
    .target(name: "Widgets", dependencies: ["Cells"]),
    .target(name: "Reform"),
    .target(name: "Files", dependencies: ["Reform", "CDigest"]),
    .target(name: "Intake", dependencies: ["Reform", "CResources", "CZip", "CExpat"]),
    .target(name: "Bundle", dependencies: ["Intake", "Reform"]),
    .target(
      name: "Papers",
      dependencies: [
        "Reform", "Files", "CXlsxWriter", "CZip",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "LedgerStore",
      dependencies: [
        "Reform", "Files", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Sharing", dependencies: ["LedgerStore", "Reform"]),
    .target(name: "Dashboard", dependencies: ["Reform", "Widgets", "Cells"]),
    .target(
      name: "Runtime",
      dependencies: [
        "Dashboard", "Intake", "Bundle", "LedgerStore", "Papers", "Files", "Reform", "Cells",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .target(name: "HubStore", dependencies: ["Reform", "Bundle", "Intake", "Files", "CPostgres"]),
    .executableTarget(
      name: "yigai-sync", dependencies: ["HubStore", "Sharing", "LedgerStore", "Files", "Reform"]),
    .target(name: "Curses", dependencies: ["Cells", "CNcurses", "CTerminal"]),
    .executableTarget(
      name: "yigai",
      dependencies: [
        "Runtime", "Dashboard", "Intake", "Bundle", "LedgerStore", "Papers", "Files", "Reform",
        "Curses",
        "Cells",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Runtime", "Dashboard", "Intake", "Bundle", "LedgerStore", "Papers", "Reform", "Cells",
        "Curses", "HubStore", "Sharing", "Files",
      ]),
    .executableTarget(name: "Accuracy", dependencies: ["Intake", "Bundle", "Reform"]),
    .target(
      name: "TestSupport",
      dependencies: [
        "Sharing", .product(name: "GRDB", package: "GRDB.swift"),
        "Files", "Runtime", "Dashboard", "Intake", "Bundle", "LedgerStore", "Reform", "Cells",
      ],
      path: "Tests/TestSupport"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "TestSupport", "CCoverage", "Curses", "Runtime", "Dashboard", "Papers", "Intake", "Bundle",
        "LedgerStore",
        "Reform", "Cells",
      ],
      path: "Tests/Fuzz"),
    .target(name: "CCoverage", path: "Tests/CCoverage"),
    .target(
      name: "CFaultVFS", path: "Tests/CFaultVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "Curses", "CTerminal"]),
    .testTarget(name: "WidgetsTests", dependencies: ["Widgets", "Cells", "TestSupport"]),
    .testTarget(name: "ReformTests", dependencies: ["Reform", "Intake", "Bundle", "TestSupport"]),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "LedgerStore", "Files", "Intake", "Bundle", "Papers", "Reform", "Runtime", "Dashboard",
        "Cells",
        "TestSupport", "CFaultVFS", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "SharingTests",
      dependencies: [
        "Sharing", "LedgerStore", "Files", "Bundle", "Reform", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CatalogueTests", dependencies: ["Intake", "Bundle", "Reform", "TestSupport"]),
    .testTarget(
      name: "WalkTests",
      dependencies: [
        "TestSupport", "Dashboard", "Runtime", "LedgerStore", "Papers", "Bundle", "Reform", "Cells",
      ]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["TestSupport", "LedgerStore", "Reform", "Intake", "Bundle", "Cells"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["TestSupport", "Dashboard", "LedgerStore", "Reform", "Runtime"]),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Bundle", "Reform", "Accuracy", "TestSupport"]),
    .testTarget(
      name: "PaperTests",
      dependencies: [
        "Papers", "Intake", "Bundle", "Reform", "Files", "LedgerStore", "Runtime", "TestSupport",
      ]),
    .testTarget(
      name: "HubTests",
      dependencies: ["HubStore", "Files", "Intake", "Bundle", "Reform", "TestSupport"]),
    .testTarget(
      name: "WorkbookTests",
      dependencies: [
        "Intake", "Bundle", "Papers", "Reform", "Runtime", "LedgerStore", "TestSupport", "CZip",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
