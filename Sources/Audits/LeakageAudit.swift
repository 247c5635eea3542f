import Chat

/// What training knows of the tests: copies, near-copies, shared ids and groups, and what copying a
/// label from the nearest training conversation would tell (Elangovan, He and Verspoor 2021,
/// doi:10.18653/v1/2021.eacl-main.113).
struct LeakageAudit {
  let findings: [AuditFinding]

  /// Reads the whole corpus. O(bytes) and a search among the messages of training.
  init(_ corpus: AuditedCorpus) {
    var findings = [
      AuditFinding(
        .leakage, "conversations copied across splits", Self.copies(corpus), bound: .atMost(0)),
      AuditFinding(
        .leakage, "ids in several splits", Self.shared(corpus) { $0.id }, bound: .atMost(0)),
      AuditFinding(
        .leakage, "groups in several splits", Self.shared(corpus) { $0.group }, bound: .atMost(0)),
    ]
    let tests = corpus.testSplits
    let hasTraining = corpus.places.contains { corpus[$0].split == .train }
    var known = hasTraining && !tests.isEmpty ? NearDuplicates(corpus, .train) : nil
    for split in tests {
      var (near, long) = (0, 0)
      for place in corpus.places where corpus[place].split == split {
        corpus.forEachText(place) { text in
          guard let isNear = known?.holds(text) else { return }
          long += 1
          if isNear { near += 1 }
        }
      }
      findings.append(
        AuditFinding(
          .leakage, "near-duplicates of training: \(split.rawValue)",
          long > 0 ? Double(near) / Double(long) : nil, bound: .atMost(0.005),
          detail: long > 0 ? "of \(long) messages of 6 words or more" : nil))
    }
    let transfer = tests.isEmpty ? nil : LabelTransfer(corpus)
    for split in tests {
      findings.append(
        AuditFinding(
          .leakage, "label of the nearest: \(split.rawValue)", transfer?.balancedAccuracy(split),
          bound: .atMost(0.6), detail: "balanced accuracy"))
    }
    self.findings = findings
  }

  /// Conversations with the texts of one in another split; those without text are no copies. Nil
  /// unless there are two splits.
  private static func copies(_ corpus: AuditedCorpus) -> Double? {
    var splits: [UInt64: Set<Split>] = [:]
    var keys: [UInt64?] = []
    for place in corpus.places {
      var (hash, bytes) = (UInt64(0), 0)
      corpus.forEachText(place) { text in
        hash = WordText.hash(text, hash)
        bytes += text.count
      }
      keys.append(bytes > 0 ? hash : nil)
      if bytes > 0, let split = corpus[place].split { splits[hash, default: []].insert(split) }
    }
    guard Set(corpus.places.compactMap { corpus[$0].split }).count > 1 else { return nil }
    return Double(
      keys.count { key in key.map { (splits[$0]?.count ?? 0) > 1 } ?? false })
  }

  /// How many values of a property stand in more than one split; nil unless there are two splits and
  /// any value.
  private static func shared(
    _ corpus: AuditedCorpus, _ property: (Conversation) -> String?
  ) -> Double? {
    var splits: [String: Set<Split>] = [:]
    var all: Set<Split> = []
    for place in corpus.places {
      guard let split = corpus[place].split else { continue }
      all.insert(split)
      if let value = property(corpus[place]) { splits[value, default: []].insert(split) }
    }
    guard all.count > 1, !splits.isEmpty else { return nil }
    return Double(splits.values.count { $0.count > 1 })
  }
}
