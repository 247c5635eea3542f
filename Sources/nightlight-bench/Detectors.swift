import Benchmarking
import CommandLineKit
import Detection
import Experiments
import Foundation
import Store

struct Detectors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors", abstract: "List the detectors.")

  @OptionGroup var folder = DetectorFolder()
  @OptionGroup var common = CommonOptions()

  func run() throws {
    if common.wantsJSON {
      let measured = try measured()
      let entries = DetectorCatalogue.entries.map { entry in
        JSONText.object([
          ("name", .string(entry.name)), ("summary", .string(entry.summary)),
          ("source", .string(entry.source)),
          ("kind", .string(entry.isControl ? "control" : "builtin")),
          ("version", .integer(entry.version)),
          ("cost", .string(entry.cost)), ("weakness", .string(entry.weakness)),
          ("views", .array(entry.views.map { .string($0.rawValue) })),
          ("grid", .object(entry.grid.map { ($0.name, .string($0.value)) })),
          ("p50_ns", .optional(measured[entry.name]?.nanoseconds)),
          ("model_bytes", .optional(measured[entry.name]?.modelBytes)),
        ])
      }
      return try printLine(JSONText.array(entries + [oracle] + externals).text)
    }
    let rows = DetectorCatalogue.entries.map {
      [$0.name, $0.isControl ? "control" : "built-in", $0.summary]
    }
    let oracleRow = ["oracle", "control", "Logistic regression on the gold acts: the ceiling."]
    let others = ExternalManifest.list(in: folder.path).map { [$0.name, "external", $0.summary] }
    try printLine(
      TextTable(["detector", "kind", "what it is"], rows + [oracleRow] + others).text)
  }

  /// What the latest finished run of each detector took a message, and the size of its model; nothing
  /// where there is no database yet.
  private func measured() throws -> [String: (nanoseconds: Int?, modelBytes: Int?)] {
    guard FileManager.default.fileExists(atPath: common.databasePath) else { return [:] }
    let workbench = try Workbench.existing(at: common.databasePath)
    var found: [String: (nanoseconds: Int?, modelBytes: Int?)] = [:]
    for run in try workbench.runs() where run.status.isFinished && run.detectorKind != .imported {
      let middle = try workbench.latency(run: run.id)?.value(atPercentile: 50)
      found[run.detector] = (middle, run.modelBytes)
    }
    return found
  }

  private var externals: [JSONText] {
    ExternalManifest.list(in: folder.path).map { manifest in
      .object([
        ("name", .string(manifest.name)), ("summary", .string(manifest.summary)),
        ("kind", .string("external")), ("licence", .string(manifest.licence)),
        ("requires", .optional(manifest.requires)), ("manifest", .string(manifest.path)),
        ("parameters", .raw(manifest.parameters)),
      ])
    }
  }

  private var oracle: JSONText {
    .object([
      ("name", .string("oracle")),
      ("summary", .string("Logistic regression on the gold acts: the ceiling.")),
      ("source", .string("control of this benchmark")), ("kind", .string("control")),
      ("version", .integer(1)), ("grid", .object([])),
    ])
  }
}
