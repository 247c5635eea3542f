import Foundation
import Testing

@testable import Plotting

@Suite struct GnuplotTests {
  @Test func aPlotBecomesFourFiles() throws {
    try withFolder { folder in
      let names = try Gnuplot().render(awkwardPlot(), into: folder)
      #expect(names == ["awkward.svg", "awkward.png", "awkward.tsv", "awkward.gp"])
      #expect(files(in: folder) == names.sorted())
      let svg = try String(contentsOfFile: "\(folder)/awkward.svg", encoding: .utf8)
      #expect(svg.contains("<title>it's `date` \"quoted\" $HOME</title>"))
      #expect(svg.contains("a_b"), "an underscore is no index")
      #expect(svg.contains("b's &lt;i>"), "markup of a name is text")
      #expect(svg.contains("x &amp; y 'z'"))
      #expect(svg.contains("re^call"))
      #expect(svg.contains("prefers-color-scheme:dark"))
      let png = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/awkward.png"))
      #expect(png.starts(with: [0x89, 0x50, 0x4e, 0x47]))
      #expect(Array(png[16..<24]) == [0, 0, 3, 232, 0, 0, 2, 73], "1000 × 585")
    }
  }

  @Test func everyKindOfSeriesDraws() throws {
    let kinds: [PlotSeries.Kind] = [
      .line, .steps, .stepsBefore, .points, .linePoints, .intervals,
    ]
    try withFolder { folder in
      for (index, kind) in kinds.enumerated() {
        let plot = Plot(
          name: "kind-\(index)", title: "100 %", x: PlotAxis("x"), y: PlotAxis("y"),
          series: [PlotSeries("s", kind, [PlotPoint(1, 2), PlotPoint(2, 3)])])
        try Gnuplot().render(plot, into: folder, formats: [.svg])
      }
      #expect(files(in: folder).count == 3 * kinds.count)
    }
  }

  @Test func theScriptDrawsThePlotAgain() throws {
    try withFolder { folder in
      try Gnuplot().render(awkwardPlot(), into: folder, formats: [.svg])
      try FileManager.default.removeItem(atPath: "\(folder)/awkward.svg")
      let child = try ChildProcess.run(
        "/bin/sh", ["-c", "cd \"$0\" && gnuplot awkward.gp", folder], timeout: .seconds(60))
      #expect(child.status == 0)
      #expect(child.error.isEmpty)
      #expect(files(in: folder).contains("awkward.svg"))
    }
  }

  @Test func theEndOfThePathSaysTheFormat() throws {
    try withFolder { folder in
      try Gnuplot().write(awkwardPlot(), to: "\(folder)/picture.SVG")
      #expect(files(in: folder) == ["picture.SVG"])
      #expect(throws: PlottingError.unknownFormat(path: "x.pdf")) {
        try Gnuplot().write(awkwardPlot(), to: "x.pdf")
      }
    }
  }

  @Test func aMissingGnuplotIsOneClearError() throws {
    try withFolder { folder in
      let gnuplot = Gnuplot(executable: "/nowhere/gnuplot")
      #expect(throws: PlottingError.gnuplotMissing(searched: "/nowhere/gnuplot")) {
        try gnuplot.render(awkwardPlot(), into: folder)
      }
      #expect(throws: PlottingError.gnuplotMissing(searched: "/nowhere/gnuplot")) {
        _ = try gnuplot.version()
      }
      #expect(files(in: folder) == [])
    }
  }

  @Test func aFailingGnuplotLeavesNoFile() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/out", withIntermediateDirectories: true)
      // The third word is the command that takes gnuplot into the folder of the drawing.
      let failing = try script(
        "eval \"$3\"; echo half > awkward.svg; echo 'line 3: no' >&2; exit 1", in: folder)
      #expect(
        throws: PlottingError.gnuplotFailed(plot: "awkward", status: 1, message: "line 3: no")
      ) { try Gnuplot(executable: failing).render(awkwardPlot(), into: "\(folder)/out") }
      #expect(files(in: "\(folder)/out") == [])
    }
  }

  @Test func aWarningIsAFailureToo() throws {
    try withFolder { folder in
      let warning = try script("echo warning >&2", in: folder)
      #expect(
        throws: PlottingError.gnuplotFailed(plot: "awkward", status: 0, message: "warning")
      ) { try Gnuplot(executable: warning).write(awkwardPlot(), to: "\(folder)/a.svg") }
      #expect(files(in: folder) == ["program"])
    }
  }

  @Test func aFailureKeepsThePictureThatWasThere() throws {
    try withFolder { folder in
      try Data("old".utf8).write(to: URL(fileURLWithPath: "\(folder)/a.svg"))
      let failing = try script("exit 1", in: folder)
      #expect(throws: PlottingError.self) {
        try Gnuplot(executable: failing).write(awkwardPlot(), to: "\(folder)/a.svg")
      }
      #expect(try String(contentsOfFile: "\(folder)/a.svg", encoding: .utf8) == "old")
    }
  }

  @Test func aGnuplotThatHangsIsEnded() throws {
    try withFolder { folder in
      let hanging = try script("sleep 600", in: folder)
      let gnuplot = Gnuplot(executable: hanging, timeout: .milliseconds(100))
      #expect(throws: PlottingError.timedOut(plot: "awkward", seconds: 0)) {
        try gnuplot.render(awkwardPlot(), into: folder)
      }
      #expect(files(in: folder) == ["program"])
    }
  }

  @Test func aPlotOfNothingIsRefusedBeforeAnyWork() throws {
    let plot = Plot(name: "void", title: "", x: PlotAxis("x"), y: PlotAxis("y"), series: [])
    #expect(throws: PlottingError.nothingToDraw(plot: "void")) {
      try Gnuplot(executable: "/nowhere/gnuplot").render(plot, into: "/nowhere")
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    #expect(
      throws: PlottingError.unwritable(path: "/nowhere", reason: "No such file or directory")
    ) { try Gnuplot().render(awkwardPlot(), into: "/nowhere") }
  }

  @Test func aFolderWithAQuoteInItsNameIsAFolder() throws {
    try withFolder { folder in
      let odd = "\(folder)/it's `odd`"
      try FileManager.default.createDirectory(atPath: odd, withIntermediateDirectories: true)
      try Gnuplot().render(awkwardPlot(), into: odd, formats: [.svg])
      #expect(files(in: odd) == ["awkward.gp", "awkward.svg", "awkward.tsv"])
    }
  }
}
