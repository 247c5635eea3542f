import Testing

@testable import Statistics

@Suite struct PairedRandomisationTests {
  /// All sets of signs, not a sample of them.
  private func exact(_ differences: [Double]) -> Double {
    let observed = abs(differences.reduce(0, +)) - 1e-12
    let all = 1 << differences.count
    let extreme = (0..<all).count { signs in
      let sum = differences.enumerated().reduce(0.0) {
        $0 + (signs >> $1.offset & 1 == 0 ? $1.element : -$1.element)
      }
      return abs(sum) >= observed
    }
    return Double(extreme) / Double(all)
  }

  @Test func theDrawsComeNearToAllSetsOfSigns() throws {
    let a = [0.9, 0.4, 0.7, 0.3, 0.8, 0.2, 0.5, 0.6, 0.95, 0.1]
    let b = [0.5, 0.45, 0.6, 0.1, 0.85, 0.15, 0.2, 0.5, 0.7, 0.12]
    let test = try #require(PairedRandomisation(a, b))
    // Four standard errors of a share of 9,999 draws.
    #expect(abs(test.p - exact(zip(a, b).map { $0 - $1 })) < 0.02)
    #expect(abs(test.difference - 0.128) < 1e-12)
  }

  @Test func equalListsDifferByChanceAlone() throws {
    #expect(try #require(PairedRandomisation([1, 2, 3], [1, 2, 3])).p == 1)
    #expect(PairedRandomisation([], []) == nil)
  }

  @Test func aDifferenceThatNeverChangesSideHasTheSmallestP() throws {
    let test = try #require(
      PairedRandomisation(
        [Double](repeating: 1, count: 40), [Double](repeating: 0, count: 40), permutations: 999))
    #expect(test.p == 1.0 / 1000)
    #expect(test.difference == 1)
  }

  @Test func theOrderOfTheTwoTurnsTheSignAlone() throws {
    let (a, b) = ([0.2, 0.9, 0.4, 0.8], [0.1, 0.3, 0.5, 0.2])
    let (forth, back) = (
      try #require(PairedRandomisation(a, b)), try #require(PairedRandomisation(b, a))
    )
    #expect(forth.p == back.p && forth.difference == -back.difference)
  }

  @Test func unitsBeyondAWordOfSignsAreDrawnToo() throws {
    // With the signs of the first 64 alone the rest would always add up to the same.
    let a = (0..<200).map { $0 % 2 == 0 ? 1.0 : -1.0 }
    let test = try #require(PairedRandomisation(a, [Double](repeating: 0, count: 200)))
    #expect(test.p > 0.9, "a mean of 0 is never far")
  }
}
