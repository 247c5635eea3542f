import Detection
import Foundation
import Statistics
import Testing

@Suite struct ElementaryTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func logAgreesWithTheSystemLibrary(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    for _ in 0..<20_000 {
      let x = Double(bitPattern: random.next() >> 1)
      guard x.isFinite, x > 0 else { continue }
      let expected = Foundation.log(x)
      #expect((Elementary.log(x) - expected).magnitude <= 1e-15 * expected.magnitude, "\(x)")
    }
    for _ in 0..<5_000 {
      let x = 0.5 + random.unit()
      let expected = Foundation.log(x)
      #expect((Elementary.log(x) - expected).magnitude <= 1e-15 * expected.magnitude, "\(x)")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func expAgreesWithTheSystemLibrary(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    for round in 0..<20_000 {
      let x = (random.unit() - 0.5) * (round % 2 == 0 ? 1400 : 4)
      let expected = Foundation.exp(x)
      #expect((Elementary.exp(x) - expected).magnitude <= 1e-15 * expected, "\(x)")
    }
  }

  @Test func valuesAtTheEdges() {
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN && Elementary.log(.nan).isNaN)
    #expect(Elementary.log(.leastNonzeroMagnitude) == Foundation.log(Double.leastNonzeroMagnitude))
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(1000) == .infinity && Elementary.exp(-1000) == 0)
    #expect(Elementary.exp(.infinity) == .infinity && Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.exp(709.7).isFinite && Elementary.exp(-745) > 0)
  }

  @Test func logisticRisesFrom0To1() {
    #expect(Elementary.logistic(0) == 0.5)
    #expect(Elementary.logistic(-1e9) == 0 && Elementary.logistic(1e9) == 1)
    var last = 0.0
    for step in -400...400 {
      let value = Elementary.logistic(Double(step) / 10)
      #expect(value >= last && value <= 1)
      last = value
    }
  }

  @Test(arguments: [-800.0, -40, -1, 0, 1e-9, 0.3, 5, 60, 900])
  func softplusNeverOverflows(_ x: Double) {
    let expected = x > 30 ? x + Foundation.exp(-x) : Foundation.log1p(Foundation.exp(x))
    #expect((Elementary.softplus(x) - expected).magnitude <= 2e-15 * expected)
  }
}
