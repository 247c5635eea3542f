import Chat
import Statistics
import Testing

@testable import Audits

@Suite struct TwoSampleTestTests {
  /// Conversations of one source, each with a few favourite words of its own.
  private func windows(stride: Int) -> [ChatWindow] {
    var planted = PlantedCorpus(24)
    var number = 0
    planted.change(where: { _ in true }) { draft, random in
      number += 1
      draft.messages += draft.messages + draft.messages + draft.messages
      for index in draft.messages.indices {
        draft.messages[index].words = (0..<6).map { _ in
          PlantedCorpus.word(random.below(40) + (random.below(2) == 0 ? 0 : 100 * number))
        }
      }
    }
    let corpus = planted.corpus()
    return corpus.places.flatMap {
      ChatWindow.cut(
        corpus.chunks[$0.chunk], corpus[$0], unit: corpus[$0].id, stride: stride)
    }
  }

  @Test func overlappingWindowsWouldHaveLied() throws {
    // Both halves come from one source, so that nothing is there to be told apart.
    let windows = windows(stride: 2)
    let halves = CrossFit.folds(
      windows.map(\.unit), isPositive: windows.map { _ in true }, count: 2, seed: 9)
    let isPositive = halves.map { $0 == 0 }
    // Windows are dealt one by one: those of a conversation overlap across the split.
    let lie = try #require(
      TwoSampleTest.area(
        windows, units: windows.indices.map { "\($0)" }, isPositive: isPositive, .characters,
        resamples: 1))
    #expect(lie.value > 0.9)
    let disjoint = self.windows(stride: ChatWindow.length)
    let truth = try #require(TwoSampleTest.null(disjoint, .characters))
    #expect(truth.value > 0.3 && truth.value < 0.7)
  }

  @Test func disjointWindowsShareNoMessage() {
    var planted = PlantedCorpus(3)
    planted.drafts[0].messages = (0..<35).map {
      PlantedCorpus.Message(words: ["word\($0)"])
    }
    let corpus = planted.corpus()
    func count(_ stride: Int) -> Int {
      ChatWindow.cut(corpus.chunks[0], corpus[corpus.places[0]], unit: "c", stride: stride).count
    }
    #expect(count(ChatWindow.length) == 3)
    #expect(count(1) == 26)
    planted.drafts[0].messages = Array(planted.drafts[0].messages.prefix(9))
    let short = planted.corpus()
    #expect(
      ChatWindow.cut(short.chunks[0], short[short.places[0]], unit: "c", stride: 1).isEmpty)
  }

  @Test func tooFewWindowsSayNothing() {
    #expect(TwoSampleTest.area([], [], .surface) == nil)
    #expect(TwoSampleTest.null(Array(windows(stride: 10).prefix(20)), .surface) == nil)
  }
}
