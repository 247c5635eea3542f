import Statistics
import Testing

struct HolmAdjustmentTests {
  @Test func fourTests() {
    // p.adjust(c(.01, .04, .03, .005), "holm")
    let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03, 0.005])
    for (ours, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(ours - expected) < 1e-15)
    }
  }

  @Test func neverAboveOneAndNeverOutOfOrder() {
    #expect(HolmAdjustment.adjusted([0.9, 0.8, 0.01]) == [1, 1, 0.03])
    #expect(HolmAdjustment.adjusted([0.4]) == [0.4])
    #expect(HolmAdjustment.adjusted([]).isEmpty)
  }
}
