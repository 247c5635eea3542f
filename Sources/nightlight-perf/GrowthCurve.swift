import Benchmarking
import Chat
import CommandLineKit
import Detection
import Experiments
import Statistics

/// What a message costs one detector at each position of a long conversation.
struct GrowthCurve {
  private let name: String
  private let stateBytesCap: Int
  private let scorer: any Scorer
  /// The score after the last message: every reading must give it again.
  private let answer: Double
  /// Nanoseconds per message, by position, one for each reading.
  private var samples = LongConversation.starts.map { _ in [Double]() }

  /// A curve without samples; the conversation is read once to warm up.
  init(_ detector: any Detector, _ name: String, _ conversation: LongConversation) {
    (self.name, stateBytesCap) = (name, detector.stateBytesCap)
    scorer = detector.makeScorer()
    scorer.begin()
    var last = 0.0
    for index in 0..<conversation.count {
      last = Self.observe(scorer, conversation.messages, index)
    }
    answer = last
  }

  /// Reads the conversation once and times the messages at each position.
  ///
  /// - Throws: `ComparisonError.wrongAnswer` where the last score is not that of the first reading.
  mutating func measure(_ conversation: LongConversation) throws {
    scorer.begin()
    var last = 0.0
    var position = 0
    var index = 0
    while index < conversation.count {
      guard position < LongConversation.starts.count, LongConversation.starts[position] == index
      else {
        last = Self.observe(scorer, conversation.messages, index)
        index += 1
        continue
      }
      let start = MonotonicClock.nanoseconds()
      for _ in 0..<LongConversation.width {
        last = Self.observe(scorer, conversation.messages, index)
        index += 1
      }
      let elapsed = MonotonicClock.nanoseconds() - start
      samples[position].append(Double(elapsed) / Double(LongConversation.width))
      position += 1
    }
    guard last == answer else {
      throw ComparisonError.wrongAnswer(
        contestant: name, expected: "\(answer)", found: "\(last)")
    }
  }

  @inline(__always) private static func observe(
    _ scorer: any Scorer, _ messages: MessageColumns, _ index: Int
  ) -> Double {
    messages.withText(index) {
      scorer.observe(
        author: Int(messages.author[index]), time: messages.time[index], text: $0)
    }
  }

  private var medians: [Double] { samples.map { OrderStatistics.median($0) ?? .nan } }

  /// The cost at the last position over that at the first, the middle of the readings' ratios.
  private var growth: MeasurementLine.Comparison? {
    guard let first = samples.first, let last = samples.last else { return nil }
    return ComparisonResult.Ratio(zip(last, first).map { $0 / $1 }).map {
      .init(against: name, ratio: $0, target: .atMost(1.2, stretch: 1.05))
    }
  }

  /// A row of the table.
  var cells: [String] {
    [name] + medians.map(MeasurementReport.digits)
      + [growth.map { MeasurementReport.text($0.ratio) } ?? "—"]
      + MeasurementReport.cells(of: growth) + [grouped(stateBytesCap)]
  }

  /// `{"detector","ns":{"10":…},"growth","state_bytes_cap"}`
  var json: JSONText {
    .object([
      ("detector", .string(name)),
      (
        "ns",
        .object(zip(LongConversation.positions, medians).map { ("\($0)", .number($1)) })
      ), ("growth", .optional(growth?.ratio.median)),
      ("met", growth?.meetsGate.map(JSONText.bool) ?? .null),
      ("stretch_met", growth?.meetsStretch.map(JSONText.bool) ?? .null),
      ("state_bytes_cap", .integer(stateBytesCap)),
    ])
  }
}
