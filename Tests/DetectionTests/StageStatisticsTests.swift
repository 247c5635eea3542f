import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct StageStatisticsTests {
  private static func statistics(_ stages: [Stage?], benign: Int) -> StageStatistics {
    var chunk = Chunk()
    for stage in stages {
      chunk.messages.append(
        author: 0, time: 0, style: .absent, text: "soil".utf8, stage: stage)
    }
    var conversation = Conversation(id: "p")
    conversation.label = .grooming
    chunk.close(conversation)
    for _ in 0..<benign {
      chunk.messages.append(
        author: 0, time: 0, style: .absent, text: "drum".utf8, stage: .ordinary)
    }
    conversation = Conversation(id: "n")
    conversation.label = .benign
    chunk.close(conversation)
    return StageStatistics(
      Examples([chunk]), picks: [0, 1], hasher: FeatureHasher(bits: 12, words: 1), checkpoint: {})
  }

  @Test func movesAreCountedBetweenNeighboursWithStages() {
    let found = Self.statistics(
      [.rapport, .rapport, .control, nil, .control, .rapport], benign: 6)
    #expect(found.stages == [.rapport, .control])
    #expect(found.grooming.starts == [1, 0])
    // rapport→rapport, rapport→control, control→rapport; nothing over the gap.
    #expect(found.grooming.moves == [1, 1, 1, 0])
    #expect(found.words.counts.filter { $0 > 0 }.sorted() == [2, 2, 2, 2, 3])
    #expect(found.logPriorOdds == 0)
  }

  @Test func withoutStagesThirdsAreCounted() {
    let found = Self.statistics([nil, nil, nil, nil, nil, nil], benign: 3)
    #expect(found.stages == [.contact, .rapport, .approach])
    #expect(found.grooming.moves == [1, 1, 0, 0, 1, 1, 0, 0, 1])
    #expect(found.benign.starts == [1, 0, 0])
    #expect(found.benign.moves == [0, 1, 0, 0, 0, 1, 0, 0, 0])
  }
}
