import Detection

extension ModelFile.Header {
  /// The policy in words: `threshold 0.62`, `skepticism: 3 of the last 10 at 0.41`,
  /// `cusum: evidence of 2.5 at a drift of 0.1 a message`.
  public var policyText: String {
    switch stopPolicy {
    case .threshold(let threshold): "threshold \(threshold)"
    case .skepticism(let threshold, let needed, let window):
      "skepticism: \(needed) of the last \(window) at \(threshold)"
    case .cusum(let threshold, let drift, _):
      "cusum: evidence of \(threshold) at a drift of \(drift) a message"
    case .sprt(let threshold, let lower, _):
      "sprt: evidence of \(threshold), restarting at \(lower)"
    case .stage(let threshold): "stage: a critical stage at \(threshold)"
    case nil: policy
    }
  }

  /// The header as a JSON object, with the most bytes that the detector keeps of a conversation.
  public func json(stateBytes: Int) -> JSONText {
    .object([
      ("detector", .string(detector)), ("version", .integer(detectorVersion)),
      (
        "parameters",
        .object(parameters.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("policy", .string(policy)), ("threshold", .number(threshold)), ("needed", .integer(needed)),
      ("window", .integer(window)), ("drift", .optional(drift)), ("lower", .optional(lower)),
      ("prior", .optional(prior)), ("objective", .string(objective)),
      ("corpus", .string(corpus)), ("corpus_sha256", .string(corpusSHA256)),
      ("locales", .array(locales.map(JSONText.string))), ("seed", .raw("\(seed)")),
      ("view", .string(view ?? View.full.rawValue)), ("state", .optional(state)),
      ("state_bytes", .integer(stateBytes)),
      ("calibrated_on", .optional(calibratedOn)),
    ])
  }
}
