extension ModelFile.Header {
  /// The policy in words: `threshold 0.62`, `3 of the last 10 at 0.41`.
  public var policyText: String {
    policy == "skepticism"
      ? "skepticism: \(needed) of the last \(window) at \(threshold)" : "threshold \(threshold)"
  }

  /// The header as a JSON object.
  public var json: JSONText {
    .object([
      ("detector", .string(detector)), ("version", .integer(detectorVersion)),
      (
        "parameters",
        .object(parameters.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("policy", .string(policy)), ("threshold", .number(threshold)), ("needed", .integer(needed)),
      ("window", .integer(window)), ("objective", .string(objective)),
      ("corpus", .string(corpus)), ("corpus_sha256", .string(corpusSHA256)),
      ("locales", .array(locales.map(JSONText.string))), ("seed", .raw("\(seed)")),
    ])
  }
}
