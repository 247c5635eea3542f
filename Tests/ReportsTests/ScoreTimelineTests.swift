import Pages
import Testing

@testable import Reports

@Suite struct ScoreTimelineTests {
  @Test func theCurveTheOnsetAndTheAlertStandInTheirPlaces() {
    var error = Invented.errors("a").misses[0]
    error.alert = 4
    let text = ScoreTimeline(error, threshold: 0.5).html.rendered
    #expect(text.contains("d=\"M34,97l226-9 226-46 226-19\""))
    #expect(text.contains("class=\"onset\" x1=\"260.0\""))
    #expect(text.contains("<circle class=\"alert\" cx=\"712.0\" cy=\"23.2\""))
    #expect(text.contains("class=\"level\" x1=\"34.0\" y1=\"60.0\""))
    #expect(text.contains("d=\"M260,109v6m452-6v6\""))
    #expect(text.contains("onset at message 2, alert at message 4."))
  }

  @Test func oneMessageIsDrawnAndNoneIsASentence() {
    var error = Invented.errors("a").falseAlarms[0]
    (error.scores, error.alert) = ([0.5], 1)
    #expect(ScoreTimeline(error, threshold: nil).html.rendered.contains("d=\"M34,60l0,0\""))
    error.scores = []
    let text = ScoreTimeline(error, threshold: nil).html.rendered
    #expect(text.contains("keeps no scores"))
    #expect(!text.contains("<svg"))
  }

  @Test func scoresOutsideTheirRangeStayInThePicture() {
    var error = Invented.errors("a").falseAlarms[0]
    error.scores = [-3, 7]
    let text = ScoreTimeline(error, threshold: nil).html.rendered
    #expect(text.contains("d=\"M34,106l678-92\""))
  }
}
