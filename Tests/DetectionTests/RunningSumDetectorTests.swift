import Chat
import Testing

@testable import Detection

@Suite struct RunningSumDetectorTests {
  private let training = ToyCorpus.examples(seed: 1, count: 60)
  private let validation = ToyCorpus.examples(seed: 2, count: 40)
  private let chunk = ToyCorpus.chunk(seed: 3, count: 20)

  private func pair(_ name: String) throws -> (base: any Detector, light: RunningSumDetector) {
    let base = try DetectorCatalogue.train(name, on: training, validation: validation, seed: 1)
    return (base, try #require(try RunningSumDetector(base, validation: validation)))
  }

  @Test func namesAreThoseThatCanBeMade() throws {
    for entry in DetectorCatalogue.entries where entry.name != "ensemble" {
      let base = try DetectorCatalogue.train(
        entry.name, on: training, validation: validation, seed: 1)
      let light = try RunningSumDetector(base, validation: validation)
      #expect((light != nil) == RunningSumDetector.names.contains(entry.name), "\(entry.name)")
    }
    #expect(RunningSumDetector.names.contains("linear-svm"))
  }

  @Test(arguments: ["naive-bayes", "complement-naive-bayes", "fasttext", "profile-based"])
  func sumsOfWordsScoreAsWithoutTheMode(_ name: String) throws {
    let (base, light) = try pair(name)
    for index in chunk.conversations.indices {
      for (exact, sum) in zip(base.scores(chunk, index), light.scores(chunk, index)) {
        #expect(abs(exact - sum) < 1e-9, "\(index)")
      }
    }
  }

  @Test(arguments: ["linear-svm", "logistic-regression"])
  func linearModelsTellTheClassesApartFromTwoSums(_ name: String) throws {
    let (_, light) = try pair(name)
    let scores = chunk.conversations.indices.map { light.scores(chunk, $0).last ?? 0 }
    let positives = chunk.conversations.map { $0.label == .grooming }
    let right = zip(scores, positives).count { ($0 >= 0.5) == $1 }
    #expect(right >= 17, "\(right) of 20")
    // Before any word repeats, both modes know the same.
    let first = ToyCorpus.chunk(texts: ["soil seeds lawn"])
    let (exact, sums) = (try pair(name), light)
    #expect(
      abs(LogOdds.of(exact.base.scores(first, 0)[0]) - LogOdds.of(sums.scores(first, 0)[0])) < 3)
  }

  @Test(arguments: RunningSumDetector.names)
  func bytesAndEvidenceKeepTheModel(_ name: String) throws {
    let (_, light) = try pair(name)
    #expect(light.name == name && light.stateBytesCap == 16)
    let again = try RunningSumDetector.decode(name, light.encoded())
    #expect(again.parameters == light.parameters)
    for index in 0..<5 { #expect(again.scores(chunk, index) == light.scores(chunk, index)) }
    let evidence = light.explain(chunk, conversation: 0, limit: .max)
    #expect(evidence.count == chunk.conversations[0].messages.count)
    #expect(evidence.contains { !$0.terms.isEmpty })
    #expect(throws: DetectionError.self) {
      try RunningSumDetector.decode("lexicon", light.encoded())
    }
    #expect(throws: DetectionError.self) {
      try RunningSumDetector.decode(name, light.base.encoded())
    }
  }

  @Test func aScorerBeginsAnew() throws {
    let (_, light) = try pair("linear-svm")
    let scorer = light.makeScorer()
    let first = light.scores(chunk, 0, scorer: scorer)
    _ = light.scores(chunk, 1, scorer: scorer)
    #expect(light.scores(chunk, 0, scorer: scorer) == first)
  }
}
