import Evaluation
import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageMethodTests {
  @Test func theConventionsAreSpelledOut() {
    let text = ReportPage(data: Invented.data("everyday"), place: .method).rendered
    for part in ["m = 90", "p = 0.0078", "cluster bootstrap", "fitted on validation", "one thread"]
    {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func everyMetricIsDefined() {
    let text = ReportPage(data: Invented.data("everyday"), place: .method).rendered
    for guide in MetricGuide.all {
      #expect(text.contains("<span class=\"detail\">\(guide.name)</span>"), "\(guide.name)")
    }
  }

  @Test func theCommandsAndMachinesAreShown() {
    var data = Invented.data("everyday")
    let empty = ReportPage(data: data, figures: []).reproduction.rendered
    #expect(empty.contains("nightlight-bench run --corpus everyday"))
    #expect(empty.contains("Where this report was made"))
    #expect(!empty.contains("Where the runs were timed"))
    for index in data.corpora[0].tracks[0].rows.indices {
      data.corpora[0].tracks[0].rows[index].machine = [Fact("cpu", "Difference Engine")]
    }
    let text = ReportPage(data: data, figures: []).reproduction.rendered
    #expect(text.count(of: "Where the runs were timed") == 1, "one machine is shown once")
    #expect(text.contains("<dt>cpu</dt>\n<dd>Difference Engine</dd>"))
  }
}
