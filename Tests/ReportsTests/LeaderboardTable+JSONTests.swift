import Evaluation
import Foundation
import Testing

@testable import Reports

@Suite struct LeaderboardTableJSONTests {
  private func parse(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func oneTrackIsAnObjectOfTheShapeOfTheContract() throws {
    let table = LeaderboardTable(corpus: "<script>\"", track: Invented.track("test"))
    let text = LeaderboardTable.text(of: [table], format: .json)
    #expect(text.hasSuffix("}\n"))
    let object = try #require(try parse(text) as? [String: Any])
    #expect(Set(object.keys) == ["corpus", "track", "rows"])
    #expect(object["corpus"] as? String == "<script>\"")
    #expect(object["track"] as? String == "template-ood")
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.count == 18)
    let row = try #require(
      rows.first {
        $0["detector"] as? String == "sk-logreg" && $0["policy"] as? String == "threshold"
      })
    #expect(
      Set(row.keys) == [
        "detector", "kind", "policy", "view", "objective", "n", "n_positive", "coverage",
        "metrics", "intervals",
      ])
    #expect(row["kind"] as? String == "external")
    #expect(row["view"] as? String == "full")
    #expect(row["objective"] as? String == "f1")
    #expect(row["n"] as? Int == 1000)
    #expect(row["n_positive"] as? Int == 333)
    #expect(row["coverage"] as? Double == 1)
  }

  @Test func everyMetricIsThereAndNullWhereItHasNoValue() throws {
    let row = Invented.row(Invented.detectors[0])
    let table = LeaderboardTable(corpus: "c", track: TrackReport(split: "test-iid", rows: [row]))
    let object = try #require(try parse(table.json) as? [String: Any])
    #expect(object["track"] as? String == "iid")
    let parsed = try #require((object["rows"] as? [[String: Any]])?.first)
    let metrics = try #require(parsed["metrics"] as? [String: Any])
    #expect(Set(metrics.keys) == Set(Metric.all.map(\.name)))
    #expect(metrics["f_latency_onset"] as? Double == 0.35)
    #expect(metrics["p99_ns"] as? Int == 900)
    for name in ["mcc", "recall_at_fpr_0_001", "train_seconds"] {
      #expect(metrics[name] is NSNull, "\(name)")
    }
    let intervals = try #require(parsed["intervals"] as? [String: [Double]])
    #expect(intervals["precision"]?.count == 2)
    #expect(intervals["false_alerts_per_1000"] == nil)
    #expect(intervals["p99_ns"] == nil)
  }

  @Test func aRunWithoutMetricsHasNullsAndNoIntervals() throws {
    var row = Invented.row(Invented.detectors[0])
    (row.metrics, row.coverage) = ([:], nil)
    let table = LeaderboardTable(corpus: "c", track: TrackReport(split: "test", rows: [row]))
    let object = try #require(try parse(table.json) as? [String: Any])
    let parsed = try #require((object["rows"] as? [[String: Any]])?.first)
    #expect((parsed["metrics"] as? [String: Any])?.values.allSatisfy { $0 is NSNull } == true)
    #expect((parsed["intervals"] as? [String: Any])?.isEmpty == true)
    #expect(parsed["coverage"] is NSNull)
  }

  @Test func notFiniteNumbersBecomeNull() throws {
    var row = Invented.row(Invented.detectors[0])
    row.metrics["f1"]?.value = .nan
    row.metrics["f1"]?.high = .infinity
    let table = LeaderboardTable(corpus: "c", track: TrackReport(split: "test", rows: [row]))
    let object = try #require(try parse(table.json) as? [String: Any])
    let parsed = try #require((object["rows"] as? [[String: Any]])?.first)
    #expect((parsed["metrics"] as? [String: Any])?["f1"] is NSNull)
    #expect((parsed["intervals"] as? [String: Any])?["f1"] == nil)
  }

  @Test func severalTracksOrNoneAreAnArray() throws {
    let tables = ["test", "test-iid"].map {
      LeaderboardTable(corpus: "c", track: Invented.track($0))
    }
    let array = try #require(
      try parse(LeaderboardTable.text(of: tables, format: .json)) as? [[String: Any]])
    #expect(array.map { $0["track"] as? String } == ["template-ood", "iid"])
    #expect(LeaderboardTable.text(of: [], format: .json) == "[]\n")
  }
}
