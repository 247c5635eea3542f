import Chat
import Testing

@testable import Detection

@Suite struct EnsembleTests {
  static func trained() throws -> Ensemble {
    try #require(try DetectorCatalogueTests.trained("ensemble", seed: 5) as? Ensemble)
  }

  private func parameter(_ name: String, _ ensemble: Ensemble) throws -> String {
    try #require(ensemble.parameters.first { $0.name == name }, "\(name)").value
  }

  @Test func membersAreDetectorsOfTheCatalogueAndNoControls() {
    let names = DetectorCatalogue.members(of: "ensemble")
    #expect(names == Ensemble.memberNames)
    #expect(names.starts(with: ["lexicon", "naive-bayes"]))
    #expect(names.contains("logistic-regression") && names.contains("linear-svm"))
    let controls = DetectorCatalogue.entries.filter(\.isControl).map(\.name)
    #expect(Set(names).isDisjoint(with: controls + ["ensemble"]))
    #expect(DetectorCatalogue.members(of: "naive-bayes").isEmpty)
  }

  @Test func theScoreIsTheCalibratedVoteOfTheMembers() throws {
    let ensemble = try Self.trained()
    let chunk = ToyCorpus.chunk(seed: 77, count: 6)
    for index in chunk.conversations.indices {
      let said = ensemble.members.map { $0.scores(chunk, index) }
      let scores = ensemble.scores(chunk, index)
      for message in scores.indices {
        let margin = ensemble.stack.margin(said.map { LogOdds.of($0[message]) })
        #expect(scores[message] == ensemble.calibration.probability(margin))
      }
    }
  }

  @Test func membersThatAreHandedOverAreNotTrainedAgain() throws {
    let (training, validation) = (
      ToyCorpus.examples(seed: 5, count: 120), ToyCorpus.examples(seed: 1005, count: 60)
    )
    let names = DetectorCatalogue.members(of: "ensemble")
    let members = try names.map { try DetectorCatalogueTests.trained($0, seed: 5) }
    let stacked = try DetectorCatalogue.train(
      "ensemble", on: training, validation: validation, seed: 5, members: members.reversed())
    #expect(stacked.encoded() == (try Self.trained().encoded()))
    // One that is handed over is taken as it is, whatever it learnt from.
    let other = try DetectorCatalogueTests.trained("naive-bayes", seed: 6)
    let mixed = try DetectorCatalogue.train(
      "ensemble", on: training, validation: validation, seed: 5,
      members: members.filter { $0.name != "naive-bayes" } + [other])
    let member = try #require((mixed as? Ensemble)?.members.first { $0.name == "naive-bayes" })
    #expect(member.encoded() == other.encoded())
    // For all others members mean nothing.
    let plain = try DetectorCatalogue.train(
      "lexicon", on: training, validation: validation, seed: 5, members: members)
    #expect(plain.encoded() == (try DetectorCatalogueTests.trained("lexicon", seed: 5)).encoded())
  }

