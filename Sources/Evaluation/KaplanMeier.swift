/// The share of subjects without an event yet, as time goes on, when some leave unseen (Kaplan and
/// Meier 1958, doi:10.1080/01621459.1958.10501452).
///
/// S(t) = Π over times t_i ≤ t with events of (1 − events at t_i / subjects still there before t_i);
/// from 1 down to 0 at the least. At equal times events come before those who leave. Here a subject
/// is a grooming conversation, time counts messages and the event is the alert.
///
/// **Empty**: no steps and no median without an event.
///
/// **Comparison.** The steps agree with `SurvfuncRight` of statsmodels and `survfit` of R. The
/// median is the first time at which S ≤ ½; `SurvfuncRight.quantile(0.5)` asks for S < ½ and so
/// differs where the curve is exactly one half. scikit-learn has neither.
struct KaplanMeier: Sendable {
  /// A subject: when its event came, or until when none had come.
  struct Observation: Sendable {
    /// The index of the subject in the caller's list.
    var index: Int
    /// When the event or the end came.
    var time: Int
    /// Whether it was the event.
    var isEvent: Bool
  }

  /// A step of the curve.
  struct Step: Sendable, Equatable {
    var time: Int
    /// The share without an event after `time`.
    var survival: Double
  }

  /// The observations by rising time.
  let observations: [Observation]

  /// Sorts the observations once. O(n log n).
  init(_ observations: [Observation]) {
    self.observations = observations.sorted { ($0.time, $0.index) < ($1.time, $1.index) }
  }

  /// The smallest time at which at most one half is left; nil where the curve does not come that
  /// far.
  ///
  /// - Parameter weights: how often each subject stands in the list, by ``Observation/index``.
  ///   O(n).
  func median(_ weights: [Int]) -> Int? { time(reaching: 0.5, weights) }

  /// The smallest time by which a share of the subjects has had the event; nil where the curve does
  /// not come that far. O(n).
  func time(reaching share: Double, _ weights: [Int]) -> Int? {
    // Products of fractions that make one half may come out a rounding above it.
    let left = 1 - share + 1e-12
    var found: Int?
    walk(weights) { step in
      if step.survival <= left { found = step.time }
      return found == nil
    }
    return found
  }

  /// All steps, one per time with an event.
  func steps(_ weights: [Int]) -> [Step] {
    var steps: [Step] = []
    walk(weights) { step in
      steps.append(step)
      return true
    }
    return steps
  }

  /// Calls `visit` with each step until it gives false.
  private func walk(_ weights: [Int], _ visit: (Step) -> Bool) {
    var atRisk = 0
    for index in observations.indices { atRisk += weights[observations[index].index] }
    var survival = 1.0
    var (events, leaving) = (0, 0)
    for index in observations.indices {
      let observation = observations[index]
      let weight = weights[observation.index]
      leaving += weight
      if observation.isEvent { events += weight }
      let isLast = index + 1 == observations.count
      guard isLast || observations[index + 1].time != observation.time else { continue }
      if events > 0 {
        survival *= 1 - Double(events) / Double(atRisk)
        guard visit(Step(time: observation.time, survival: survival)) else { return }
      }
      atRisk -= leaving
      (events, leaving) = (0, 0)
    }
  }
}
