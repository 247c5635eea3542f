import Chat
import Statistics

/// How often hard negatives carry a sign for each time that grooming conversations do: the ratio of
/// the rates, with clustered intervals.
struct SignRates {
  /// The ratio of P(sign | message), hard negatives over grooming ones; nil where these lack it.
  let perMessage: [Sign: Estimate]
  /// The ratio of P(the conversation contains the sign).
  let perConversation: [Sign: Estimate]

  /// Counts the corpus; nil unless it has both kinds and any sign. O(messages + resamples ·
  /// conversations).
  init?(_ corpus: AuditedCorpus, resamples count: Int = 300) {
    let places = corpus.places.filter {
      corpus[$0].label == .grooming
        || (corpus[$0].label == .benign && corpus[$0].kind == .hardNegative)
    }
    let isPositive = places.map { corpus[$0].label == .grooming }
    guard isPositive.contains(true), isPositive.contains(false) else { return nil }
    let signs = Sign.allCases
    var counts = [Int](repeating: 0, count: places.count * signs.count)
    for (unit, place) in places.enumerated() {
      let columns = corpus.chunks[place.chunk].messages
      for message in corpus[place].messages where !columns.signs[message].isEmpty {
        for sign in columns.signs[message].cases { counts[unit * signs.count + sign.index] += 1 }
      }
    }
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    let sample = LabelledSample(
      clusters: places.map { corpus[$0].cluster }, isPositive: isPositive, resamples: count)
    let lengths = places.map { corpus[$0].messages.count }
    func ratios(_ weights: [UInt8]?) -> (message: [Double?], conversation: [Double?]) {
      var (messages, conversations) = ([0, 0], [0, 0])
      var hits = [Int](repeating: 0, count: 2 * signs.count)
      var holders = hits
      for unit in places.indices {
        let weight = weights.map { Int($0[unit]) } ?? 1
        guard weight > 0 else { continue }
        let kind = isPositive[unit] ? 1 : 0
        messages[kind] += weight * lengths[unit]
        conversations[kind] += weight
        for sign in signs.indices {
          let count = counts[unit * signs.count + sign]
          guard count > 0 else { continue }
          hits[kind * signs.count + sign] += weight * count
          holders[kind * signs.count + sign] += weight
        }
      }
      func ratio(_ table: [Int], _ sign: Int, _ totals: [Int]) -> Double? {
        let (hard, positive) = (table[sign], table[signs.count + sign])
        guard positive > 0, totals[0] > 0 else { return nil }
        return Double(hard) / Double(totals[0]) * Double(totals[1]) / Double(positive)
      }
      return (
        signs.indices.map { ratio(hits, $0, messages) },
        signs.indices.map { ratio(holders, $0, conversations) }
      )
    }
    let whole = ratios(nil)
    let resampled = sample.resamples.map { ratios($0) }
    func estimates(
      _ values: [Double?], _ drawn: [[Double?]]
    ) -> [Sign: Estimate] {
      signs.indices.reduce(into: [:]) { result, sign in
        guard let value = values[sign] else { return }
        result[signs[sign]] = LabelledSample.estimate(value, drawn.map { $0[sign] })
      }
    }
    perMessage = estimates(whole.message, resampled.map(\.message))
    perConversation = estimates(whole.conversation, resampled.map(\.conversation))
  }
}
