import Testing

@testable import Reports

@Suite struct CorpusTopicTests {
  @Test func everyTopicHasAPlainFileNameATitleAndAQuestion() {
    for topic in CorpusTopic.allCases {
      #expect(FileNames.plain(topic.rawValue) == topic.rawValue)
      #expect(!topic.title.isEmpty)
      #expect(topic.question.hasSuffix("?"), "\(topic)")
    }
    #expect(Set(CorpusTopic.allCases.map(\.title)).count == CorpusTopic.allCases.count)
  }
}
