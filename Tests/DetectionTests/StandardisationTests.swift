import Testing

@testable import Detection

@Suite struct StandardisationTests {
  @Test func numbersGetMeanZeroAndVarianceOne() {
    let standardisation = Standardisation([1, 3, 5, 7])
    let numbers = [1.0, 3, 5, 7].map(standardisation.apply)
    #expect(standardisation.mean == 4)
    #expect(numbers.reduce(0, +).magnitude < 1e-12)
    #expect((numbers.reduce(0) { $0 + $1 * $1 } - 4).magnitude < 1e-12)
  }

  @Test func equalNumbersAndNoneBecomeZero() {
    #expect(Standardisation([2, 2]).apply(9) == 0)
    #expect(Standardisation([]).apply(9) == 0)
  }
}
