/// Latency-weighted F1 and its parts, counted from the first message of the conversation.
///
/// Over the true positives, with l the 1-based number of the message that raised the alert:
///
/// - `speed` = 1 − median penalty(l), p = ln 3/89; `f_latency` = F1·speed, as in early sexual
///   predator detection (Vogt, Leser, Akbik 2021, doi:10.18653/v1/2021.acl-long.386);
/// - `erisk_speed` and `erisk_f_latency`: the same with p = 0.0078, as in CLEF eRisk (Sadeque, Xu,
///   Bethard 2018, doi:10.1145/3159652.3159725);
/// - `latency_median`: the median of l.
///
/// An alert before the onset of grooming counts as a true positive here, as published; see
/// `f_latency_onset` for the measure that does not reward it.
///
/// **Unit and range.** Conversations, in 0…1, better when higher; `latency_median` is in messages,
/// 1 and above, better when lower.
///
/// **Naming.** speed is higher for earlier alerts; f_latency is also F-latency or latency-weighted
/// F1.
///
/// **Comparison.** The median is of *penalties*, not the penalty of the median latency, as in both
/// papers; the two differ for an even number of true positives. The authors of early sexual
/// predator detection compute latency on whole chats but F1 on segments of 6 to 150 messages; here
/// both come from the same conversations. scikit-learn has none of them.
///
/// **Ties** do not matter to a median. **Empty**: without a true positive speed and F are 0 and
/// flagged undefined, the median latency nil; without grooming conversations all are nil.
struct LatencyMetrics: MetricFamily {
  static let names = ["f_latency", "speed", "erisk_f_latency", "erisk_speed", "latency_median"]

  private let isPositive: [Bool]
  private let isRetrieved: [Bool]
  /// True positives by rising latency, as indices into the list.
  private let order: [Int]
  private let latencies: [Double]
  private let penalties: [Double]
  private let eRiskPenalties: [Double]

  init(_ units: [EvaluatedConversation]) {
    isPositive = units.map(\.isPositive)
    isRetrieved = units.map(\.isRetrieved)
    let alerts = units.enumerated().compactMap { index, unit in
      unit.isPositive ? unit.alert.map { (latency: $0, index: index) } : nil
    }.sorted { ($0.latency, $0.index) < ($1.latency, $1.index) }
    order = alerts.map(\.index)
    latencies = alerts.map { Double($0.latency) }
    penalties = alerts.map { LatencyPenalty.espd.value(at: $0.latency) }
    eRiskPenalties = alerts.map { LatencyPenalty.eRisk.value(at: $0.latency) }
  }

  func values(_ weights: [Int]) -> [WeightedMetric] {
    var (truePositives, retrieved, positives, total) = (0, 0, 0, 0)
    for index in weights.indices {
      let weight = weights[index]
      total += weight
      if isRetrieved[index] { retrieved += weight }
      if isPositive[index] {
        positives += weight
        if isRetrieved[index] { truePositives += weight }
      }
    }
    guard
      let f1 = fScore(
        1, truePositives: truePositives, positives: positives, retrieved: retrieved)
    else { return Self.names.map { _ in WeightedMetric(nil, count: total) } }
    guard let middle = WeightedMedian.middle(of: order.map { weights[$0] }) else {
      return [total, 0, total, 0].map { WeightedMetric(0, count: $0, isUndefined: true) }
        + [WeightedMetric(nil, count: 0)]
    }
    func median(_ values: [Double]) -> Double { (values[middle.low] + values[middle.high]) / 2 }
    let speed = 1 - median(penalties)
    let eRiskSpeed = 1 - median(eRiskPenalties)
    return [
      WeightedMetric(f1 * speed, count: total),
      WeightedMetric(speed, count: truePositives),
      WeightedMetric(f1 * eRiskSpeed, count: total),
      WeightedMetric(eRiskSpeed, count: truePositives),
      WeightedMetric(median(latencies), count: truePositives),
    ]
  }
}
