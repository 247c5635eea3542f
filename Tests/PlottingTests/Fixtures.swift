import Foundation

@testable import Plotting

/// A plot with one of everything, and names that try to break out of their quotes.
func awkwardPlot(name: String = "awkward") -> Plot {
  Plot(
    name: name, title: "it's `date` \"quoted\" $HOME",
    x: .logarithmicRate("false alarms_per {benign}", from: 0.01), y: .share("re^call"),
    series: [
      PlotSeries("a_b", .steps, [PlotPoint(0.01, 0.2), PlotPoint(0.1, 0.5), PlotPoint(1, 1)]),
      PlotSeries(
        "b's <i>", .intervals,
        [PlotPoint(0.1, 0.4, low: 0.3, high: 0.5, label: "x & y\n'z'"), PlotPoint(0.2, 0.6)],
        ink: .category(1)),
      PlotSeries("floor", .linePoints, [PlotPoint(0.02, 0.1)], ink: .control(0)),
    ],
    references: [.horizontal(0.3, across: 0.01...1, name: "chance")])
}

/// Calls `body` with a new folder that is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = NSTemporaryDirectory() + "plotting-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// An executable file with this shell script.
///
/// Another process writes it: a descriptor that is open for writing here would be inherited by what
/// other tests start at this moment, and a file open for writing cannot be executed.
func script(_ text: String, in folder: String) throws -> String {
  let path = folder + "/program"
  let command = "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$0\" && chmod 755 \"$0\""
  let child = try ChildProcess.run(
    "/bin/sh", ["-c", command, path, text], timeout: .seconds(30))
  precondition(child.status == 0, child.error)
  return path
}

/// The names in a folder, sorted; one name that no file has where it cannot be read.
func files(in folder: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? ["/"]).sorted()
}
