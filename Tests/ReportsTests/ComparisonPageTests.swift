import Evaluation
import Foundation
import Store
import Testing

@testable import Reports

@Suite struct ComparisonPageTests {
  private func withComparison(_ body: (RunComparison) throws -> Void) throws {
    try Stored.withWorkbench { workbench in
      try body(RunComparison(1, 2, in: workbench, bootstrap: Bootstrap(resamples: 100)))
    }
  }

  @Test func thePageSaysWhatTheTerminalSays() throws {
    try withComparison { comparison in
      let page = comparison.page(version: "0.1.0")
      #expect(page.contains("<h1>logistic-regression and linear-svm</h1>"))
      for sentence in comparison.testSentences {
        #expect(page.contains(sentence.replacing("<", with: "&lt;")))
      }
      #expect(page.contains("grooming: coach"))
      #expect(page.contains("Nightlight 0.1.0."))
      #expect(comparison.differences.rows.count == MetricSuite.names.count)
      #expect(comparison.discordances.rows.allSatisfy { $0.cells.count == 4 })
    }
  }

  @Test func aFolderThatIsNotThereIsASentence() throws {
    try withComparison { comparison in
      #expect(throws: ReportError.self) {
        try comparison.writePage(to: "/nowhere/at/all.html", version: "1")
      }
    }
  }
}
