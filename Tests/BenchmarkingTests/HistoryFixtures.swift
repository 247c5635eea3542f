import Benchmarking
import Foundation

/// A file name of its own for one test; what stands there goes with the value.
final class TemporaryPath {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "nightlight-history-\(UUID().uuidString).jsonl").path

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}

extension PerformancePoint {
  /// A hash of a commit that ends in a number.
  static func hash(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 40 - digits.count) + digits
  }

  /// A point of commit number `commit`.
  static func sample(
    _ commit: Int, _ value: Double = 1, name: String = "model-bytes linear-svm",
    environment: String = "c1a0b2d4e5f60718", version: Int = 1, kind: Kind = .counted,
    better: Direction = .lower, date: String = "2026-11-25T14:00:00Z"
  ) -> PerformancePoint {
    PerformancePoint(
      commit: hash(commit), date: date, environment: environment, name: name, kind: kind,
      unit: "bytes", better: better, version: version, value: value)
  }
}
