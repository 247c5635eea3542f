import Foundation
import Testing

@testable import Benchmarking

struct HistoryLineTests {
  @Test func aValueIsOneLineThatMeansItAgain() throws {
    let point = PerformancePoint.sample(1, 0.1 + 0.2, name: "cpu a/b")
    let line = try point.line()
    #expect(line.last == UInt8(ascii: "\n") && line.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(try PerformancePoint(line: line) == point)
  }

  /// Equal values are equal lines, so that the same figure of two branches is one line.
  @Test func keysStandInOrder() throws {
    let text = String(decoding: try PerformancePoint.sample(1).line(), as: UTF8.self)
    let keys = text.matches(of: /"([a-z]+)":/).map { String($0.1) }
    #expect(keys == keys.sorted() && keys.count == 10)
  }

  @Test(arguments: [
    ("0123456789abcdef0123456789abcdef01234567", true),
    (String(repeating: "f", count: 64), true),
    (String(repeating: "f", count: 41), false), (String(repeating: "F", count: 40), false),
    ("HEAD", false), ("", false),
  ])
  func aHashIsFull(_ hash: String, _ isFull: Bool) {
    #expect((HistoryFault(commit: hash, key: "base") == nil) == isFull)
  }

  @Test(arguments: [
    ("2026-11-25T14:00:00Z", true), ("2026-11-25T14:00:00+01:00", false),
    ("2026-11-25 14:00:00Z", false), ("2026-11-25T14:00Z", false), ("", false),
  ])
  func aDateIsUTCToTheSecond(_ date: String, _ fits: Bool) {
    #expect((HistoryFault(date: date) == nil) == fits)
  }

  @Test func whatIsReadIsCheckedToo() throws {
    let bad = String(decoding: try PerformancePoint.sample(1).line(), as: UTF8.self)
      .replacing("c1a0b2d4e5f60718", with: "")
    let fault = HistoryFault(problem: "'environment' is empty", expected: "a fingerprint")
    #expect(throws: fault) { try PerformancePoint(line: Data(bad.utf8)) }
  }
}
