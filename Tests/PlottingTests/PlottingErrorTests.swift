import Testing

@testable import Plotting

@Suite struct PlottingErrorTests {
  @Test func aMissingGnuplotSaysWhatToInstall() {
    let text = PlottingError.gnuplotMissing(searched: "PATH").description
    #expect(text.contains("gnuplot"))
    #expect(text.contains("apt-get install gnuplot-nox"))
  }

  @Test func everyErrorNamesItsPlotOrFile() {
    let errors: [PlottingError] = [
      .nothingToDraw(plot: "roc"), .timedOut(plot: "roc", seconds: 3),
      .gnuplotFailed(plot: "roc", status: 1, message: "line 3"),
      .unwritable(path: "roc", reason: "No space left on device"), .unknownFormat(path: "roc"),
    ]
    for error in errors { #expect(error.description.hasPrefix("roc: ")) }
  }
}
