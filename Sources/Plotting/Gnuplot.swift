import Foundation

/// The program that draws plots: one process per plot, files that appear whole or not at all.
public struct Gnuplot: Sendable {
  private let executable: String?
  private let timeout: Duration

  /// A driver.
  ///
  /// - Parameters:
  ///   - executable: the path of gnuplot; nil looks for it on `PATH`.
  ///   - timeout: how long one plot may take.
  public init(executable: String? = nil, timeout: Duration = .seconds(60)) {
    (self.executable, self.timeout) = (executable, timeout)
  }

  /// What `gnuplot --version` prints, such as `gnuplot 5.4 patchlevel 4`.
  ///
  /// - Throws: ``PlottingError/gnuplotMissing(searched:)`` where there is none.
  public func version() throws(PlottingError) -> String {
    let child = try run(["--version"], plot: "gnuplot --version")
    return child.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Draws a plot into a folder: `name.tsv`, `name.gp` and a picture per format.
  ///
  /// Everything is made in a hidden folder beside them and moved when gnuplot ended with status 0
  /// and had nothing to complain about.
  ///
  /// - Returns: the names of the files, pictures first.
  @discardableResult
  public func render(
    _ plot: Plot, into folder: String, formats: [PlotFormat] = PlotFormat.allCases
  ) throws(PlottingError) -> [String] {
    let names =
      formats.map { "\(plot.name).\($0.rawValue)" } + ["\(plot.name).tsv", "\(plot.name).gp"]
    try withDrawn(plot, formats, beside: folder) { drawn throws(PlottingError) in
      for name in names { try move("\(drawn)/\(name)", to: "\(folder)/\(name)") }
    }
    return names
  }

  /// Draws a plot into one picture; the end of the path says the format.
  public func write(_ plot: Plot, to path: String) throws(PlottingError) {
    let end = path.split(separator: ".").last?.lowercased() ?? ""
    guard let format = PlotFormat(rawValue: end) else { throw .unknownFormat(path: path) }
    let folder = (path as NSString).deletingLastPathComponent
    try withDrawn(plot, [format], beside: folder.isEmpty ? "." : folder) {
      drawn throws(PlottingError) in
      try move("\(drawn)/\(plot.name).\(format.rawValue)", to: path)
    }
  }

  private func withDrawn(
    _ plot: Plot, _ formats: [PlotFormat], beside folder: String,
    _ body: (String) throws(PlottingError) -> Void
  ) throws(PlottingError) {
    guard plot.hasData else { throw .nothingToDraw(plot: plot.name) }
    let drawn = "\(folder)/.\(plot.name).partial-\(getpid())"
    guard mkdir(drawn, 0o755) == 0 || errno == EEXIST else {
      throw .unwritable(path: folder, reason: String(cString: strerror(errno)))
    }
    defer { try? FileManager.default.removeItem(atPath: drawn) }
    try save(PlotData(plot).text, to: "\(drawn)/\(plot.name).tsv")
    try save(PlotScript(plot, formats: formats).text, to: "\(drawn)/\(plot.name).gp")
    // -d: the reader's own start-up file must not change the picture.
    let child = try run(["-d", "-e", "cd \(quoted(drawn))", "\(plot.name).gp"], plot: plot.name)
    // gnuplot warns about data it cannot use and goes on; a plot that lacks something is no plot.
    guard child.status == 0, child.error.isEmpty else {
      throw .gnuplotFailed(
        plot: plot.name, status: child.status,
        message: child.error.split(whereSeparator: \.isNewline)
          .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
          .joined(separator: " · "))
    }
    if formats.contains(.svg) {
      let path = "\(drawn)/\(plot.name).svg"
      guard let svg = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw .unwritable(path: "\(plot.name).svg", reason: "gnuplot wrote no readable file")
      }
      try save(SVGTrim.applied(to: SVGTheme.applied(to: svg, title: plot.title)), to: path)
    }
    try body(drawn)
  }

  private func run(
    _ arguments: [String], plot: String
  ) throws(PlottingError) -> ChildProcess {
    let program = try found()
    do {
      return try ChildProcess.run(program, arguments, timeout: timeout)
    } catch {
      switch error {
      case .timedOut: throw .timedOut(plot: plot, seconds: Int(timeout.components.seconds))
      case .cannotStart(let number):
        if number == ENOENT || number == EACCES { throw .gnuplotMissing(searched: program) }
        throw .unwritable(path: program, reason: String(cString: strerror(number)))
      }
    }
  }

  private func found() throws(PlottingError) -> String {
    if let executable {
      guard FileManager.default.isExecutableFile(atPath: executable) else {
        throw .gnuplotMissing(searched: executable)
      }
      return executable
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    for folder in path.split(separator: ":") {
      let candidate = "\(folder)/gnuplot"
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    throw .gnuplotMissing(searched: "PATH")
  }

  private func save(_ text: String, to path: String) throws(PlottingError) {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  private func move(_ source: String, to target: String) throws(PlottingError) {
    guard rename(source, target) == 0 else {
      throw .unwritable(path: target, reason: String(cString: strerror(errno)))
    }
  }
}
