import Detection

extension StopPolicy {
  /// The fitted parameters as a JSON object, the threshold first.
  var parameters: String {
    JSONText.object([("threshold", .number(threshold))] + otherParameters).text
  }

  /// What there is beside the threshold.
  private var otherParameters: [(String, JSONText)] {
    switch self {
    case .threshold, .stage: []
    case .skepticism(_, let needed, let window):
      [("needed", .integer(needed)), ("window", .integer(window))]
    case .cusum(_, let drift, let prior): [("drift", .number(drift)), ("prior", .number(prior))]
    case .sprt(_, let lower, let prior): [("lower", .number(lower)), ("prior", .number(prior))]
    }
  }
}
