import Evaluation
import Testing

struct MetricGuideTests {
  @Test func everyMetricHasAGuideAndEveryGuideAMetric() {
    #expect(MetricGuide.all.filter { !$0.isMeasured }.map(\.name) == MetricSuite.names)
    #expect(
      MetricGuide.all.filter(\.isMeasured).map(\.name) == [
        "p50_ns", "p90_ns", "p99_ns", "p99_9_ns", "messages_per_second", "train_seconds",
        "model_bytes",
      ])
    #expect(Set(MetricGuide.all.map(\.name)).count == MetricGuide.all.count)
    #expect(Set(MetricGuide.all.map(\.title)).count == MetricGuide.all.count)
  }

  @Test(arguments: MetricGuide.all) func nothingIsLeftOut(guide: MetricGuide) {
    for text in [
      guide.title, guide.unit, guide.range, guide.definition, guide.equation, guide.source,
    ] { #expect(!text.isEmpty && text.first != " " && text.last != " ", "\(guide.name)") }
    #expect(guide.definition.last == "." && guide.definition.count { $0 == "." } <= 2)
    #expect(guide.scikitLearn?.isEmpty != true)
  }

  @Test func aNameFindsItsGuide() {
    #expect(MetricGuide.named("erde_50")?.title == "ERDE (o = 50)")
    #expect(MetricGuide.named("nothing") == nil)
  }

  /// The direction is true: a detector that is right everywhere, at the onset, is never worse than
  /// one that is wrong everywhere.
  @Test(arguments: MetricSuite.names) func theDirectionIsThatOfTheMetric(name: String) throws {
    func detector(isRight: Bool) -> [EvaluatedConversation] {
      (0..<1200).map { id in
        let isPositive = id < 100
        let isFlagged = isPositive == isRight
        // The wrong one finds a single conversation, late, and one before its onset.
        let late: Int? = isRight ? nil : id == 0 ? 90 : id == 1 ? 2 : nil
        return unit(
          id, isPositive, score: isFlagged ? 0.95 : 0.05, alert: late ?? (isFlagged ? 10 : nil),
          onset: isPositive ? 10 : nil)
      }
    }
    let guide = try #require(MetricGuide.named(name))
    let right = try #require(metrics(of: detector(isRight: true))[name]?.value)
    guard let wrong = metrics(of: detector(isRight: false))[name]?.value else {
      #expect(name == "delay_median", "only a median that is never reached has no value")
      return
    }
    #expect(guide.direction == .higher ? right > wrong : right < wrong, "\(right), \(wrong)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func rangesHold(seed: UInt64) throws {
    for (name, metric) in metrics(of: randomUnits(120, seed: seed)) {
      guard let value = metric.value else { continue }
      let range = try #require(MetricGuide.named(name)).range
      // "0…1; 0.5 is chance", "1 and above"
      let numbers = range.prefix { $0 != ";" }.replacing("−", with: "-").split(separator: "…")
      let low = try #require(Double(numbers[0].prefix { $0 != " " }))
      #expect(value >= low, "\(name), seed \(seed)")
      if numbers.count == 2 { #expect(value <= (try #require(Double(numbers[1])))) }
    }
  }
}
