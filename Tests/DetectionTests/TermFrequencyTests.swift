import Testing

@testable import Detection

@Suite struct TermFrequencyTests {
  @Test func stepsSumToTheFrequencyAndItsSquare() {
    let frequency = TermFrequency()
    #expect(frequency.value(0) == 0 && frequency.value(1) == 1)
    var (sum, square) = (0.0, 0.0)
    // Beyond the table too.
    for count in 0..<2000 {
      let step = frequency.step(count)
      sum += step.linear
      square += step.square
      let value = frequency.value(count + 1)
      #expect((sum - value).magnitude < 1e-12 && (square - value * value).magnitude < 1e-10)
    }
  }
}
