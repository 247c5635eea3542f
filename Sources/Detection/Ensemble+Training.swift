import Chat

extension Ensemble {
  /// How many folds validation is cut into.
  private static let foldCount = 5

  /// Trains the members, then the stack.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> Ensemble {
    try train(
      on: training, validation: validation, seed: seed, members: [], checkpoint: checkpoint)
  }

  /// Stacks the members; those that `given` lacks are trained first.
  ///
  /// What each chose on validation before (its grid, its two numbers of calibration) it keeps, so
  /// that the best member's average precision, to which the ensemble's is held, is if anything
  /// too good; the ensemble's own is out of fold, C included.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, members given: [any Detector],
    checkpoint: () throws -> Void
  ) throws -> Ensemble {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let names = memberNames
    let members = try names.map { name in
      try given.first { $0.name == name }
        ?? DetectorCatalogue.train(
          name, on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    }
    let said = try members.map { try opinions($0, validation, checkpoint) }
    let isPositive = validation.items.map(\.isPositive)
    let rows = StackRows(
      logits: isPositive.indices.map { item in said.map { $0.logits[item] } },
      isPositive: isPositive,
      folds: GroupFolds.folds(
        validation.items.map { validation.chunks[$0.chunk].conversations[$0.conversation].cluster },
        isPositive: isPositive, count: foldCount, seed: seed))
    try checkpoint()
    let margins = EnsembleStack.outOfFold(rows, cost: EnsembleStack.bestCost)
    let cost = EnsembleStack.bestCost(rows)
    let stack = EnsembleStack(fitting: rows, cost: cost)
    let calibration = EnsembleCalibration(
      margins: margins, isPositive: isPositive, folds: rows.folds)
    let precision = AveragePrecision.of(margins, isPositive: isPositive)
    let precisions = said.map { AveragePrecision.of($0.logits, isPositive: isPositive) }
    let best = precisions.max() ?? 0
    let kept = names.indices.filter { stack.weights[$0] > 0 || said[$0].tellsStages }
    let parameters =
      [
        DetectorParameter("C", "\(cost)"),
        DetectorParameter("beats-best-member", "\(precision > best)"),
        DetectorParameter("best-member", precisions.firstIndex(of: best).map { names[$0] } ?? ""),
        DetectorParameter("best-member-ap", "\(best)"),
        DetectorParameter("bias", "\(stack.bias)"),
        DetectorParameter("calibration", calibration.name),
        DetectorParameter("ensemble-ap", "\(precision)"),
        DetectorParameter("folds", "\(Set(rows.folds).count)"),
        DetectorParameter("platt-intercept", "\(calibration.platt.intercept)"),
        DetectorParameter("platt-slope", "\(calibration.platt.slope)"),
      ] + names.indices.map { DetectorParameter("weight-\(names[$0])", "\(stack.weights[$0])") }
    return Ensemble(
      members: kept.map { members[$0] },
      stack: EnsembleStack(weights: kept.map { stack.weights[$0] }, bias: stack.bias),
      calibration: calibration, parameters: parameters.sorted { $0.name < $1.name })
  }

  /// The log-odds of a member's last score of every conversation, 0 where there is no message; and
  /// whether it tells stages.
  private static func opinions(
    _ member: any Detector, _ examples: Examples, _ checkpoint: () throws -> Void
  ) rethrows -> (logits: [Double], tellsStages: Bool) {
    let scorer = member.makeScorer()
    var (logits, tellsStages): ([Double], Bool) = ([], false)
    for (done, item) in examples.items.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let columns = examples.chunks[item.chunk].messages
      var score = 0.5
      scorer.begin()
      for message in examples.chunks[item.chunk].conversations[item.conversation].messages {
        score = scorer.observe(
          author: Int(columns.author[message]),
          time: columns.timeStyle[message].kind == .absent ? nil : columns.time[message],
          text: columns.text.span.extracting(columns.textRange(message)))
      }
      logits.append(LogOdds.of(score))
      tellsStages = tellsStages || scorer.stage != nil
    }
    return (logits, tellsStages)
  }
}
