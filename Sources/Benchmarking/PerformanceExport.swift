import Foundation

/// The figures of one commit in the formats of services that watch over benchmarks.
///
/// ```swift
/// PerformanceExport.bencher(points)  // {"f1 linear-svm":{"score":{"value":0.9}}}
/// ```
public enum PerformanceExport {
  /// The JSON of github-action-benchmark's `customSmallerIsBetter` or `customBiggerIsBetter`: an
  /// array of `name`, `unit`, `value`, and, where a figure is a median, `range` (half of its
  /// samples' width) and `extra` (how many they are).
  ///
  /// The action reads one direction from one file, so points of the other one are left out. A score
  /// has the unit `score`, since the action asks for one.
  ///
  /// Source: https://github.com/benchmark-action/github-action-benchmark
  public static func githubAction(
    _ points: [PerformancePoint], better: PerformancePoint.Direction
  ) -> String {
    document(
      points.filter { $0.better == better }.map { point in
        ActionEntry(
          name: point.name, unit: unit(point), value: point.value,
          range: ends(point).map { text(($0.high - $0.low) / 2) },
          extra: ends(point).map { _ in "\(point.samples.count) samples" })
      })
  }

  /// The Bencher Metric Format: benchmark → measure → `value`, and the least and largest sample as
  /// `lower_value` and `upper_value`. The measure is the unit; `score` where there is none.
  ///
  /// Source: https://bencher.dev/docs/reference/bencher-metric-format
  public static func bencher(_ points: [PerformancePoint]) -> String {
    var benchmarks: [String: [String: Metric]] = [:]
    for point in points {
      benchmarks[point.name, default: [:]][unit(point)] = Metric(
        value: point.value, lower: ends(point)?.low, upper: ends(point)?.high)
    }
    return document(benchmarks)
  }

  private struct ActionEntry: Encodable {
    var name: String
    var unit: String
    var value: Double
    var range: String?
    var extra: String?
  }

  private struct Metric: Encodable {
    var value: Double
    var lower: Double?
    var upper: Double?

    enum CodingKeys: String, CodingKey {
      case value
      case lower = "lower_value"
      case upper = "upper_value"
    }
  }

  private static func unit(_ point: PerformancePoint) -> String {
    point.unit.isEmpty ? "score" : point.unit
  }

  /// The least and the largest sample; nil for what was measured once.
  private static func ends(_ point: PerformancePoint) -> (low: Double, high: Double)? {
    guard let low = point.samples.min(), let high = point.samples.max(), low < high else {
      return nil
    }
    return (low, high)
  }

  /// A number as a person writes it: whole ones without a point.
  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func document(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Names are text and figures are finite, which every point of a history is.
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a figure that is not finite")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