  @Test(arguments: [UInt64(1), 3, 5, 8])
  func itSaysWhetherItBeatsItsBestMember(_ seed: UInt64) throws {
    let detector = try DetectorCatalogueTests.trained("ensemble", seed: seed)
    let ensemble = try #require(detector as? Ensemble)
    let own = try #require(Double(try parameter("ensemble-ap", ensemble)))
    let best = try #require(Double(try parameter("best-member-ap", ensemble)))
    #expect((0...1).contains(own) && (0...1).contains(best))
    #expect(try parameter("beats-best-member", ensemble) == "\(own > best)")
    // The best member's figure is that of its last scores on validation.
    let name = try parameter("best-member", ensemble)
    let validation = ToyCorpus.chunk(seed: seed + 1000, count: 60)
    func precision(_ name: String) throws -> Double {
      let member = try DetectorCatalogueTests.trained(name, seed: seed)
      return AveragePrecision.of(
        validation.conversations.indices.map {
          LogOdds.of(member.scores(validation, $0).last ?? 0.5)
        }, isPositive: validation.conversations.map { $0.label == .grooming })
    }
    #expect(try precision(name) == best)
    for member in Ensemble.memberNames {
      #expect(try precision(member) <= best)
      let weight = try #require(Double(try parameter("weight-\(member)", ensemble)))
      // A member without a vote stays only for the stage that it tells.
      let kept = ensemble.members.first { $0.name == member }
      #expect(weight == 0 || kept != nil)
      if weight == 0, let kept { #expect(stage(kept.makeScorer()) != nil) }
    }
  }

  @Test func itsOwnFigureIsOutOfFold() throws {
    // Without anything to learn the classes of a fold are chance to those who did not see them.
    var validation = ToyCorpus.chunk(seed: 40, count: 60)
    for index in validation.conversations.indices {
      validation.conversations[index].label = (index / 2) % 2 == 0 ? .grooming : .benign
    }
    let ensemble = try DetectorCatalogue.train(
      "ensemble", on: ToyCorpus.examples(seed: 5, count: 120),
      validation: Examples([validation]), seed: 5)
    let own = try #require(ensemble.parameters.first { $0.name == "ensemble-ap" })
    #expect(try #require(Double(own.value)) < 0.75)
  }

  @Test func theStateIsThatOfAllMembers() throws {
    let ensemble = try Self.trained()
    #expect(ensemble.stateBytesCap > ensemble.members.reduce(0) { $0 + $1.stateBytesCap })
    #expect(ensemble.modelBytes > ensemble.members.reduce(0) { $0 + $1.modelBytes })
  }

  @Test func anIsotonicCalibrationComesBack() throws {
    let ensemble = try Self.trained()
    let isotonic = try #require(
      IsotonicCalibration(margins: [-1, 0.5, 2], probabilities: [0.1, 0.4, 0.9]))
    let other = Ensemble(
      members: ensemble.members, stack: ensemble.stack,
      calibration: EnsembleCalibration(platt: ensemble.calibration.platt, isotonic: isotonic),
      parameters: ensemble.parameters)
    let again = try Ensemble.decode(other.encoded())
    #expect(again.calibration == other.calibration)
    let chunk = ToyCorpus.chunk(seed: 78, count: 2)
    #expect(again.scores(chunk, 0) == other.scores(chunk, 0))
  }

  @Test func theStageIsThatOfAMemberThatTellsOne() throws {
    let ensemble = try Self.trained()
    let stages = ensemble.members.map { stage($0.makeScorer()) }
    #expect(stage(ensemble.makeScorer()) == stages.compactMap(\.self).first)
    let staged = Ensemble(
      members: [StagedDetector(), StagedDetector(stage: .approach)],
      stack: EnsembleStack(weights: [0, 1], bias: 0), calibration: ensemble.calibration,
      parameters: [])
    #expect(
      stage(staged.makeScorer()) == StageBelief(stage: .approach, critical: 0.75))
  }

  /// What a scorer says of the stage after one empty message.
  private func stage(_ scorer: any Scorer) -> StageBelief? {
    let text: [UInt8] = []
    scorer.begin()
    _ = scorer.observe(author: 0, time: nil, text: text.span)
    return scorer.stage
  }
}

/// A detector that always says one half, and perhaps a stage.
private struct StagedDetector: Detector {
  var stage: Stage?
  var name: String { "staged" }
  var version: Int { 1 }
  var parameters: [DetectorParameter] { [] }
  var modelBytes: Int { 0 }
  var stateBytesCap: Int { 0 }

  final class HalfScorer: Scorer {
    let stage: StageBelief?

    init(_ stage: Stage?) { self.stage = stage.map { StageBelief(stage: $0, critical: 0.75) } }

    func begin() {}
    func observe(author: Int, time: Int64?, text: Span<UInt8>) -> Double { 0.5 }
  }

  func makeScorer() -> any Scorer { HalfScorer(stage) }
  func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] { [] }
  func encoded() -> [UInt8] { [] }
}
