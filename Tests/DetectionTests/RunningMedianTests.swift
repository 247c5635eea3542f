import Statistics
import Testing

@testable import Detection

@Suite struct RunningMedianTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func equalsTheMiddleOfTheSorted(seed: UInt64) {
    var median = RunningMedian()
    for stream in 0..<4 {
      var random = CounterRandom(seed: seed, stream: UInt64(stream))
      median.begin()
      var numbers: [Int64] = []
      for _ in 0..<200 {
        let number = Int64(random.below(60)) - 20
        numbers.append(number)
        median.insert(number)
        let sorted = numbers.sorted()
        let middle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        #expect(median.doubled == middle, "seed \(seed), \(numbers.count) numbers")
      }
      #expect(median.count == 200)
    }
  }

  @Test func ofNothingIsZero() {
    var median = RunningMedian()
    #expect(median.doubled == 0)
    median.insert(7)
    median.begin()
    #expect(median.doubled == 0 && median.count == 0)
  }
}
