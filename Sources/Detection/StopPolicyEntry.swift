/// What there is to say about a kind of stop policy before it is fitted.
public struct StopPolicyEntry: Sendable, Equatable {
  /// The name on the command line.
  public var name: String
  /// One sentence.
  public var summary: String
  /// The paper or source.
  public var source: String
  /// Every parameter with what fitting tries for it, in words; the threshold first.
  public var parameters: [DetectorParameter]
  /// Whether only a detector that tells stages can run it.
  public var needsStages: Bool

  /// An entry.
  init(
    _ name: String, _ summary: String, source: String, parameters: [DetectorParameter],
    needsStages: Bool = false
  ) {
    (self.name, self.summary, self.source) = (name, summary, source)
    (self.parameters, self.needsStages) = (parameters, needsStages)
  }
}

extension StopPolicy {
  /// What each kind is, in the order of tables.
  public static let entries = [
    StopPolicyEntry(
      "threshold", "Alert at the first score at or above a threshold.",
      source: "baseline",
      parameters: [DetectorParameter("threshold", "a score; every cut")]),
    StopPolicyEntry(
      "skepticism", "Alert when enough of the last decisions are positive.",
      source: "Vogt, Leser, Akbik 2021, doi:10.18653/v1/2021.acl-long.386",
      parameters: [
        DetectorParameter("threshold", "a score; every cut"),
        DetectorParameter("needed", "1...\(PolicyFitting.window)"),
        DetectorParameter("window", "\(PolicyFitting.window)"),
      ]),
    StopPolicyEntry(
      "cusum", "Alert when the evidence has risen far enough from its lowest point.",
      source: "Page 1954, doi:10.1093/biomet/41.1-2.100",
      parameters: [
        DetectorParameter("threshold", "h, in log-odds; every cut"),
        DetectorParameter("drift", words(PolicyFitting.drifts)),
        DetectorParameter("prior", "log-odds of the validation share"),
      ]),
    StopPolicyEntry(
      "sprt", "Alert when the evidence reaches one boundary before the other, where it restarts.",
      source: "Wald 1945, doi:10.1214/aoms/1177731118",
      parameters: [
        DetectorParameter("threshold", "A, in log-odds; every cut"),
        DetectorParameter("lower", words(PolicyFitting.lowerBoundaries)),
        DetectorParameter("prior", "log-odds of the validation share"),
      ]),
    StopPolicyEntry(
      "stage", "Alert at the first message at which a critical stage is probable enough.",
      source: "O'Connell 2003, \"A typology of child cybersexploitation and online grooming "
        + "practices\"",
      parameters: [DetectorParameter("threshold", "a probability; every cut")],
      needsStages: true),
  ]

  /// The name of the kind.
  public var name: String {
    switch self {
    case .threshold: "threshold"
    case .skepticism: "skepticism"
    case .cusum: "cusum"
    case .sprt: "sprt"
    case .stage: "stage"
    }
  }

  /// Whether only a detector that tells stages can run the kind called `name`; false for an unknown
  /// name.
  public static func needsStages(_ name: String) -> Bool {
    entries.contains { $0.name == name && $0.needsStages }
  }

  private static func words(_ values: [Double]) -> String {
    values.map { "\($0)" }.joined(separator: ", ")
  }
}
