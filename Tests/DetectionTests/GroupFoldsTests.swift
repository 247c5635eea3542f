import Statistics
import Testing

@testable import Detection

@Suite struct GroupFoldsTests {
  @Test(arguments: 0..<20)
  func groupsStayWholeAndEveryFoldHasBothClasses(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    let groups = (0..<200).map { _ in "g\(random.below(60))" }
    let isPositive = groups.map { _ in random.below(4) == 0 }
    let folds = GroupFolds.folds(groups, isPositive: isPositive, count: 5, seed: seed)
    #expect(Set(folds) == Set(0..<5))
    for (group, fold) in zip(groups, folds) {
      #expect(zip(groups, folds).allSatisfy { $0 != group || $1 == fold }, "seed \(seed)")
    }
    for fold in 0..<5 {
      let classes = Set(zip(folds, isPositive).filter { $0.0 == fold }.map(\.1))
      #expect(classes.count == 2, "seed \(seed)")
    }
    #expect(folds == GroupFolds.folds(groups, isPositive: isPositive, count: 5, seed: seed))
  }

  @Test func fewGroupsMakeFewFolds() {
    let three = GroupFolds.folds(
      ["a", "b", "c", "d", "e", "f", "g"],
      isPositive: [true, true, true, false, false, false, false], count: 5, seed: 1)
    #expect(Set(three) == Set(0..<3))
    let one = GroupFolds.folds(
      ["a", "b", "c"], isPositive: [true, false, false], count: 5, seed: 1)
    #expect(Set(one) == Set(0..<2))
    #expect(GroupFolds.folds([], isPositive: [], count: 5, seed: 1).isEmpty)
  }
}
