import Chat
import Testing

@testable import CorpusGeneration

@Suite struct AllocationTests {
  private func counts(_ conversations: Int, seed: UInt64 = 1) throws -> [String: Int] {
    let recipe = try Miniature().recipe(seed: seed, conversations: conversations)
    let allocation = Allocation(recipe)
    var counts: [String: Int] = [:]
    for index in 0..<allocation.count {
      let place = allocation.place(index)
      counts["\(place.split.rawValue) \(place.kind.rawValue)", default: 0] += 1
    }
    return counts
  }

  @Test func quotas_of_kind_are_exact_in_every_split() throws {
    let counts = try counts(100)
    let expected = ["train": 12, "validation": 4, "test": 4, "test-iid": 2]
    for (split, grooming) in expected {
      #expect(counts["\(split) grooming"] == grooming)
      #expect(counts["\(split) hard-negative"] == grooming * 2)
      #expect(counts["\(split) ordinary"] == grooming * 2)
    }
  }

  @Test func odd_sizes_are_off_by_one_at_most() throws {
    for conversations in [1, 7, 33, 101, 999] {
      let counts = try counts(conversations)
      let sizes = Dictionary(grouping: counts) { $0.key.split(separator: " ")[0] }
        .mapValues { $0.reduce(0) { $0 + $1.value } }
      for (split, size) in sizes {
        let grooming = counts["\(split) grooming"] ?? 0
        #expect(abs(Double(grooming) - Double(size) / 5) <= 1)
      }
    }
  }

  @Test func ids_say_nothing_about_kind_or_split() throws {
    let recipe = try Miniature().recipe(seed: 5, conversations: 5000)
    let allocation = Allocation(recipe)
    var sum = [ConversationKind: Double]()
    for index in 0..<allocation.count {
      sum[allocation.place(index).kind, default: 0] += Double(index) / Double(allocation.count)
    }
    // The mean rank of 1,100 conversations; its standard error is below .009.
    #expect(abs((sum[.grooming] ?? 0) / 1100 - 0.5) < 0.035)
  }

  @Test func a_pattern_keeps_proportions_in_every_stretch() {
    let pattern = Allocation.pattern([1, 2, 2])
    #expect(pattern.count == 5)
    #expect(Allocation.pattern([0, 0, 3]) == [.ordinary])
    let thin = Allocation.pattern([1, 0, 99])
    #expect(thin.count == 100)
    #expect(thin.filter { $0 == .grooming }.count == 1)
  }
}
