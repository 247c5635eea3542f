import Store
import Testing

@testable import Reports

@Suite struct LeaderboardTableCSVTests {
  @Test func oneHeaderAndOneRowPerRun() {
    let tables = ["test", "test-iid"].map {
      LeaderboardTable(corpus: "a, \"b\"", track: Invented.track($0))
    }
    let text = LeaderboardTable.text(of: tables, format: .csv)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 1 + 36 + 1)
    #expect(lines.last == "")
    #expect(
      lines[0].hasPrefix(
        "corpus,track,detector,kind,policy,view,objective,n,n_positive,coverage,precision,"
          + "precision_low,precision_high,recall,"))
    #expect(
      lines[0].hasSuffix(
        "ece_high,p50_ns,p90_ns,p99_ns,p99_9_ns,messages_per_second,"
          + "train_seconds,model_bytes"))
    #expect(
      lines[1].hasPrefix(
        "\"a, \"\"b\"\"\",template-ood,oracle,control,skepticism,full,f1,1000,333,1,"))
  }

  @Test func whatHasNoValueIsEmpty() {
    let row = Invented.row(Invented.detectors[0])
    let table = LeaderboardTable(corpus: "c", track: TrackReport(split: "test", rows: [row]))
    let heads = LeaderboardTable.csvHeader.dropLast().split(separator: ",")
    let fields = table.csvRows.dropLast().split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(fields.count == heads.count)
    let values = Dictionary(uniqueKeysWithValues: zip(heads, fields))
    #expect(values["mcc"] == "")
    #expect(values["recall_at_fpr_0_001"] == "")
    #expect(values["p99_ns"] == "900")
    #expect(values["f_latency_onset"] == "0.35")
    #expect(values["false_alerts_per_1000_low"] == "")
  }

  @Test func fieldsAreQuotedAndFormulasDefused() {
    #expect(LeaderboardTable.csvField("plain") == "plain")
    #expect(LeaderboardTable.csvField("a\nb") == "\"a\nb\"")
    #expect(LeaderboardTable.csvField("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"")
    #expect(LeaderboardTable.csvField("") == "")
  }
}
