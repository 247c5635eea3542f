import Chat
import Detection
import Statistics

/// The controls of a corpus: models trained on its training split, and how well they rank its tests.
///
/// The text model is the detector `logistic-regression`, the floor the detector `shortcut`, the
/// ceiling the ``Oracle``.
struct Controls {
  /// The areas of one test split.
  struct Areas {
    var split: Split
    var shortcut: Estimate?
    var text: Estimate?
    var shuffledText: Estimate?
    var oracle: Estimate?
    var shuffledOracle: Estimate?
  }

  private(set) var areas: [Areas] = []
  /// The area of a text model that is trained and tested on the first three messages.
  private(set) var firstMessages: Estimate?

  /// Areas that are known already.
  init(areas: [Areas], firstMessages: Estimate? = nil) {
    (self.areas, self.firstMessages) = (areas, firstMessages)
  }

  /// Trains and scores; whatever lacks a class in training or test stays unknown.
  ///
  /// - Parameter checkpoint: called between pieces of work; what it throws ends the work.
  init(_ corpus: AuditedCorpus, checkpoint: () throws -> Void) throws {
    let tests = corpus.testSplits
    func all(_ split: Split) -> Examples { corpus.examples(split) }
    func shuffled(_ split: Split) -> Examples {
      corpus.examples(split) { number, range in
        var random = CounterRandom(seed: 0, stream: UInt64(number), purpose: 0x5AFF)
        return random.permutation(of: range.count).map { range.lowerBound + $0 }
      }
    }
    func first(_ split: Split) -> Examples { corpus.examples(split) { Array($1.prefix(3)) } }
    let training = all(.train)
    guard training.hasBothClasses else {
      areas = tests.map { Areas(split: $0) }
      return
    }
    // Without a validation split the grid is searched on training; the tests stay unseen.
    func validation(_ examples: (Split) -> Examples) -> Examples {
      let held = examples(.validation)
      return held.hasBothClasses ? held : examples(.train)
    }
    func model(_ name: String, _ examples: (Split) -> Examples) throws -> any Detector {
      try DetectorCatalogue.train(
        name, on: examples(.train), validation: validation(examples), seed: 1,
        checkpoint: checkpoint)
    }
    let (shortcut, text) = (try model("shortcut", all), try model("logistic-regression", all))
    // The oracle needs roles and acts: a corpus without them has no ceiling.
    let hasActs = Oracle.applies(to: training)
    let oracle = hasActs ? Oracle(training: training) : nil
    let blind = hasActs ? Oracle(training: shuffled(.train)) : nil
    for split in tests {
      try checkpoint()
      let (ordered, mixed) = (all(split), shuffled(split))
      let sample = Self.sample(ordered)
      func area(_ scores: [Double]) -> Estimate? { sample.area(scores) }
      areas.append(
        Areas(
          split: split, shortcut: area(Self.scores(shortcut, ordered)),
          text: area(Self.scores(text, ordered)), shuffledText: area(Self.scores(text, mixed)),
          oracle: oracle.flatMap { area(Self.scores($0, ordered)) },
          shuffledOracle: blind.flatMap { area(Self.scores($0, mixed)) }))
    }
    let opening = first(.test)
    if opening.hasBothClasses {
      firstMessages = Self.sample(opening).area(
        Self.scores(try model("logistic-regression", first), opening))
    }
  }

  private static func sample(_ examples: Examples) -> LabelledSample {
    LabelledSample(
      clusters: examples.items.map {
        examples.chunks[$0.chunk].conversations[$0.conversation].cluster
      },
      isPositive: examples.items.map(\.isPositive))
  }

  private static func scores(_ detector: any Detector, _ examples: Examples) -> [Double] {
    let scorer = detector.makeScorer()
    return examples.items.map { item in
      let chunk = examples.chunks[item.chunk]
      let columns = chunk.messages
      scorer.begin()
      var score = 0.0
      for index in chunk.conversations[item.conversation].messages {
        score = scorer.observe(
          author: Int(columns.author[index]),
          time: columns.timeStyle[index].kind == .absent ? nil : columns.time[index],
          text: columns.text.span.extracting(columns.textRange(index)))
      }
      return score
    }
  }

  private static func scores(_ oracle: Oracle, _ examples: Examples) -> [Double] {
    examples.items.map {
      oracle.prefixScores(examples.chunks[$0.chunk], conversation: $0.conversation).last ?? 0
    }
  }
}
