import Benchmarking
import CorpusFormats
import Detection

extension MeasurementSuite {
  private static let peerTraining = "scikit-learn tf-idf + LR"
  private static let onlineTraining = "Vowpal Wabbit"
  private static let peerScoring = "scikit-learn hashing"
  private static let peerEmbedding = "fastText, words"
  /// The detector that promises are made for.
  private static let promised = "linear-svm"

  /// From a file of conversations to a calibrated model, parsing included.
  mutating func addTraining(_ inputs: MeasurementInputs, _ pythons: Pythons) {
    let rivals = addTrainingPeers(inputs, pythons)
    for (name, trained) in inputs.trained {
      let label = "train, \(name)"
      // Training is deterministic: every sample must give the same bytes.
      add(
        Contestant(label, expecting: true) {
          try MeasurementInputs.train(name, on: inputs.trainingFile, seed: inputs.seed).encoded()
            == trained.bytes
        })
      add(
        Figure(
          name: label, contestant: label, unit: .seconds,
          rivals: rivals.map { rival in
            var rival = rival
            if name != Self.promised { rival.target = nil }
            return rival
          }))
    }
  }

  private mutating func addTrainingPeers(
    _ inputs: MeasurementInputs, _ pythons: Pythons
  ) -> [Rival] {
    var rivals: [Rival] = []
    let log = prefixLog
    let memory = memoryLog
    let isLarge = inputs.conversationCount >= 50_000
    let peers = [
      (
        Self.peerTraining, pythons.scikitLearn, PeerScripts.tfidfLogisticRegression,
        isLarge ? PerformanceTarget.atLeast(20, stretch: 35) : .atLeast(25, stretch: 40)
      ),
      (
        Self.onlineTraining, pythons.vowpalWabbit, PeerScripts.vowpalWabbit,
        .atLeast(2, stretch: 3)
      ),
    ]
    for (name, python, script, target) in peers {
      guard let python else { continue }
      let files = [inputs.trainingFile, inputs.testFile]
      add(
        Contestant(
          name, expecting: inputs.trainingConversationCount,
          selfTimed: {
            let (answer, elapsed, more) = try Pythons.run(python, script, files)
            if name == Self.peerTraining {
              log.medians += more.prefix(1)
              memory.peer += more.dropFirst().prefix(1)
            }
            return (answer, elapsed)
          }))
      add(Figure(name: "train, \(name)", contestant: name, unit: .seconds))
      rivals.append(Rival(contestant: name, amount: 1, target: target))
    }
    return rivals
  }

  /// The memory of one training, alone in a process.
  mutating func addMemory(_ inputs: MeasurementInputs, _ pythons: Pythons) {
    let log = memoryLog
    let label = "train in a process, \(Self.promised)"
    add(
      Contestant(
        label, expecting: true,
        selfTimed: {
          let outcome = try OwnContestant(detector: Self.promised, seed: inputs.seed).run(
            training: inputs.trainFile, validation: inputs.validationFile, test: inputs.testFile)
          log.own.append(outcome.peakBytes)
          return (true, .seconds(outcome.trainSeconds))
        }))
    add(Figure(name: label, contestant: label, unit: .seconds))
    add(
      MemoryFigures(
        name: "peak memory of training, \(Self.promised)", against: Self.peerTraining, log: log,
        target: .atMost(0.25, stretch: 0.15)))
  }

  /// Decisions: from a file to a score after every message, and the time of each in memory.
  mutating func addScoring(_ inputs: MeasurementInputs, _ pythons: Pythons) throws {
    let messages = Double(inputs.testMessageCount)
    var rivals = addPeer(
      Self.peerScoring, pythons.scikitLearn, PeerScripts.hashingScore, inputs,
      target: .atLeast(10, stretch: 15))
    rivals += addPeer(
      Self.peerEmbedding, pythons.fastText, PeerScripts.fastTextScore, inputs,
      target: .atLeast(2, stretch: 4), decisions: embeddingLog)
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
      add(
        Figure(
          name: label, contestant: label, amount: messages, unit: .messages, rivals: rivals))
      if name == Self.promised { addThreads(detector, ThreadedPass.chunks(of: chunks), messages) }

      let log = LatencyLog()
      add(
        Contestant("decide, \(name)", expecting: expected) {
          var histogram = LatencyHistogram()
          var pass = ScoringPass(detector)
          for chunk in chunks { pass.score(chunk, into: &histogram) }
          log.histograms.append(histogram)
          return pass.answer
        })
      add(LatencyFigures(name: name, log: log, peers: [prefixLog, embeddingLog]))
    }
  }

  /// The same decisions in memory on one thread and on two.
  private mutating func addThreads(
    _ detector: any Detector, _ chunks: ThreadedPass.Chunks, _ messages: Double
  ) {
    let pass = ThreadedPass(detector, chunks)
    let expected = pass.run(threads: 1)
    let buckets = detector.parameters.first { $0.name == "buckets" }?.value ?? "?"
    func name(_ threads: Int) -> String {
      "score in memory, \(buckets) weights, \(threads) thread\(threads == 1 ? "" : "s")"
    }
    let target: PerformanceTarget? =
      switch Int(buckets) {
      case 1 << 18: .atLeast(1.7, stretch: 1.9)
      case 1 << 20: .atLeast(1.5, stretch: 1.7)
      default: nil
      }
    for bits in [18, 20] where Int(buckets) != 1 << bits {
      notes.append(
        "Not measured: two threads with 2^\(bits) weights; \(Self.promised) has \(buckets).")
    }
    for threads in 1...2 {
      add(Contestant(name(threads), expecting: expected) { pass.run(threads: threads) })
      let single = Rival(contestant: name(1), amount: messages, target: target)
      add(
        Figure(
          name: name(threads), contestant: name(threads), amount: messages, unit: .messages,
          rivals: threads == 1 ? [] : [single]))
    }
  }

  /// A peer that scores the test file with one decision a conversation; none without its Python.
  private mutating func addPeer(
    _ name: String, _ python: String?, _ script: String, _ inputs: MeasurementInputs,
    target: PerformanceTarget, decisions: PeerLog? = nil
  ) -> [Rival] {
    guard let python else { return [] }
    let messages = Double(inputs.testMessageCount)
    add(
      Contestant(
        name, expecting: inputs.testConversationCount,
        selfTimed: {
          let (answer, elapsed, more) = try Pythons.run(
            python, script, [inputs.trainingFile, inputs.testFile])
          decisions?.medians += more.prefix(1)
          return (answer, elapsed)
        }))
    add(Figure(name: "score, \(name)", contestant: name, amount: messages, unit: .messages))
    return [Rival(contestant: name, amount: messages, target: target)]
  }
}
