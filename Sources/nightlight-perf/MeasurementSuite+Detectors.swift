import Benchmarking
import CorpusFormats
import Detection

extension MeasurementSuite {
  private static let peerTraining = "scikit-learn tf-idf + LR"
  private static let peerScoring = "scikit-learn hashing"
  private static let peerEmbedding = "fastText, words"

  /// From a file of conversations to a calibrated model, parsing included.
  mutating func addTraining(_ inputs: MeasurementInputs, _ pythons: Pythons) {
    if let python = pythons.scikitLearn {
      let log = peerLog
      add(
        Contestant(
          Self.peerTraining, expecting: inputs.trainingConversationCount,
          selfTimed: {
            let (answer, elapsed, more) = try Pythons.run(
              python, PeerScripts.tfidfLogisticRegression, [inputs.trainingFile, inputs.testFile])
            log.medians += more.prefix(1)
            return (answer, elapsed)
          }))
      add(
        Figure(
          name: "train, \(Self.peerTraining)", contestant: Self.peerTraining, unit: .seconds))
    }
    for (name, trained) in inputs.trained {
      let label = "train, \(name)"
      // Training is deterministic: every sample must give the same bytes.
      add(
        Contestant(label, expecting: true) {
          try MeasurementInputs.train(name, on: inputs.trainingFile, seed: inputs.seed).encoded()
            == trained.bytes
        })
      let gate: Gate? = name == "linear-svm" ? .atLeast(25) : nil
      let rival = Rival(contestant: Self.peerTraining, amount: 1, gate: gate)
      add(
        Figure(
          name: label, contestant: label, unit: .seconds,
          rivals: pythons.scikitLearn == nil ? [] : [rival]))
    }
  }

  /// Decisions: from a file to a score after every message, and the time of each in memory.
  mutating func addScoring(_ inputs: MeasurementInputs, _ pythons: Pythons) throws {
    let messages = Double(inputs.testMessageCount)
    addPeer(Self.peerScoring, pythons.scikitLearn, PeerScripts.hashingScore, inputs)
    addPeer(Self.peerEmbedding, pythons.fastText, PeerScripts.fastTextScore, inputs)
    let chunks = try MeasurementInputs.read(inputs.testFile)
    for (name, trained) in inputs.trained {
      let detector = trained.detector
      var first = ScoringPass(detector)
      for chunk in chunks { first.score(chunk) }
      let expected = first.answer
      let label = "score, \(name)"
      add(
        Contestant(label, expecting: expected) {
          var pass = ScoringPass(detector)
          _ = try JSONL.read(path: inputs.testFile) { pass.score($0) }
          return pass.answer
        })
      let rivals =
        (pythons.scikitLearn == nil
          ? []
          : [Rival(contestant: Self.peerScoring, amount: messages, gate: .atLeast(10))])
        + (pythons.fastText == nil
          ? [] : [Rival(contestant: Self.peerEmbedding, amount: messages, gate: .atLeast(2))])
      add(
        Figure(
          name: label, contestant: label, amount: messages, unit: .messages, rivals: rivals))

      let log = LatencyLog()
      add(
        Contestant("decide, \(name)", expecting: expected) {
          var histogram = LatencyHistogram()
          var pass = ScoringPass(detector)
          for chunk in chunks { pass.score(chunk, into: &histogram) }
          log.histograms.append(histogram)
          return pass.answer
        })
      add(
        LatencyFigures(
          name: name, log: log, peer: pythons.scikitLearn == nil ? nil : peerLog))
    }
  }

  /// A peer that scores the test file with one decision a conversation; none without its Python.
  private mutating func addPeer(
    _ name: String, _ python: String?, _ script: String, _ inputs: MeasurementInputs
  ) {
    guard let python else { return }
    add(
      Contestant(
        name, expecting: inputs.testConversationCount,
        selfTimed: {
          let (answer, elapsed, _) = try Pythons.run(
            python, script, [inputs.trainingFile, inputs.testFile])
          return (answer, elapsed)
        }))
    add(
      Figure(
        name: "score, \(name)", contestant: name, amount: Double(inputs.testMessageCount),
        unit: .messages))
  }
}
