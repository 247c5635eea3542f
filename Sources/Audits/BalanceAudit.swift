import Chat

/// How many conversations there are of what, and whether hard negatives carry the signs of grooming
/// at the same rates.
struct BalanceAudit {
  private(set) var findings: [AuditFinding] = []

  /// Counts the corpus. O(messages).
  init(_ corpus: AuditedCorpus) {
    let all = corpus.places.map { corpus[$0] }
    for split in Split.allCases.map(Optional.some) + [nil] {
      for label in Label.allCases.map(Optional.some) + [nil] {
        let count = all.count { $0.split == split && $0.label == label }
        guard count > 0 else { continue }
        note("\(split?.rawValue ?? "no split") / \(label?.rawValue ?? "no label")", count)
      }
    }
    for kind in ConversationKind.allCases {
      let count = all.count { $0.kind == kind }
      if count > 0 { note("kind \(kind.rawValue)", count) }
    }
    noteTally("scenario", all.compactMap(\.scenario))
    noteTally("family", all.flatMap(\.families))
    let positives = all.count { $0.label == .grooming }
    let hard = all.count { $0.label == .benign && $0.kind == .hardNegative }
    let knowsKinds = all.contains { $0.kind != nil }
    findings.append(
      AuditFinding(
        .balance, "hard negatives per grooming conversation",
        knowsKinds && positives > 0 ? Double(hard) / Double(positives) : nil, bound: .atLeast(1)))
    guard let rates = SignRates(corpus) else {
      for name in ["signs per message", "signs per conversation"] {
        findings.append(Self.finding(name, nil))
      }
      return
    }
    // What is withheld is matched as a placeholder, not as a sign.
    for sign in Sign.allCases where sign != .withheld {
      findings += [
        Self.finding("\(sign.rawValue) per message", rates.perMessage[sign]),
        Self.finding("\(sign.rawValue) per conversation", rates.perConversation[sign]),
      ]
    }
  }

  private static func finding(_ name: String, _ ratio: Estimate?) -> AuditFinding {
    AuditFinding(
      .balance, name, ratio, bound: .intervalMeets(0.8, 1.2), detail: "hard negatives / grooming")
  }

  private mutating func note(_ name: String, _ count: Int) {
    findings.append(AuditFinding(.balance, name, Double(count)))
  }

  /// Counts by name; many names are summed up, since a table of thousands says nothing.
  private mutating func noteTally(_ what: String, _ names: [String]) {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    guard counts.count <= 60 else { return note("different names of \(what)", counts.count) }
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) { note("\(what) \(name)", count) }
  }
}
