import Statistics
import Testing

@testable import Detection

@Suite struct GradientBoostingTests {
  static let reference = Result { try BoostingReference.load() }

  @Test(arguments: 0..<3)
  func ranksAsWellAsLightGBM(_ number: Int) throws {
    let reference = try Self.reference.get()
    let run = reference.runs[number]
    let (training, test) = (reference.training, reference.test)
    let trees = run.booster.fit(training.rows, isPositive: training.isPositive, checkpoint: {})
    let margins = trees.margins(test.rows)
    let area = areaUnderROC(margins, test.isPositive)
    #expect((area - run.auroc).magnitude <= 0.01, "run \(number): \(area), LightGBM \(run.auroc)")
    // Not only as good: the same rows get about the same margins.
    let (a, b) = (Self.centred(margins), Self.centred(run.margins))
    let correlation = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(correlation > 0.96, "run \(number): correlation \(correlation)")
  }

  @Test(arguments: [UInt64(4), 5, 6])
  func everyRoundLowersTheLoss(_ seed: UInt64) {
    let (rows, isPositive) = Self.random(seed, rows: 200, columns: 4)
    var last = Double.infinity
    for rounds in [0, 1, 5, 20, 60] {
      let booster = GradientBoosting(rounds: rounds, learningRate: 0.1, leaves: 6, minimumRows: 5)
      let margins = booster.fit(rows, isPositive: isPositive, checkpoint: {}).margins(rows)
      let loss = zip(margins, isPositive).reduce(0) {
        $0 + Elementary.softplus($1.1 ? -$1.0 : $1.0)
      }
      #expect(loss < last, "seed \(seed), \(rounds) rounds")
      last = loss
    }
  }

  @Test func rowsThatSayNothingGiveTheBase() {
    var rows = FeatureMatrix(columns: 2)
    for _ in 0..<50 { rows.append([1.0, -3.0].span) }
    let isPositive = (0..<50).map { $0 % 5 == 0 }
    let trees = GradientBoosting(rounds: 5).fit(rows, isPositive: isPositive, checkpoint: {})
    #expect(trees.base == Elementary.log(10.0 / 40))
    #expect(trees.nodes.allSatisfy { $0.feature < 0 && $0.threshold.magnitude < 1e-12 })
  }

  static func random(
    _ seed: UInt64, rows count: Int, columns: Int
  ) -> (rows: FeatureMatrix, isPositive: [Bool]) {
    var random = CounterRandom(seed: seed, stream: 0)
    var rows = FeatureMatrix(columns: columns)
    var isPositive: [Bool] = []
    for _ in 0..<count {
      let row = (0..<columns).map { _ in random.unit() }
      rows.append(row.span)
      isPositive.append(random.unit() < (row[0] > 0.4 ? 0.8 : 0.2) * (row[1] > 0.7 ? 0.5 : 1))
    }
    return (rows, isPositive)
  }

  /// Without mean, of length 1.
  private static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let length = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return values.map { ($0 - mean) / length }
  }
}
