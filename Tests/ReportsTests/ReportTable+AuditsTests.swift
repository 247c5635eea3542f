import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportTableAuditsTests {
  private var data: ReportData {
    var data = Invented.data("everyday")
    data.corpora[0].audits = [
      AuditRecord(
        group: "shortcuts", name: "length", value: 0.52, low: 0.48, high: 0.56, bound: "≤ 0.60",
        verdict: "holds", computedUTC: "2031-01-01T00:00:00Z"),
      AuditRecord(
        group: "shortcuts", name: "token <b>", value: 0.75, bound: "≤ 0.70", verdict: "broken"),
      AuditRecord(group: "balance", name: "hour", value: nil, verdict: "unknown"),
    ]
    return data
  }

  @Test func aBrokenBoundStandsOut() {
    let text = ReportPage(data: data, place: .topic(0, .corpus)).rendered
    #expect(text.contains("1 of the bounds below are broken"))
    #expect(
      text.contains("<tr class=\"total\"><th scope=\"row\">shortcuts</th><td>token &lt;b&gt;"))
    #expect(text.contains("[0.480, 0.560]"))
    #expect(text.contains("href=\"../../tables/everyday/audits-findings.csv\""))
    #expect(
      ReportFile.all(of: data.corpora[0], at: "t").contains {
        $0.address == "t/audits-findings.csv"
      })
  }

  @Test func withoutAuditsTheCommandStands() {
    let text = ReportPage(data: Invented.data("everyday"), place: .topic(0, .corpus)).rendered
    #expect(text.contains("nightlight-corpus audit everyday"))
  }
}
