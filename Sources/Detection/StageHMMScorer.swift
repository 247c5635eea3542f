import Chat
import TextFeatures

extension StageHMM {
  /// What the two chains believe of one conversation.
  struct State {
    private var grooming: HiddenMarkovModel.Filter
    private var benign: HiddenMarkovModel.Filter
    private var evidence: [Double]
    private var buckets: [UInt32] = []
    /// The log-odds of grooming, the evidence tempered, before calibration.
    private(set) var margin: Double

    init(_ model: StageHMM) {
      grooming = HiddenMarkovModel.Filter(model.grooming)
      benign = HiddenMarkovModel.Filter(model.benign)
      evidence = [Double](repeating: 0, count: model.emissions.states)
      margin = model.logPriorOdds
    }

    mutating func begin(_ model: StageHMM) {
      grooming.begin(model.grooming)
      benign.begin(model.benign)
      margin = model.logPriorOdds
    }

    /// Takes one message. O(words · states + states²).
    mutating func observe(_ text: Span<UInt8>, _ model: StageHMM) {
      // Moved out, so that a span of it may be read while the filters change.
      var evidence: [Double] = []
      swap(&evidence, &self.evidence)
      model.emissions.evaluate(text, &buckets, into: &evidence)
      let stages = model.stages.count
      grooming.observe(model.grooming, evidence.span.extracting(0..<stages))
      benign.observe(model.benign, evidence.span.extracting(stages..<evidence.count))
      swap(&evidence, &self.evidence)
      margin = model.logPriorOdds + grooming.logLikelihood - benign.logLikelihood
    }

    /// The stage of the latest message; benign talk counts as ordinary.
    func stage(_ model: StageHMM) -> StageBelief {
      let probability = model.calibration.probability(margin)
      var best = (stage: Stage.ordinary, mass: 1 - probability)
      var critical = 0.0
      for state in model.stages.indices {
        let stage = model.stages[state]
        var mass = probability * grooming.belief[state]
        if stage.isCritical { critical += mass }
        if stage == .ordinary { mass += 1 - probability }
        if mass > best.mass { best = (stage, mass) }
      }
      return StageBelief(stage: best.stage, critical: min(1, critical))
    }

    /// How much more probable grooming makes a word than benign talk does, in the states that are
    /// believed in; a logarithm, tempered.
    func logOdds(of bucket: UInt32, _ model: StageHMM) -> Double {
      let row = Int(bucket) * model.emissions.states
      func mixture(_ belief: [Double], _ first: Int) -> Double {
        belief.indices.reduce(0) {
          let logProbability = model.emissions.logProbabilities[row + first + $1]
          return $0 + belief[$1] * Elementary.exp(Double(logProbability))
        }
      }
      let odds = mixture(grooming.belief, 0) / mixture(benign.belief, model.stages.count)
      return odds > 0 && odds < .infinity ? Elementary.log(odds) * model.emissions.tempering : 0
    }
  }
}

/// The state of one conversation under the stage models.
final class StageHMMScorer: Scorer {
  private let model: StageHMM
  private var state: StageHMM.State
  private var isBegun = false

  init(_ model: StageHMM) {
    self.model = model
    state = StageHMM.State(model)
  }

  func begin() {
    state.begin(model)
    isBegun = false
  }

  func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double {
    state.observe(text, model)
    isBegun = true
    return model.calibration.probability(state.margin)
  }

  /// Nil before the first message.
  var stage: StageBelief? { isBegun ? state.stage(model) : nil }
}
