import Testing

@testable import Chat

@Suite struct SplitAssignmentTests {
  private func share(_ splits: [Split], _ split: Split) -> Int { splits.count { $0 == split } }

  @Test(arguments: ["0.6/0.2/0.2", ".6/.2/.2", "1/0/0", "0.5/0.25/0.25", "0/0/1"])
  func readsShares(text: String) throws {
    let assignment = try #require(SplitAssignment(text))
    #expect(abs(assignment.train + assignment.validation + assignment.test - 1) < 1e-9)
  }

  @Test(arguments: [
    "", "0.6/0.2", "0.6/0.2/0.2/0", "0.6/0.2/0.3", "-0.2/0.6/0.6", "nan/0/1", "0x1/0/0", "a/b/c",
    "0.6/0.4/", "1e0/0/0", "0.6 / 0.2 / 0.2", "60/20/20",
  ])
  func refusesOtherText(text: String) {
    #expect(SplitAssignment(text) == nil)
  }

  @Test func sharesAreStratifiedByLabel() {
    var items: [SplitAssignment.Item] = []
    for index in 0..<1000 {
      let label: Label =
        index % 10 == 0 ? .grooming : index % 10 < 3 ? .insufficientEvidence : .benign
      items.append((id: "c\(index)", group: nil, label: label))
    }
    let splits = SplitAssignment.standard.splits(of: items)
    for label in Label.allCases {
      let part = splits.indices.filter { items[$0].label == label }.map { splits[$0] }
      #expect(share(part, .train) == part.count * 6 / 10)
      #expect(share(part, .validation) == part.count * 2 / 10)
      #expect(share(part, .test) == part.count * 2 / 10)
    }
  }

  @Test func groupsAreNeverSeparated() {
    let items: [SplitAssignment.Item] = (0..<900).map {
      (id: "c\($0)", group: "g\($0 * 7 % 100)", label: $0 % 3 == 0 ? .grooming : .benign)
    }
    let splits = SplitAssignment.standard.splits(of: items)
    for group in 0..<100 {
      let part = splits.indices.filter { items[$0].group == "g\(group)" }.map { splits[$0] }
      #expect(Set(part).count == 1, "group \(group)")
    }
    #expect(abs(share(splits, .train) - 540) <= 9)
    #expect(abs(share(splits, .validation) - 180) <= 9)
  }

  @Test func orderDoesNotMatter() {
    let items: [SplitAssignment.Item] = (0..<50).map {
      (id: "c\($0)", group: $0 < 20 ? "g\($0 / 3)" : nil, label: $0 % 2 == 0 ? .benign : nil)
    }
    let splits = SplitAssignment.standard.splits(of: items)
    let reversed = SplitAssignment.standard.splits(of: items.reversed())
    #expect(Array(reversed.reversed()) == splits)
  }

  @Test func aMixedGroupCountsAsItsHeaviestLabel() {
    // With every other stratum empty, the pair alone is a stratum of its own.
    let items: [SplitAssignment.Item] = [
      (id: "c1", group: "g", label: .benign), (id: "c2", group: "g", label: .grooming),
      (id: "c3", group: nil, label: .benign),
    ]
    let splits = SplitAssignment.standard.splits(of: items)
    #expect(splits == [.train, .train, .train])
  }

  @Test func extremesAndEmptiness() {
    let items: [SplitAssignment.Item] = (0..<10).map { (id: "c\($0)", group: nil, label: nil) }
    #expect(SplitAssignment.standard.splits(of: []).isEmpty)
    #expect(Set(SplitAssignment("0/0/1")!.splits(of: items)) == [.test])
    #expect(Set(SplitAssignment("0/1/0")!.splits(of: items)) == [.validation])
    #expect(Set(SplitAssignment("1/0/0")!.splits(of: items)) == [.train])
  }

  /// Pins the assignment: a corpus imported today and next year is split alike.
  @Test func theHashDecides() {
    let items: [SplitAssignment.Item] = (0..<5).map { (id: "c\($0)", group: nil, label: .benign) }
    #expect(
      SplitAssignment.standard.splits(of: items) == [.train, .test, .validation, .train, .train])
  }
}
