import Detection

/// A stop policy over a stream: O(1) a score, at most 64 decisions back.
///
/// Fires once; ``StopPolicy/firstAlert(_:)`` over all scores gives the same message.
struct AlertMonitor {
  private let threshold: Double
  private let needed: Int
  private let mask: UInt64
  private var decisions: UInt64 = 0
  private var hasFired = false
  /// How many scores were seen.
  private(set) var count = 0

  /// - Precondition: the window is at most 64.
  init(_ policy: StopPolicy) {
    switch policy {
    case .threshold(let threshold): (self.threshold, needed, mask) = (threshold, 1, 1)
    case .skepticism(let threshold, let needed, let window):
      precondition((1...64).contains(window), "a window of \(window) decisions")
      (self.threshold, self.needed) = (threshold, needed)
      mask = window == 64 ? .max : (1 << UInt64(window)) - 1
    }
  }

  /// Takes the next score; true the first time the policy fires.
  mutating func observe(_ score: Double) -> Bool {
    count += 1
    decisions = (decisions << 1 | (score >= threshold ? 1 : 0)) & mask
    guard !hasFired, decisions.nonzeroBitCount >= needed else { return false }
    hasFired = true
    return true
  }
}
