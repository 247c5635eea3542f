import Foundation
import Testing

/// A built tool, run as a user would run it.
struct Tool {
  /// What a run came to.
  struct Result {
    var status: Int32
    var output: String
    var error: String
  }

  let name: String
  let folder: String
  private let executable: URL

  /// A product of the package, or the program at `executable`.
  init(_ name: String, in folder: String, executable: String? = nil) {
    (self.name, self.folder) = (name, folder)
    self.executable =
      executable.map { URL(fileURLWithPath: $0) } ?? Tool.products.appending(path: name)
  }

  /// Where the package's products are: beside the running test bundle.
  static var products: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// The root of the repository.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Starts the tool; both streams go to files in its folder.
  func start(_ arguments: [String], input: String? = nil, environment: [String: String] = [:])
    throws -> (process: Process, output: URL, error: URL)
  {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var merged = ProcessInfo.processInfo.environment
    merged["NIGHTLIGHT_DB"] = nil
    merged.merge(environment) { $1 }
    process.environment = merged
    let tag = UUID().uuidString
    let output = URL(fileURLWithPath: folder).appending(path: ".out-\(tag)")
    let error = URL(fileURLWithPath: folder).appending(path: ".err-\(tag)")
    for url in [output, error] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    if let input {
      let file = URL(fileURLWithPath: folder).appending(path: ".in-\(tag)")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    return (process, output, error)
  }

  /// Runs the tool to its end.
  func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws
    -> Result
  {
    let (process, output, error) = try start(arguments, input: input, environment: environment)
    process.waitUntilExit()
    defer { for url in [output, error] { try? FileManager.default.removeItem(at: url) } }
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  /// A new empty folder that lives until `body` ends.
  static func inTemporaryFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "nightlight-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
