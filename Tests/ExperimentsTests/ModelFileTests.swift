import Chat
import Detection
import Testing

@testable import Experiments

@Suite struct ModelFileTests {
  private func model() throws -> ModelFile {
    try Fixtures.withTinyCorpus {
      try ModelTraining.train(
        "naive-bayes", policy: "skepticism", corpus: "tiny", seed: 1, in: $0)
    }
  }

  @Test func aModelReadBackIsTheSame() throws {
    let model = try model()
    let bytes = try model.encoded()
    let read = try ModelFile(bytes: bytes, path: "m")
    #expect(read.header == model.header)
    #expect(try read.encoded() == bytes)
    #expect(read.policy == model.policy)
    #expect(read.header.locales == ["en"])
    let chunk = Fixtures.chunk(200..<206, split: .test)
    #expect(try Rater(read).rate(chunk) == Rater(model).rate(chunk))
  }

  @Test func everyChangedByteIsNoticed() throws {
    let bytes = try model().encoded()
    for position in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      var changed = bytes
      changed[position] ^= 1
      #expect(throws: ExperimentError.self, "byte \(position)") {
        try ModelFile(bytes: changed, path: "m")
      }
    }
    #expect(throws: ExperimentError.self) {
      try ModelFile(bytes: Array(bytes.dropLast()), path: "m")
    }
  }

  @Test(arguments: ["", "hello", "nightlight-model 2\n{}", "nightlight-model 1\n"])
  func otherFilesAreRefusedWithTheirName(_ text: String) {
    let error = #expect(throws: ExperimentError.self) {
      try ModelFile(bytes: Array(text.utf8), path: "other.model")
    }
    #expect(error?.description.hasPrefix("other.model: ") == true)
  }
}
