import Chat
import Detection
import Evaluation
import Store

extension ExperimentRunner {
  /// How many conversations' predictions share a transaction.
  static let batch = 128

  /// Fits the policies on validation and stores what validation looked like.
  func fit(
    _ contestant: Contestant, _ validation: Examples, _ open: [OpenRun], _ number: Int
  ) throws -> Entry {
    let scored = try validationScores(contestant, validation)
    // Fewer where a detector from elsewhere was given up.
    let isPositive = validation.items.prefix(scored.count).map(\.isPositive)
    var entry = Entry(contestant: contestant, runs: [])
    let traces = scored.map(\.trace)
    let tellsStages = !traces.allSatisfy(\.critical.isEmpty)
    for policy in Set(open.map(\.policy)) where StopPolicy.needsStages(policy) && !tellsStages {
      let reason = "it tells no stages, which the policy '\(policy)' needs"
      try report(.leftOut(contestant.name, reason: reason))
    }
    for run in open where tellsStages || !StopPolicy.needsStages(run.policy) {
      let policy = try PolicyFitting.fit(
        run.policy, traces: traces, isPositive: isPositive, objective: plan.objective)
      let record = try workbench.save(record(for: run, contestant, policy, number))
      try workbench.save(facts: contestant.facts, run: record.id)
      // A run that failed is tried anew; its predictions are replaced one by one.
      let predicted =
        run.record?.status == .failed
        ? [] : try workbench.predictedConversations(run: record.id)
      entry.runs.append(Entry.Run(record: record, policy: policy, predicted: predicted))
      var missing: [PredictionRecord] = []
      for (item, said) in zip(validation.items, scored) {
        let id = validation.chunks[item.chunk].conversations[item.conversation].id
        if !predicted.contains(id) { missing.append(said.prediction(id, policy)) }
      }
      for start in stride(from: 0, to: missing.count, by: Self.batch) {
        let part = missing[start..<min(start + Self.batch, missing.count)]
        try workbench.add(Array(part), toRun: record.id)
      }
    }
    return entry
  }

  private func validationScores(
    _ contestant: Contestant, _ validation: Examples
  ) throws -> [ScoredConversation] {
    if let external = contestant.external {
      return try externalScores(
        external, validation.items.lazy.map { (validation.chunks[$0.chunk], $0.conversation) })
    }
    var scored: [ScoredConversation] = []
    scored.reserveCapacity(validation.items.count)
    let batches = (validation.items.count + Self.batch - 1) / Self.batch
    try inOrder(
      batches, workers: threads,
      produce: { number in
        let scorer = contestant.makePrefixScorer()
        let start = number * Self.batch
        return validation.items[start..<min(start + Self.batch, validation.items.count)].map {
          scorer.score(validation.chunks[$0.chunk], conversation: $0.conversation)
        }
      },
      consume: { (part: [ScoredConversation]) in
        scored += part
        try report(.scored(contestant.name, conversations: part.count))
      })
    return scored
  }

  /// Scores every conversation of a split once per contestant and stores a prediction per run.
  func score(_ entries: inout [Entry], _ split: Chat.Split) throws {
    try workbench.readChunks(corpus: corpus.name, split: split, maximumTextBytes: 1 << 20) {
      chunk in
      for entry in entries {
        let runs = entry.runs.filter { $0.record.split == split }
        let wanted = chunk.conversations.indices.filter { index in
          runs.contains { !$0.predicted.contains(chunk.conversations[index].id) }
        }
        guard !wanted.isEmpty else { continue }
        for part in entry.contestant.parts(of: wanted) {
          let scored = try prefixScores(entry.contestant, chunk, part)
          for run in runs {
            var predictions: [PredictionRecord] = []
            for (index, said) in zip(part, scored) {
              let id = chunk.conversations[index].id
              guard !run.predicted.contains(id) else { continue }
              predictions.append(said.prediction(id, run.policy))
            }
            try workbench.add(predictions, toRun: run.record.id)
          }
          if entry.contestant.external == nil {
            try report(.scored(entry.contestant.name, conversations: part.count))
          }
        }
      }
    }
  }

  private func prefixScores(
    _ contestant: Contestant, _ chunk: Chunk, _ wanted: [Int]
  ) throws -> [ScoredConversation] {
    if let external = contestant.external {
      return try externalScores(external, wanted.lazy.map { (chunk, $0) })
    }
    var scored: [ScoredConversation] = []
    scored.reserveCapacity(wanted.count)
    let size = max(1, wanted.count / (4 * threads))
    try inOrder(
      (wanted.count + size - 1) / size, workers: threads,
      produce: { number in
        let scorer = contestant.makePrefixScorer()
        return wanted[(number * size)..<min((number + 1) * size, wanted.count)].map {
          scorer.score(chunk, conversation: $0)
        }
      },
      consume: { (part: [ScoredConversation]) in scored += part })
    return scored
  }

  private func record(
    for run: OpenRun, _ contestant: Contestant, _ policy: StopPolicy, _ number: Int
  ) -> RunRecord {
    RunRecord(
      id: run.record?.id ?? 0, key: run.key, corpus: corpus.name, split: run.split,
      detector: contestant.name, detectorKind: contestant.kind,
      detectorVersion: contestant.version, detectorParameters: contestant.parameters,
      policy: run.policy, policyParameters: policy.parameters, view: run.view.rawValue,
      objective: plan.objective.text, seed: run.seed, repeatNumber: number,
      startedUTC: run.record?.startedUTC ?? Self.now(), trainSeconds: contestant.trainSeconds,
      modelBytes: contestant.modelBytes, environment: environment)
  }
}
