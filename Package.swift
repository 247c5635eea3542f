// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: the language of tomorrow, and no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// A library module and the modules it may import: one row of the table in ARCHITECTURE.md.
func module(_ name: String, imports: String...) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) }, exclude: readme(of: name),
    swiftSettings: strict)
}

/// What a module says of itself for people, where it does: not a source.
func readme(of name: String) -> [String] {
  ["Detection", "TextFeatures"].contains(name) ? ["README.md"] : []
}

/// A command-line tool: words → one library call → text.
func tool(_ name: String, imports: String...) -> Target {
  .executableTarget(
    name: name, dependencies: imports.map { .byName(name: $0) }, swiftSettings: strict)
}

/// The tests of one module, with the same strictness.
func tests(_ name: String, imports: String..., exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: ([name] + imports).map { .byName(name: $0) },
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "Nightlight",
  targets: [
    // Level 0: C
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CMeasure"),
    .target(name: "CAssets"),
    .target(name: "CCounters"),

    // Level 1
    module("Chat"),
    module("TextFeatures", imports: "CAssets"),
    module("Statistics"),
    module("CommandLineKit"),
    module("SQLite", imports: "CSQLite"),
    module("Plotting"),
    module("Pages"),

    // Level 2
    module("CorpusFormats", imports: "Chat"),
    module("CorpusGeneration", imports: "Chat", "Statistics", "CAssets"),
    module("Detection", imports: "Chat", "TextFeatures", "Statistics", "CAssets"),
    module("Evaluation", imports: "Chat", "Statistics"),
    module("Benchmarking", imports: "Statistics", "CMeasure"),

    // Level 3
    module("Store", imports: "SQLite", "Chat", "Evaluation", "Benchmarking"),
    module("Audits", imports: "Chat", "TextFeatures", "Statistics", "Detection", "Evaluation"),

    // Level 4
    module(
      "Experiments", imports: "Store", "Audits", "CorpusFormats", "CorpusGeneration", "Detection",
      "Evaluation", "Benchmarking", "Chat", "TextFeatures", "Statistics"),
    module(
      "Reports", imports: "Store", "Evaluation", "Benchmarking", "Chat", "Statistics", "Plotting",
      "Pages"),

    // Level 5
    tool(
      "nightlight-corpus", imports: "CommandLineKit", "Experiments", "Store", "Audits",
      "CorpusFormats", "CorpusGeneration", "Chat", "Statistics"),
    tool(
      "nightlight-bench", imports: "CommandLineKit", "Experiments", "Store", "Detection",
      "Evaluation", "Benchmarking", "Chat"),
    tool("nightlight-report", imports: "CommandLineKit", "Reports", "Store"),
    tool(
      "nightlight-perf", imports: "CommandLineKit", "Benchmarking", "Experiments", "CorpusFormats",
      "CorpusGeneration", "Detection", "Evaluation", "Store", "SQLite", "Plotting", "Chat",
      "Statistics", "Reports", "CCounters"),
    tool(
      "nightlight-scan", imports: "CommandLineKit", "Experiments", "CorpusFormats", "Detection",
      "Store", "Chat", "Statistics"),

    // Tests
    tests("Chat"), tests("TextFeatures"), tests("Statistics", exclude: ["Reference"]),
    tests("CommandLineKit"), tests("SQLite"), tests("Plotting"), tests("Pages"),
    tests("CorpusFormats", imports: "Chat"),
    tests("CorpusGeneration", imports: "Chat", "Statistics"),
    tests(
      "Detection", imports: "Chat", "TextFeatures", "Statistics", exclude: ["Reference"]),
    tests("Evaluation", imports: "Chat", "Statistics", exclude: ["Reference"]),
    tests("Benchmarking", imports: "Statistics"),
    tests("Store", imports: "SQLite", "Chat", "Evaluation", "Benchmarking"),
    tests("Audits", imports: "Chat", "Detection", "Statistics", exclude: ["Reference"]),
    tests(
      "Experiments", imports: "Store", "Audits", "Chat", "Detection", "Evaluation",
      "CorpusGeneration", "CorpusFormats", "Statistics", "Benchmarking"),
    tests(
      "Reports", imports: "Store", "Evaluation", "Benchmarking", "Chat", "Plotting", "Pages"),
    .testTarget(name: "HouseTests", swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["Chat", "SQLite", "Benchmarking"],
      exclude: ["pan12-standin"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
