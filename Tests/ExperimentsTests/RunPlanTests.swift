import Chat
import Testing

@testable import Experiments

@Suite struct RunPlanTests {
  private func key(
    content: String = "c", split: Chat.Split = .test, detector: String = "naive-bayes",
    version: Int = 1, policy: String = "threshold", objective: String = "f1",
    view: String = "full", seed: UInt64 = 1
  ) -> String {
    RunPlan.key(
      content: content, split: split, detector: detector, version: version, policy: policy,
      objective: objective, view: view, seed: seed)
  }

  @Test func everythingThatDecidesAResultChangesTheKey() {
    let keys = [
      key(), key(content: "d"), key(split: .testIID), key(detector: "lexicon"), key(version: 2),
      key(policy: "skepticism"), key(objective: "fpr<=0.01"), key(view: "hashed"), key(seed: 2),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.count == 64 })
  }

  @Test func equalPlansHaveEqualKeys() { #expect(key() == key()) }
}
