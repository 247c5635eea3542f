import Evaluation
import Foundation

/// How numbers are written in tables for people.
enum NumberText {
  /// What stands where there is no value.
  static let none = "—"

  /// A value in the style of its metric: `0.812`, `14`, `3.1 µs`, `21,300`, `1.2 MB`.
  static func value(_ value: Double?, _ style: Metric.Style) -> String {
    guard let value, value.isFinite else { return none }
    return switch style {
    case .rate, .signedRate: fixed(value, 3)
    case .messages, .perThousand: fixed(value, 1)
    case .nanoseconds: duration(value)
    case .count: grouped(value)
    case .seconds: value < 10 ? fixed(value, 2) + " s" : fixed(value, 0) + " s"
    case .bytes: bytes(value)
    }
  }

  /// `[0.780, 0.841]`, or nil without both ends.
  static func interval(_ metric: MetricValue?, _ style: Metric.Style) -> String? {
    guard let low = metric?.low, let high = metric?.high else { return nil }
    return "[\(value(low, style)), \(value(high, style))]"
  }

  /// A number with so many digits after the point; never `-0.000`.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    return text.allSatisfy { "-0.".contains($0) } ? text.replacing("-", with: "") : text
  }

  /// A difference with its sign: `+0.041`, `−0.003`.
  static func signed(_ value: Double?) -> String {
    guard let value, value.isFinite else { return none }
    let text = fixed(abs(value), 3)
    return text.allSatisfy { "0.".contains($0) } ? text : (value < 0 ? "−" : "+") + text
  }

  /// A whole number with commas between thousands.
  static func grouped(_ value: Double) -> String {
    let digits = Array(fixed(abs(value), 0))
    var text = value <= -0.5 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A whole number with commas between thousands.
  static func grouped(_ value: Int) -> String { grouped(Double(value)) }

  private static func duration(_ nanoseconds: Double) -> String {
    for (size, unit) in [(1e9, "s"), (1e6, "ms"), (1e3, "µs")] where nanoseconds >= size {
      return significant(nanoseconds / size) + " " + unit
    }
    return fixed(nanoseconds, 0) + " ns"
  }

  private static func bytes(_ count: Double) -> String {
    for (size, unit) in [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")] where count >= size {
      return significant(count / size) + " " + unit
    }
    return fixed(count, 0) + " B"
  }

  private static func significant(_ value: Double) -> String {
    fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0)
  }
}
