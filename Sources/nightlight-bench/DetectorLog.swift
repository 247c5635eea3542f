import CommandLineKit
import Foundation

/// A folder that keeps what detectors from elsewhere write to their standard error.
///
/// Such a log may hold what the detector read, so it goes nowhere unless it is asked for.
struct DetectorLog {
  @Option(help: "A folder for the logs (standard error) of detectors from elsewhere.")
  private var logs: String?

  /// Keeps the end of a log as `NAME.log`.
  func keep(_ text: String, of detector: String) throws {
    guard let logs else { return }
    try FileManager.default.createDirectory(atPath: logs, withIntermediateDirectories: true)
    var file = try FileOutput(path: "\(logs)/\(detector).log")
    try file.write(text.utf8)
    try file.commit()
  }
}
