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

  @Test(arguments: 0..<50 as Range<UInt64>) func laws(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    let raw = (0..<12).map { _ in random.unit() * random.unit() }
    let adjusted = HolmAdjustment.adjusted(raw)
    for (p, q) in zip(raw, adjusted) { #expect(p <= q && q <= 1, "seed \(seed)") }
    // The order of the table means nothing, and a smaller p never becomes the larger one.
    let order = random.permutation(of: raw.count)
    #expect(HolmAdjustment.adjusted(order.map { raw[$0] }) == order.map { adjusted[$0] })
    let ranked = raw.indices.sorted { raw[$0] < raw[$1] }.map { adjusted[$0] }
    #expect(ranked == ranked.sorted(), "seed \(seed)")
    // What Holm rejects, Bonferroni need not; what Bonferroni rejects, Holm does.
    for (p, q) in zip(raw, adjusted) { #expect(q <= min(1, 12 * p), "seed \(seed)") }
  }
}
