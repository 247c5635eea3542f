import Glibc

/// One line on standard error that says how far long work has come: items, rate, time left.
///
/// Silent unless standard error is a terminal and the work lasts longer than half a second.
///
/// ```swift
/// var line = ProgressLine("Generating", unit: "conversations", total: 5000)
/// for _ in 0..<5000 { line.advance() }
/// line.finish()
/// ```
public struct ProgressLine {
  private let title: String
  private let unit: String
  private let total: Int?
  private let isVisible: Bool
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var isDrawn = false
  /// How many items are done.
  public private(set) var done = 0

  /// A line that has not been drawn yet; `total` nil leaves out share and time left.
  public init(_ title: String, unit: String, total: Int? = nil, quiet: Bool = false) {
    (self.title, self.unit, self.total) = (title, unit, total)
    isVisible = !quiet && isatty(STDERR_FILENO) == 1
    start = .now
    shown = start
  }

  /// Counts items and redraws at most ten times a second.
  public mutating func advance(by count: Int = 1) {
    done += count
    guard isVisible else { return }
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500), now - shown > .milliseconds(100) else { return }
    shown = now
    isDrawn = true
    let text = Self.text(title, unit, done: done, total: total, elapsed: now - start)
    _ = writeAll(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
  }

  /// Clears the line.
  public mutating func finish() {
    guard isDrawn else { return }
    isDrawn = false
    _ = writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  /// The text of the line: `Generating 1,200 of 5,000 conversations, 2,400/s, 2 s left`.
  static func text(
    _ title: String, _ unit: String, done: Int, total: Int?, elapsed: Duration
  ) -> String {
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var text = "\(title) \(grouped(done))"
    if let total { text += " of \(grouped(total))" }
    text += " \(unit), \(grouped(Int(rate)))/s"
    if let total, rate > 0, done < total {
      text += ", \(duration(Double(total - done) / rate)) left"
    }
    return text
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 120 ? "\(whole) s" : "\(whole / 60) min"
  }
}

/// A whole number with commas between thousands: 12345 → `12,345`.
public func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var text = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}
