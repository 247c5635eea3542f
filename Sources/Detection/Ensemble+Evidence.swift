public import Chat

extension Ensemble {
  /// The members' contributions, each brought to the scale of its calibrated log-odds by its Platt
  /// slope and then times its weight; the terms are those of the members that pull in the direction
  /// of the sum.
  ///
  /// For members whose log-odds are linear in their contributions the parts sum to what the
  /// messages moved the margin.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    let count = chunk.conversations[conversation].messages.count
    var totals = [Double](repeating: 0, count: count)
    var parts = [[(contribution: Double, terms: [String])]](repeating: [], count: count)
    for (member, weight) in zip(members, stack.weights) where weight > 0 {
      let scale = weight * Self.slope(member)
      for evidence in member.explain(chunk, conversation: conversation, limit: .max) {
        let contribution = scale * evidence.contribution
        totals[evidence.message - 1] += contribution
        parts[evidence.message - 1].append((contribution, evidence.terms))
      }
    }
    return EvidenceRanking.top(totals, limit: limit) { index in
      Self.merge(parts[index], direction: totals[index] < 0 ? -1 : 1)
    }
  }

  /// By how much a member's calibration stretches its log-odds; 1 for one that does not say.
  static func slope(_ member: any Detector) -> Double {
    member.parameters.first { $0.name == "platt-slope" }.flatMap { Double($0.value) } ?? 1
  }

  /// The terms of one message, strongest first. Members give their terms in order but without
  /// numbers, so the k-th term of a member counts as a k-th of its contribution; a term that
  /// several name gathers what each gives.
  static func merge(
    _ parts: [(contribution: Double, terms: [String])], direction: Double
  ) -> [String] {
    var (order, strengths): ([String], [String: Double]) = ([], [:])
    for part in parts where part.contribution * direction > 0 {
      for (rank, term) in part.terms.enumerated() {
        if strengths[term] == nil { order.append(term) }
        strengths[term, default: 0] += part.contribution * direction / Double(rank + 1)
      }
    }
    return order.enumerated()
      .sorted { (strengths[$1.element] ?? 0, $0.offset) < (strengths[$0.element] ?? 0, $1.offset) }
      .prefix(EvidenceRanking.maximumTerms).map(\.element)
  }
}
