/// A chain of hidden states of which only emissions are seen.
///
/// Rabiner 1989, doi:10.1109/5.18626: the forward recursion, scaled after every step so that it
/// neither under- nor overflows, and Viterbi's most probable path. The emissions are given as
/// log-likelihoods per state, whatever they come from.
struct HiddenMarkovModel: Sendable, Equatable {
  /// P(first state).
  let initial: [Double]
  /// P(next state | state), row by row.
  let transition: [Double]

  /// How many states there are.
  var states: Int { initial.count }

  /// A chain with these probabilities.
  ///
  /// - Precondition: one state or more, a row of `transition` for each.
  init(initial: [Double], transition: [Double]) {
    precondition(!initial.isEmpty, "a chain without states")
    precondition(transition.count == initial.count * initial.count, "a row for every state")
    (self.initial, self.transition) = (initial, transition)
  }

  /// A chain estimated from paths: shares of `starts` and `moves` (row by row) with `smoothing` > 0
  /// added to each count.
  init(starts: [Double], moves: [Double], smoothing: Double) {
    let count = starts.count
    func shares(_ counts: ArraySlice<Double>) -> [Double] {
      let total = counts.reduce(0, +) + smoothing * Double(count)
      return counts.map { ($0 + smoothing) / total }
    }
    self.init(
      initial: shares(starts[...]),
      transition: (0..<count).flatMap { shares(moves[$0 * count..<($0 + 1) * count]) })
  }

  /// What is believed of the state after each observation.
  struct Filter {
    /// P(state | observations so far), a number per state.
    private(set) var belief: [Double]
    /// ln P(observations so far).
    private(set) var logLikelihood = 0.0
    private var predicted: [Double]
    private var isFirst = true

    init(_ model: HiddenMarkovModel) {
      belief = model.initial
      predicted = model.initial
    }

    /// Forgets everything.
    mutating func begin(_ model: HiddenMarkovModel) {
      for state in belief.indices { belief[state] = model.initial[state] }
      (logLikelihood, isFirst) = (0, true)
    }

    /// Takes the log-likelihood of the next observation in each state. O(states²), no allocation.
    mutating func observe(_ model: HiddenMarkovModel, _ emissions: Span<Double>) {
      let count = belief.count
      let transition = model.transition.span
      if isFirst {
        for state in 0..<count { predicted[state] = belief[state] }
        isFirst = false
      } else {
        for to in 0..<count {
          var sum = 0.0
          for from in 0..<count { sum += belief[from] * transition[from &* count &+ to] }
          predicted[to] = sum
        }
      }
      // Relative to the best reachable state, so that the largest factor is 1.
      var best = -Double.infinity
      for state in 0..<count where predicted[state] > 0 { best = max(best, emissions[state]) }
      var sum = 0.0
      for state in 0..<count {
        let weight =
          predicted[state] > 0 ? predicted[state] * Elementary.exp(emissions[state] - best) : 0
        belief[state] = weight
        sum += weight
      }
      guard sum > 0 else {
        // Impossible in every state that can be reached.
        for state in 0..<count { belief[state] = predicted[state] }
        logLikelihood = -.infinity
        return
      }
      for state in 0..<count { belief[state] /= sum }
      logLikelihood += best + Elementary.log(sum)
    }
  }

  /// The most probable path given all observations, and the logarithm of its joint probability;
  /// the lower state among equals. O(observations · states²).
  ///
  /// - Parameter emissions: the log-likelihoods of each observation, one row of `states` numbers
  ///   after the other.
  func mostProbablePath(_ emissions: [Double]) -> (path: [Int], logProbability: Double) {
    let steps = emissions.count / states
    guard steps > 0 else { return ([], 0) }
    let logTransition = transition.map(Elementary.log)
    var scores = (0..<states).map { Elementary.log(initial[$0]) + emissions[$0] }
    var origins: [Int32] = []
    origins.reserveCapacity(steps * states)
    for step in 1..<max(1, steps) {
      var next: [Double] = []
      for to in 0..<states {
        var (best, origin) = (-Double.infinity, 0)
        for from in 0..<states {
          let score = scores[from] + logTransition[from * states + to]
          if score > best { (best, origin) = (score, from) }
        }
        next.append(best + emissions[step * states + to])
        origins.append(Int32(origin))
      }
      scores = next
    }
    var state = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    let logProbability = scores[state]
    var path = [state]
    for step in stride(from: steps - 2, through: 0, by: -1) {
      state = Int(origins[step * states + state])
      path.append(state)
    }
    return (path.reversed(), logProbability)
  }
}
