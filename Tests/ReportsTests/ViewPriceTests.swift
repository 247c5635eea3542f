import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct ViewPriceTests {
  /// Conversations that a scorer of a given sharpness ranks.
  private func units(right: Int) -> [EvaluatedConversation] {
    (0..<40).map { number in
      let isPositive = number % 2 == 0
      let isRight = number < right
      return EvaluatedConversation(
        id: "c\(number)", cluster: "c\(number)", isPositive: isPositive, messageCount: 10,
        score: isPositive == isRight ? 0.9 : 0.1, alert: nil)
    }
  }

  private func row(_ view: String, policy: String = "threshold") -> ResultRow {
    var row = Invented.row(Invented.detectors[0], policy: policy)
    row.run.view = view
    return row
  }

  @Test func thePriceIsTheViewMinusFull() throws {
    let prices = ViewPrice.all(of: [row("full"), row("metadata")]) {
      units(right: $0.run.view == "full" ? 40 : 20)
    }
    let price = try #require(prices.first)
    #expect(prices.count == 1)
    #expect(price.row.run.view == "metadata" && price.full.run.view == "full")
    #expect(price.differences.map(\.name) == ViewPrice.metrics)
    let difference = try #require(price.differences[0].value)
    #expect(difference < -0.3)
    let high = try #require(price.differences[0].high)
    #expect(high < 0)
  }

  @Test func aViewThatLosesNothingCostsNothing() throws {
    let prices = ViewPrice.all(of: [row("full"), row("hashed")]) { _ in units(right: 30) }
    #expect(prices.first?.differences[0].value == 0)
    #expect(prices.first?.differences[0].low == 0)
  }

  @Test func onlyPairsOfOnePolicyAndTheSameConversationsCount() {
    let other = [row("full", policy: "skepticism"), row("metadata")]
    #expect(ViewPrice.all(of: other) { _ in units(right: 30) }.isEmpty)
    let shorter = ViewPrice.all(of: [row("full"), row("metadata")]) {
      $0.run.view == "full" ? units(right: 40) : Array(units(right: 40).dropLast())
    }
    #expect(shorter.isEmpty)
  }
}
