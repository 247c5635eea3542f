import Chat

/// What is left of the controls once the messages of every conversation stand in random order.
///
/// The text model counts words within messages, so that it hardly can tell the difference (its table
/// of counts is full after 4,096 of them, whichever came first); the oracle is fitted anew on shuffled
/// acts, so that what it loses is what the order held.
struct OrderAudit {
  let findings: [AuditFinding]

  init(_ controls: Controls) {
    findings = controls.areas.flatMap { areas in
      [
        AuditFinding(.order, "text model: \(areas.split.rawValue)", areas.text),
        AuditFinding(
          .order, "text model, shuffled: \(areas.split.rawValue)", areas.shuffledText,
          detail: "counts words and pairs of words"),
        AuditFinding(.order, "oracle: \(areas.split.rawValue)", areas.oracle),
        AuditFinding(.order, "oracle, shuffled: \(areas.split.rawValue)", areas.shuffledOracle),
      ]
    }
  }
}
