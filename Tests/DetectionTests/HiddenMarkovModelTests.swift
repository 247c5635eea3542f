import Statistics
import Testing

@testable import Detection

@Suite struct HiddenMarkovModelTests {
  /// A small random chain and random log-likelihoods, some of them far apart.
  private static func random(
    _ seed: UInt64
  ) -> (model: HiddenMarkovModel, emissions: [Double], steps: Int) {
    var random = CounterRandom(seed: seed, stream: 0)
    let states = 1 + random.below(4)
    let steps = 1 + random.below(6)
    func shares() -> [Double] {
      let weights = (0..<states).map { _ in random.unit() + 0.01 }
      let total = weights.reduce(0, +)
      return weights.map { $0 / total }
    }
    let model = HiddenMarkovModel(
      initial: shares(), transition: (0..<states).flatMap { _ in shares() })
    let scale = [1.0, 10, 200][random.below(3)]
    let emissions = (0..<states * steps).map { _ in -scale * random.unit() }
    return (model, emissions, steps)
  }

  /// ln of the joint probability of one path and its observations.
  private static func joint(
    _ model: HiddenMarkovModel, _ emissions: [Double], _ path: [Int]
  ) -> Double {
    var sum = Elementary.log(model.initial[path[0]])
    for (step, state) in path.enumerated() {
      if step > 0 {
        sum += Elementary.log(model.transition[path[step - 1] * model.states + state])
      }
      sum += emissions[step * model.states + state]
    }
    return sum
  }

  /// Every path of so many steps, the first ones varying slowest.
  private static func paths(_ states: Int, _ steps: Int) -> [[Int]] {
    var paths: [[Int]] = [[]]
    for _ in 0..<steps { paths = paths.flatMap { path in (0..<states).map { path + [$0] } } }
    return paths
  }

  private static func logSum(_ values: [Double]) -> Double {
    let largest = values.max() ?? -.infinity
    return largest
      + Elementary.log(values.reduce(0) { $0 + Elementary.exp($1 - largest) })
  }

  @Test(arguments: UInt64(1)...40)
  func theFilterIsTheSumOverAllPaths(_ seed: UInt64) {
    let (model, emissions, steps) = Self.random(seed)
    var filter = HiddenMarkovModel.Filter(model)
    // Used before, so that beginning anew is tested too.
    filter.observe(model, emissions.span.extracting(0..<model.states))
    filter.begin(model)
    for step in 0..<steps {
      filter.observe(
        model, emissions.span.extracting(step * model.states..<(step + 1) * model.states))
      let paths = Self.paths(model.states, step + 1)
      let joints = paths.map { Self.joint(model, emissions, $0) }
      let total = Self.logSum(joints)
      #expect((filter.logLikelihood - total).magnitude < 1e-9, "seed \(seed), step \(step)")
      for state in 0..<model.states {
        let ending = Self.logSum(zip(paths, joints).filter { $0.0.last == state }.map(\.1))
        let belief = Elementary.exp(ending - total)
        #expect((filter.belief[state] - belief).magnitude < 1e-9, "seed \(seed), step \(step)")
      }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func thePathIsTheBestOfAll(_ seed: UInt64) throws {
    let (model, emissions, steps) = Self.random(seed)
    let found = model.mostProbablePath(emissions)
    let best = Self.paths(model.states, steps)
      .map { (path: $0, joint: Self.joint(model, emissions, $0)) }
      .max { $0.joint < $1.joint }
    #expect(found.path == best?.path, "seed \(seed)")
    #expect((found.logProbability - (best?.joint ?? 0)).magnitude < 1e-9, "seed \(seed)")
  }

  @Test func longUnlikelyTalkNeitherUnderflowsNorOverflows() {
    let model = HiddenMarkovModel(initial: [0.5, 0.5], transition: [0.9, 0.1, 0.1, 0.9])
    var filter = HiddenMarkovModel.Filter(model)
    for _ in 0..<10_000 { filter.observe(model, [-5000.0, -5000].span) }
    #expect((filter.logLikelihood + 5e7).magnitude < 1e-3)
    #expect((filter.belief[0] - 0.5).magnitude < 1e-9)
    // One state alone can explain this; the other is far below the smallest number.
    filter.observe(model, [-1e6, -1].span)
    #expect(filter.belief == [0, 1])
    filter.observe(model, [-1.0, -1].span)
    #expect((filter.belief[0] - 0.1).magnitude < 1e-12)
  }

  @Test func unreachableStatesAreNeverBelieved() {
    let model = HiddenMarkovModel(initial: [1, 0], transition: [1, 0, 0, 1])
    var filter = HiddenMarkovModel.Filter(model)
    filter.observe(model, [-800.0, 0].span)
    #expect(filter.belief == [1, 0])
    #expect(filter.logLikelihood == -800)
    #expect(model.mostProbablePath([-800, 0, -800, 0]).path == [0, 0])
    #expect(model.mostProbablePath([]).path == [])
  }

  @Test func countsBecomeSmoothedShares() {
    let model = HiddenMarkovModel(starts: [3, 0], moves: [8, 0, 1, 1], smoothing: 1)
    #expect(model.initial == [0.8, 0.2])
    #expect(model.transition == [0.9, 0.1, 0.5, 0.5])
  }
}
