import Chat

/// What is left of the controls once the messages of every conversation stand in random order.
///
/// A bag of words cannot tell the difference; the oracle is fitted anew on shuffled acts, so that
/// what it loses is what the order held.
struct OrderAudit {
  let findings: [AuditFinding]

  init(_ controls: Controls) {
    findings = controls.areas.flatMap { areas in
      [
        AuditFinding(.order, "text model: \(areas.split.rawValue)", areas.text),
        AuditFinding(
          .order, "text model, shuffled: \(areas.split.rawValue)", areas.shuffledText,
          detail: "a bag of words sees no order"),
        AuditFinding(.order, "oracle: \(areas.split.rawValue)", areas.oracle),
        AuditFinding(.order, "oracle, shuffled: \(areas.split.rawValue)", areas.shuffledOracle),
      ]
    }
  }
}
