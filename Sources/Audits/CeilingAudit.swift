import Chat

/// Between which floor and ceiling a detector can lie: the shape of a chat at the bottom, the gold
/// acts at the top, words in between. The bounds bind the track template-ood, the split `test`.
struct CeilingAudit {
  let findings: [AuditFinding]

  init(_ controls: Controls) {
    findings = controls.areas.flatMap { areas in
      let isHeadline = areas.split == .test
      return [
        AuditFinding(
          .ceiling, "shortcut: \(areas.split.rawValue)", areas.shortcut,
          bound: isHeadline ? .atMost(0.6) : nil),
        AuditFinding(
          .ceiling, "text model: \(areas.split.rawValue)", areas.text,
          bound: isHeadline ? .within(0.7, 0.985) : nil),
        AuditFinding(
          .ceiling, "oracle: \(areas.split.rawValue)", areas.oracle,
          bound: isHeadline ? .atLeast(0.95) : nil),
      ]
    }
  }
}
