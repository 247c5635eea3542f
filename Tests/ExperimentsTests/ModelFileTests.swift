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

  @Test(arguments: [
    StopPolicy.threshold(0.5), .skepticism(threshold: 0.5, needed: 3, window: 64),
    .cusum(threshold: 2.5, drift: 0.1, prior: -1.5),
    .sprt(threshold: 2.5, lower: -3, prior: -1.5), .stage(threshold: 0.75),
  ])
  func everyPolicyComesBack(_ policy: StopPolicy) throws {
    var model = try model()
    model.policy = policy
    #expect(model.header.policyText.hasPrefix(policy.name))
    let read = try ModelFile(bytes: try model.encoded(), path: "m")
    #expect(read.policy == policy)
    #expect(read.header == model.header)
    // Going on to another policy leaves nothing of this one behind.
    model.policy = .threshold(0.5)
    let plain = try Self.model(policy: .threshold(0.5), like: model)
    #expect(model.header == plain.header)
  }

  /// A file with another first line or another header, and the checksum that goes with it.
  private func rewritten(_ bytes: [UInt8], _ from: String, _ to: String) throws -> [UInt8] {
    let body = Array(bytes.dropLast(32))
    let (old, new) = (Array(from.utf8), Array(to.utf8))
    let start = try #require(
      body.indices.first { body[$0...].starts(with: old) }, "'\(from)' is not in the file")
    let changed = Array(body[..<start]) + new + Array(body[(start + old.count)...])
    return changed + SHA256.digest(of: changed)
  }

  @Test func filesOfVersion1AreRead() throws {
    let model = try model()
    let bytes = try rewritten(try model.encoded(), "nightlight-model 2", "nightlight-model 1")
    let read = try ModelFile(bytes: bytes, path: "m")
    #expect(read.header == model.header)
    #expect(read.policy == model.policy)
  }

  @Test(arguments: [
    (#""policy":"skepticism""#, #""policy":"other""#),
    (#""policy":"skepticism""#, #""policy":"cusum""#),
    (#""policy":"skepticism""#, #""policy":"sprt""#),
    (#""window":10"#, #""window":65"#), (#""window":10"#, #""window":0"#),
  ])
  func policiesThatCannotRunAreRefused(_ from: String, _ to: String) throws {
    let bytes = try rewritten(try model().encoded(), from, to)
    let error = #expect(throws: ExperimentError.self) {
      try ModelFile(bytes: bytes, path: "other.model")
    }
    #expect(error?.description.contains("expected one of threshold, skepticism, cusum") == true)
  }

  private static func model(policy: StopPolicy, like model: ModelFile) throws -> ModelFile {
    let header = model.header
    return ModelFile(
      header: ModelFile.Header(
        detector: header.detector, detectorVersion: header.detectorVersion,
        parameters: header.parameters, policy: policy, objective: header.objective,
        corpus: header.corpus, corpusSHA256: header.corpusSHA256, locales: header.locales,
        seed: header.seed),
      detector: model.detector)
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

  @Test(arguments: ["", "hello", "nightlight-model 3\n{}", "nightlight-model 2\n"])
  func otherFilesAreRefusedWithTheirName(_ text: String) {
    let error = #expect(throws: ExperimentError.self) {
      try ModelFile(bytes: Array(text.utf8), path: "other.model")
    }
    #expect(error?.description.hasPrefix("other.model: ") == true)
  }
}
