import CommandLineKit
import Testing

@Suite struct UsageErrorTests {
  @Test(
    arguments: [
      ("everday", ["everyday", "burden"], "everyday"),
      ("zzz", ["everyday"], nil),
      ("ab", ["xy"], nil),
    ] as [(String, [String], String?)])
  func nearestWord(_ word: String, _ candidates: [String], _ expected: String?) {
    #expect(nearest(to: word, among: candidates) == expected)
  }
}
