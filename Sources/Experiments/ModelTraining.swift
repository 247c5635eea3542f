import Chat
public import Detection
public import Store

/// Trains a detector on a corpus, fits its policy and makes a model file of both.
public enum ModelTraining {
  /// Trains on the corpus's train split and fits on its validation split, both as `view` shows them.
  ///
  /// - Parameters:
  ///   - keepsRunningSums: whether the model keeps 16 bytes a conversation; for one of
  ///     `RunningSumDetector.names` and the full view. Its policy is fitted on what it scores then.
  ///   - checkpoint: called between pieces of work; what it throws ends the training.
  /// - Throws: ``ExperimentError``, `StoreError`, `DetectionError`.
  public static func train(
    _ detector: String, policy name: String, objective: PolicyFitting.Objective = .f1,
    view: View = .full, keepsRunningSums: Bool = false, corpus: String, seed: UInt64,
    in workbench: Workbench,
    checkpoint: @escaping () throws -> Void = {}
  ) throws -> ModelFile {
    let plan = RunPlan(corpus: corpus, detectors: [detector], seed: seed)
    let runner = try ExperimentRunner(workbench, plan: plan, report: { _ in try checkpoint() })
    let training = try runner.examples(.train)
    let validation = try runner.examples(.validation)
    let lens = ViewLens(view, salt: seed)
    var trained = try DetectorCatalogue.train(
      detector, on: lens.examples(training), validation: lens.examples(validation), seed: seed,
      checkpoint: checkpoint)
    if keepsRunningSums {
      let light = try RunningSumDetector(
        trained, validation: validation, checkpoint: checkpoint)
      guard let light, view == .full else {
        throw ExperimentError.noRunningSums(
          detector: detector, view: view.rawValue, known: RunningSumDetector.names)
      }
      trained = light
    }
    let scorer = DetectorPrefixScorer(trained, lens)
    let traces = validation.items.map {
      scorer.score(validation.chunks[$0.chunk], conversation: $0.conversation).trace
    }
    let policy = try PolicyFitting.fit(
      name, traces: traces, isPositive: validation.items.map(\.isPositive), objective: objective)
    let locales = Set(
      training.items.map { training.chunks[$0.chunk].conversations[$0.conversation].locale })
    let record = try workbench.corpus(named: corpus)
    return ModelFile(
      header: ModelFile.Header(
        detector: detector, detectorVersion: trained.version,
        parameters: Dictionary(trained.parameters.map { ($0.name, $0.value) }) { $1 },
        policy: policy, objective: objective.text, corpus: corpus,
        corpusSHA256: record.contentSHA256, locales: locales.compactMap(\.self).sorted(),
        seed: seed, view: view, keepsRunningSums: keepsRunningSums),
      detector: trained)
  }
}
