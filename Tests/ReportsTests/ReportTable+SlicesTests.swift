import Testing

@testable import Reports

@Suite struct ReportTableSlicesTests {
  private func slice(_ name: String, _ benign: Int, _ alerts: Int) -> FalseAlarmSlice {
    FalseAlarmSlice(cut: .locale, name: name, benign: benign, alerts: alerts)
  }

  private var table: ReportTable {
    .slices(
      corpus: "everyday", track: "iid",
      columns: [
        ("lexicon", [slice("de", 20, 2), slice("en", 100, 0)]),
        ("naive-bayes", [slice("de", 20, 1)]),
      ])
  }

  @Test func slicesStandBelowEachOtherWithTheirRates() {
    #expect(table.columns.map(\.title) == ["Cut", "Slice", "Benign", "lexicon", "naive-bayes"])
    #expect(table.rows[0].cells.map(\.text) == ["locale", "de", "20", "100.0", "50.0"])
    #expect(table.rows[1].cells[3].value == 0)
    #expect((table.rows[1].cells[3].high ?? 0) > 36, "0 of 100 is no rate of 0")
  }

  @Test func aDetectorWithoutTheSliceHasNoRate() {
    #expect(table.rows[1].cells[4].text == "—")
  }

  @Test func everyFormatIsWritten() {
    #expect(table.text(.markdown).hasPrefix("### False alarms by slice: everyday · iid"))
    #expect(table.text(.csv).contains("everyday,iid,locale,de,20,,,100,"))
    #expect(table.text(.json).contains(#""cut":"locale","slice":"de""#))
  }
}
