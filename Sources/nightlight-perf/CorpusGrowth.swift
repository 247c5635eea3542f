import Benchmarking
import CommandLineKit
import Experiments
import Foundation

/// What generating and rating a corpus costs as it grows: the built tools, each in a process.
struct CorpusGrowth {
  /// One size.
  struct Size {
    var conversations: Int
    var generate: ChildUsage
    var rate: ChildUsage
  }

  /// How much more memory ten times as many conversations may take.
  static let memoryTarget = PerformanceTarget.atMost(1.1, stretch: 1.02)
  /// How many conversations the model is trained on that rates.
  private static let trainingConversations = 1_000

  private(set) var sizes: [Size] = []
  private let recipe: String
  private let seed: Int
  private let folder: TemporaryFolder
  private let model: String

  /// Trains the model that rates, in processes of their own.
  ///
  /// - Throws: ``ChildFailure``, also where the tools are not beside this program.
  init(recipe: String, seed: Int, folder: TemporaryFolder) throws {
    (self.recipe, self.seed, self.folder) = (recipe, seed, folder)
    model = folder.file("model")
    let database = folder.file("growth.sqlite")
    _ = try ChildProcess.run([
      Self.tool("nightlight-corpus"), "generate", "--recipe", recipe, "--seed", "\(seed)",
      "--conversations", "\(Self.trainingConversations)", "--name", "growth", "--db", database,
      "--quiet",
    ])
    _ = try ChildProcess.run([
      Self.tool("nightlight-scan"), "train", "--corpus", "growth", "--detector", "linear-svm",
      "--output", model, "--db", database, "--quiet",
    ])
  }

  /// Generates so many conversations and rates them, from process to process without a file.
  mutating func measure(conversations: Int) throws {
    let usage = try ChildUsage.pipeline(
      [
        Self.tool("nightlight-corpus"), "generate", "--recipe", recipe, "--seed", "\(seed)",
        "--conversations", "\(conversations)", "--output", "-", "--quiet",
      ], [Self.tool("nightlight-scan"), "rate", "--model", model, "--quiet"])
    sizes.append(Size(conversations: conversations, generate: usage.first, rate: usage.second))
  }

  /// A program that was built together with this one.
  private static func tool(_ name: String) -> String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: name).path
  }

  private static var works: [(name: String, usage: KeyPath<Size, ChildUsage>)] {
    [("generate", \.generate), ("rate, linear-svm", \.rate)]
  }

  /// A row for each work and size, then the slopes.
  var text: String {
    let rows =
      [["work", "conversations", "processor s", "µs each", "peak MB", "peak, 10× / 1×", "met"]]
      + Self.works.flatMap { work in
        sizes.indices.map { index in
          let size = sizes[index]
          let usage = size[keyPath: work.usage]
          let growth = memoryGrowth(work.usage, at: index)
          return [
            work.name, grouped(size.conversations), MeasurementReport.digits(usage.seconds),
            MeasurementReport.digits(usage.seconds * 1e6 / Double(size.conversations)),
            MeasurementReport.digits(Double(usage.peakBytes) / 1e6),
            growth.map(MeasurementReport.digits) ?? "",
            growth.map { Self.memoryTarget.meetsGate($0) ? "yes" : "no" } ?? "",
          ]
        }
      }
    let slopes = Self.works.map { work in
      "\(work.name): processor time grows as conversations^"
        + (slope(work.usage).map { decimals($0, 3) } ?? "—") + " (log-log)"
    }
    return
      (MeasurementReport.aligned(rows) + slopes
      + ["Peak memory of ten times as many conversations: \(Self.memoryTarget.gateText)."])
      .joined(separator: "\n")
  }

  /// `[{"work","slope","sizes":[{"conversations","seconds","peak_bytes","growth"}]}]`
  var json: JSONText {
    .array(
      Self.works.map { work in
        .object([
          ("work", .string(work.name)), ("slope", .optional(slope(work.usage))),
          (
            "sizes",
            .array(
              sizes.indices.map { index in
                let usage = sizes[index][keyPath: work.usage]
                return .object([
                  ("conversations", .integer(sizes[index].conversations)),
                  ("seconds", .number(usage.seconds)), ("peak_bytes", .integer(usage.peakBytes)),
                  ("growth", .optional(memoryGrowth(work.usage, at: index))),
                ])
              })
          ),
        ])
      })
  }

  /// The peak over that of a tenth of the conversations, which is the size before.
  private func memoryGrowth(_ usage: KeyPath<Size, ChildUsage>, at index: Int) -> Double? {
    guard index > 0 else { return nil }
    return Double(sizes[index][keyPath: usage].peakBytes)
      / Double(sizes[index - 1][keyPath: usage].peakBytes)
  }

  private func slope(_ usage: KeyPath<Size, ChildUsage>) -> Double? {
    LogLogSlope.of(
      sizes.map { (Double($0.conversations), $0[keyPath: usage].seconds) })
  }
}
