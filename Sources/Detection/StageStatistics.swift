import Chat
import TextFeatures

/// What training conversations say about the two chains of ``StageHMM``: words per state, first
/// states, moves from message to message.
///
/// A grooming conversation goes through the stages that its corpus gives; messages without one are
/// left out. Where no grooming conversation of the training has stages, its thirds stand for
/// contact, rapport and approach. Benign conversations have no stages to learn from; their states
/// are the thirds of the conversation.
struct StageStatistics {
  /// The stages of the grooming chain: those that occur, in the order of `Stage.allCases`.
  let stages: [Stage]
  private(set) var words: StageCounts
  private(set) var grooming: Chain
  private(set) var benign: Chain
  private var positives = 0.0
  private var negatives = 0.0

  /// How many states the benign chain has.
  static let benignStates = 3
  private static let thirds: [Stage] = [.contact, .rapport, .approach]

  /// First states and moves of one chain.
  struct Chain {
    var starts: [Double]
    var moves: [Double]

    init(states: Int) {
      starts = [Double](repeating: 0, count: states)
      moves = [Double](repeating: 0, count: states * states)
    }

    /// A chain with `smoothing` added to each count.
    func model(smoothing: Double) -> HiddenMarkovModel {
      HiddenMarkovModel(starts: starts, moves: moves, smoothing: smoothing)
    }
  }

  /// The statistics of the items at `picks`. O(words).
  init(
    _ examples: Examples, picks: [Int], hasher: FeatureHasher, checkpoint: () throws -> Void
  ) rethrows {
    let given = Self.stages(examples, picks)
    stages = given.isEmpty ? Self.thirds : given
    words = StageCounts(hasher, states: stages.count + Self.benignStates)
    grooming = Chain(states: stages.count)
    benign = Chain(states: Self.benignStates)
    var states = [Int?](repeating: nil, count: Stage.allCases.count)
    for (state, stage) in stages.enumerated() { states[stage.index] = state }
    var buckets: [UInt32] = []
    for (done, pick) in picks.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let item = examples.items[pick]
      let columns = examples.chunks[item.chunk].messages
      let range = examples.chunks[item.chunk].conversations[item.conversation].messages
      if item.isPositive { positives += 1 } else { negatives += 1 }
      var last: Int?
      for (position, message) in range.enumerated() {
        let third = min(2, position * 3 / range.count)
        let state: Int? =
          if !item.isPositive || given.isEmpty {
            third
          } else {
            columns.stage[message] == 255 ? nil : states[Int(columns.stage[message])]
          }
        defer { last = state }
        guard let state else { continue }
        words.add(
          columns.text.span.extracting(columns.textRange(message)),
          state: item.isPositive ? state : stages.count + state, &buckets)
        if item.isPositive {
          grooming.count(state, after: last, isFirst: position == 0)
        } else {
          benign.count(state, after: last, isFirst: position == 0)
        }
      }
    }
  }

  /// ln P(grooming) − ln P(benign).
  var logPriorOdds: Double { Elementary.log(positives + 1) - Elementary.log(negatives + 1) }

  private static func stages(_ examples: Examples, _ picks: [Int]) -> [Stage] {
    var seen = [Bool](repeating: false, count: 256)
    for pick in picks where examples.items[pick].isPositive {
      let item = examples.items[pick]
      let chunk = examples.chunks[item.chunk]
      for message in chunk.conversations[item.conversation].messages {
        seen[Int(chunk.messages.stage[message])] = true
      }
    }
    return Stage.allCases.filter { seen[$0.index] }
  }
}

extension StageStatistics.Chain {
  fileprivate mutating func count(_ state: Int, after last: Int?, isFirst: Bool) {
    if isFirst { starts[state] += 1 }
    if let last { moves[last * starts.count + state] += 1 }
  }
}
