import CommandLineKit
import Detection
import Experiments

struct Info: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Print what a model is.")

  @Argument(help: "The model that 'train' wrote.") var model: String
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let file = try ModelFile(path: model)
    let header = file.header
    if common.wantsJSON {
      return try printLine(header.json(stateBytes: file.detector.stateBytesCap).text)
    }
    var rows = [
      ["detector", "\(header.detector), version \(header.detectorVersion)"],
      ["policy", header.policyText],
      [
        "fitted for",
        header.objective
          + (header.calibratedOn.map { ", on \(grouped($0)) conversations of a platform" }
            ?? ", on validation"),
      ],
      ["view", header.view ?? View.full.rawValue],
      ["trained on", "\(header.corpus) (\(header.corpusSHA256.prefix(12)))"],
      ["locales", header.locales.isEmpty ? "unknown" : header.locales.joined(separator: ", ")],
      ["size", "\(grouped(file.detector.modelBytes)) bytes"],
      ["state", state(file)],
      [
        "in 'stream'",
        "\(grouped(StreamRater.bytesPerPlace)) bytes a place of its table, "
          + (header.state == nil ? "and the state" : "the state among them"),
      ],
    ]
    rows += header.parameters.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
    try printLine(TextTable(["model", model], rows).text)
  }

  /// How much of a conversation is remembered.
  private func state(_ file: ModelFile) -> String {
    let bytes = grouped(file.detector.stateBytesCap)
    return file.header.state.map { "\(bytes) bytes per open conversation (\($0))" }
      ?? "at most \(bytes) bytes per open conversation"
  }
}
