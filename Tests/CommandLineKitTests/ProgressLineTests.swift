import Testing

@testable import CommandLineKit

@Suite struct ProgressLineTests {
  @Test(
    arguments: [
      (1200, 5000, 0.5, "Generating 1,200 of 5,000 items, 2,400/s, 2 s left"),
      (5000, 5000, 2, "Generating 5,000 of 5,000 items, 2,500/s"),
      (10, nil, 2, "Generating 10 items, 5/s"),
      (1, 1000, 1, "Generating 1 of 1,000 items, 1/s, 16 min left"),
    ] as [(Int, Int?, Double, String)])
  func text(_ done: Int, _ total: Int?, _ seconds: Double, _ expected: String) {
    let text = ProgressLine.text(
      "Generating", "items", done: done, total: total, elapsed: .seconds(seconds))
    #expect(text == expected)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func thousands(_ number: Int, _ expected: String) { #expect(grouped(number) == expected) }

  @Test func countsWithoutATerminal() {
    var line = ProgressLine("x", unit: "y", total: 3, quiet: true)
    line.advance(by: 2)
    line.advance()
    line.finish()
    #expect(line.done == 3)
  }
}
