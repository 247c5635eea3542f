/// How long after the onset of grooming the alert came, misses and premature alerts included.
///
/// The onset is the first message that carries a sign inside a critical stage. An alert before it
/// is premature: neither early nor free. Over the grooming conversations whose onset is known,
///
/// - `f_latency_onset` = F1·(1 − median penalty(alert − onset + 1)), p = ln 3/89, where a premature
///   alert counts as a false positive and the median is over the alerts at or after onset: the
///   headline of early detection;
/// - `delay_median`: the smallest number of messages after onset by which half of the conversations
///   have an alert, from the Kaplan–Meier curve, misses censored at their last message and
///   premature alerts at delay 0; nil where the curve does not reach one half;
/// - `premature`: the share of the conversations with an alert before onset.
///
/// **Unit and range.** `f_latency_onset` over conversations in 0…1, better when higher;
/// `delay_median` in messages, 0 and above, `premature` in 0…1 of the grooming conversations, both
/// better when lower. The first and the last are this workbench's; the curve is that of Kaplan and
/// Meier (1958, doi:10.1080/01621459.1958.10501452).
///
/// **Naming.** The delay is in messages and 0 at the onset; the latency of F is 1-based, so that an
/// alert at the onset costs nothing.
///
/// **Comparison.** `delay_median` agrees with `survfit` of R but where the curve is exactly one
/// half over an interval: R gives its middle, here it is its start. Leaving the misses out instead
/// would reward a detector that alerts on easy conversations alone.
///
/// **Ties**: at equal times alerts come before censored misses, as is usual. **Empty**: all are nil
/// where no onset is known; without an alert at or after onset `f_latency_onset` is 0 and flagged
/// undefined. Grooming conversations of unknown onset are left out.
struct OnsetMetrics: MetricFamily {
  static let names = ["f_latency_onset", "delay_median", "premature"]

  private let survival: KaplanMeier
  /// All grooming conversations with an onset, as indices into the list.
  private let known: [Int]
  /// By position in `known`.
  private let isRetrieved: [Bool]
  private let isPremature: [Bool]
  /// Alerts at or after onset by rising delay, as indices into the list.
  private let timely: [Int]
  private let penalties: [Double]
  private let negatives: [Int]
  /// By position in `negatives`.
  private let isFalsePositive: [Bool]

  init(_ units: [EvaluatedConversation]) {
    let delays = units.enumerated().compactMap { index, unit in
      OnsetDelay(of: unit).map { (index: index, delay: $0) }
    }
    survival = KaplanMeier(delays.map { $0.delay.observation(index: $0.index) })
    known = delays.map(\.index)
    isRetrieved = delays.map { $0.delay.messages != nil }
    isPremature = delays.map(\.delay.isPremature)
    let alerts = delays.compactMap { index, delay in
      delay.messages.flatMap { $0 >= 0 ? (delay: $0, index: index) : nil }
    }.sorted { $0 < $1 }
    timely = alerts.map(\.index)
    penalties = alerts.map { LatencyPenalty.espd.value(at: $0.delay + 1) }
    let negatives = units.indices.filter { !units[$0].isPositive }
    self.negatives = negatives
    isFalsePositive = negatives.map { units[$0].isRetrieved }
  }

  func values(_ weights: [Int]) -> [WeightedMetric] {
    var (positives, retrieved, premature) = (0, 0, 0)
    for position in known.indices {
      let weight = weights[known[position]]
      positives += weight
      if isRetrieved[position] { retrieved += weight }
      if isPremature[position] { premature += weight }
    }
    guard positives > 0 else { return Self.names.map { _ in WeightedMetric(nil, count: 0) } }
    let timelyCount = retrieved - premature
    var benign = 0
    for position in negatives.indices {
      let weight = weights[negatives[position]]
      benign += weight
      if isFalsePositive[position] { retrieved += weight }
    }
    let penalty = WeightedMedian.value(of: penalties, weights: timely.map { weights[$0] })
    let f1 = fScore(1, truePositives: timelyCount, positives: positives, retrieved: retrieved)
    return [
      WeightedMetric(
        (f1 ?? 0) * (1 - (penalty ?? 1)), count: positives + benign, isUndefined: penalty == nil),
      WeightedMetric(survival.median(weights).map(Double.init) ?? .infinity, count: positives),
      WeightedMetric(Double(premature) / Double(positives), count: positives),
    ]
  }
}
