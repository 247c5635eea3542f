import Foundation
import Testing

@testable import Reports

@Suite struct ReportTableFilesTests {
  private let table = ReportTable(
    corpus: "a|b", track: "iid", fileSuffix: "sizes", title: "Sizes", caption: "Under 5 %.",
    columns: [
      ReportTable.Column(name: "detector", title: "Detector"),
      ReportTable.Column(name: "ppv", title: "PPV", detail: "π = 1 %", isNumeric: true),
    ],
    rows: [
      ReportTable.Row(cells: [
        ReportTable.Cell(text: "x, y"),
        ReportTable.Cell(text: "≥ 0.250", value: 0.25, low: 0.125, high: 1),
      ]),
      ReportTable.Row(cells: [ReportTable.Cell(text: "z"), ReportTable.Cell(text: "—")]),
    ])

  @Test func everyFormatHoldsTheSameFigures() {
    #expect(
      table.text(.csv)
        == "corpus,track,detector,ppv,ppv_low,ppv_high\r\n"
        + "a|b,iid,\"x, y\",0.25,0.125,1\r\na|b,iid,z,,,\r\n")
    #expect(
      table.text(.json)
        == "{\"corpus\":\"a|b\",\"track\":\"iid\",\"rows\":["
        + "{\"detector\":\"x, y\",\"ppv\":{\"value\":0.25,\"low\":0.125,\"high\":1}},"
        + "{\"detector\":\"z\",\"ppv\":{\"value\":null}}]}\n")
    let markdown = table.text(.markdown)
    #expect(markdown.hasPrefix("### Sizes: a\\|b · iid\n\nUnder 5 %.\n\n"))
    #expect(
      markdown.contains(
        "| Detector | PPV (π = 1 %) |\n|---|---:|\n| x, y | ≥ 0.250 \\[0.125, 1.000\\] |\n| z | — |\n"
      ))
    #expect(markdown.hasSuffix(Sentences.relative + "\n"))
    let latex = table.text(.latex)
    #expect(latex.contains("\\shortstack[r]{PPV \\\\ \\scriptsize $\\pi$ = 1 \\%}"))
    #expect(latex.contains("x, y & $\\geq$ 0.250 \\\\\nz & --- \\\\\n\\bottomrule"))
    #expect(latex.contains("Under 5 \\%."))
  }
}
