import Benchmarking
import Chat
import Detection
import Evaluation
import Store

extension ExperimentRunner {
  /// Starts the plan's detectors from elsewhere, those that can be started.
  func greetExternals(seed: UInt64, _ number: Int) throws -> [String: ExternalDetector] {
    var greeted: [String: ExternalDetector] = [:]
    for manifest in plan.externals where plan.detectors.contains(manifest.name) {
      do throws(ExternalFault) {
        greeted[manifest.name] = try ExternalDetector(manifest, seed: seed)
      } catch  where error.kind == .unavailable {
        try report(.skipped(manifest.name, reason: error.description))
      } catch {
        for run in openRuns(of: manifest, version: "unknown", seed: seed) {
          try keepFailed(run, manifest, error, number)
        }
        try report(.failed(manifest.name, reason: error.description))
      }
    }
    return greeted
  }

  /// The name of a contestant in a run key: for one from elsewhere, with all that decides its answers.
  func keyName(of name: String, _ externals: [String: ExternalDetector]) -> String {
    externals[name].map { Self.keyName(of: $0.manifest, version: $0.greeting.version) } ?? name
  }

  private static func keyName(of manifest: ExternalManifest, version: String) -> String {
    "\(manifest.name) external \(manifest.contentSHA256) \(version)"
  }

  /// The runs of the plan for one detector from elsewhere.
  private func openRuns(of manifest: ExternalManifest, version: String, seed: UInt64) -> [OpenRun] {
    plan.policies.flatMap { policy in
      plan.splits.map { split in
        let key = RunPlan.key(
          content: corpus.contentSHA256, split: split,
          detector: Self.keyName(of: manifest, version: version),
          version: Contestant.number(of: version), policy: policy,
          objective: plan.objective.text, view: "full", seed: seed)
        return OpenRun(
          key: key, detector: manifest.name, policy: policy, view: .full, split: split, seed: seed)
      }
    }
  }

  /// Keeps a run whose detector could not begin, so that it is listed.
  func keepFailed(
    _ run: OpenRun, _ manifest: ExternalManifest, _ fault: ExternalFault, _ number: Int
  ) throws {
    let earlier = try run.record ?? workbench.run(key: run.key)
    let now = Self.now()
    _ = try workbench.save(
      RunRecord(
        id: earlier?.id ?? 0, key: run.key, corpus: corpus.name, split: run.split,
        detector: manifest.name, detectorKind: .external, detectorVersion: 0,
        detectorParameters: manifest.parameters, policy: run.policy, policyParameters: "{}",
        view: "full", objective: plan.objective.text, seed: run.seed, repeatNumber: number,
        status: .failed, error: fault.description, startedUTC: now, finishedUTC: now,
        environment: environment))
  }

  /// What a detector from elsewhere says of conversations, until it is given up: on this thread, one
  /// after the other, since its process is one and is being timed.
  func externalScores(
    _ external: ExternalDetector, _ conversations: some Sequence<(chunk: Chunk, index: Int)>
  ) throws -> [ScoredConversation] {
    var scored: [ScoredConversation] = []
    for (chunk, index) in conversations {
      // It throws only once it is given up.
      guard let said = try? external.score(chunk, conversation: index) else { break }
      scored.append(said)
      try report(.scored(external.manifest.name, conversations: 1))
    }
    return scored
  }

  /// Stores how long detectors from elsewhere took, beside the floor of the way to them.
  func measureExternals(_ entries: inout [Entry]) throws {
    let places = entries.indices.filter { entries[$0].contestant.external != nil }
    guard !places.isEmpty else { return }
    let echo = try echoFloor().flatMap(ExternalTiming.Percentiles.init)
    for place in places {
      guard let external = entries[place].contestant.external else { continue }
      external.close()
      let measured = external.measured
      var facts = [
        ("version", external.greeting.version), ("licence", external.manifest.licence),
        ("manifest_sha256", external.manifest.contentSHA256),
        ("restarts", "\(external.restarts)"),
      ]
      if let echo {
        facts += [
          ("echo_p50_ns", "\(echo.p50)"), ("echo_p90_ns", "\(echo.p90)"),
          ("echo_p99_ns", "\(echo.p99)"),
        ]
      }
      for run in entries[place].runs.indices {
        let id = entries[place].runs[run].record.id
        try workbench.save(facts: facts, run: id)
        guard measured.roundTrips.count > 0 else { continue }
        entries[place].runs[run].record.messagesPerSecond = measured.rate
        try workbench.save(measured.roundTrips, run: id)
        if measured.computing.count > 0 { try workbench.save(compute: measured.computing, run: id) }
      }
      let timing = ExternalTiming(
        roundTrip: ExternalTiming.Percentiles(measured.roundTrips),
        compute: ExternalTiming.Percentiles(measured.computing),
        echo: echo)
      try report(.timedExternal(external.manifest.name, timing, log: external.log))
    }
  }

  /// The round trips of the plan's echo, nil where it does not run here.
  private func echoFloor() throws -> LatencyHistogram? {
    guard let manifest = plan.echo, let echo = try? ExternalDetector(manifest, seed: plan.seed)
    else { return nil }
    try report(.timing)
    return ExternalSample.roundTrips(of: echo)
  }

  /// Why a run has failed, though every conversation may have been tried; nil where it has not.
  func failure(of contestant: Contestant, _ run: RunRecord) throws -> String? {
    guard let external = contestant.external else { return nil }
    if let failure = external.failure { return failure.description }
    let outcomes = try workbench.predictions(run: run.id).map(\.outcome)
    let bad = outcomes.count { $0 != .ok }
    guard Double(bad) > ExternalDetector.maximumBadShare * Double(outcomes.count) else {
      return nil
    }
    return "gave no score for \(bad) of \(outcomes.count) conversations; expected at most 5 %"
  }

  /// Whether every conversation of a run has a score.
  func isComplete(_ run: RunRecord) throws -> Bool {
    try workbench.predictions(run: run.id).allSatisfy { $0.outcome == .ok }
  }
}
