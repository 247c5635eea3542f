import Detection

extension ModelFile.Header {
  /// The policy that the fields spell; nil where they spell none that can run.
  var stopPolicy: StopPolicy? {
    guard threshold.isFinite else { return nil }
    switch policy {
    case "threshold": return .threshold(threshold)
    case "skepticism":
      guard (1...64).contains(window), needed >= 1 else { return nil }
      return .skepticism(threshold: threshold, needed: needed, window: window)
    case "cusum":
      guard let drift, let prior else { return nil }
      return .cusum(threshold: threshold, drift: drift, prior: prior)
    case "sprt":
      guard let lower, let prior else { return nil }
      return .sprt(threshold: threshold, lower: lower, prior: prior)
    case "stage": return .stage(threshold: threshold)
    default: return nil
    }
  }
}
