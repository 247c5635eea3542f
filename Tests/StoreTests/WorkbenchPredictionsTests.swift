import Chat
import Evaluation
import SQLite
import Testing

@testable import Store

struct WorkbenchPredictionsTests {
  private let workbench: Workbench
  private let run: Int

  /// Five conversations; only the first three are in the test split and have a binary label.
  init() throws {
    workbench = try Workbench(path: ":memory:")
    var chunk = Chunk()
    let labels: [Label?] = [.grooming, .benign, .grooming, .insufficientEvidence, nil, .benign]
    for (index, label) in labels.enumerated() {
      var conversation = Conversation(id: "c\(index)")
      (conversation.label, conversation.authors) = (label, ["a"])
      conversation.split = index == 5 ? .validation : .test
      conversation.group = index == 2 ? nil : "g"
      conversation.kind = index == 0 ? .grooming : .hardNegative
      conversation.scenario = index == 0 ? "club" : nil
      conversation.onset = index == 2 ? nil : index + 1
      for _ in 0...index {
        chunk.messages.append(author: 0, time: 0, style: .absent, text: "hi".utf8)
      }
      chunk.close(conversation)
    }
    try workbench.store(chunk)
    run = try workbench.save(.sample(key: "k")).id
  }

  @Test func everythingComesBackEqualInStorageOrder() throws {
    let scores = [0.25, .infinity, -0.0, .leastNonzeroMagnitude, 1 / 3]
    let predictions = [
      PredictionRecord(conversation: "c0", score: 1 / 3, alertMessage: 1, messageScores: scores),
      PredictionRecord(conversation: "c1", outcome: .timeout, score: nil, alertMessage: nil),
      PredictionRecord(conversation: "c4", outcome: .crash, score: 0, alertMessage: nil),
      PredictionRecord(conversation: "c5", outcome: .error, score: 1, alertMessage: 2),
    ]
    try workbench.add(predictions.reversed(), toRun: run)
    let found = try workbench.predictions(run: run, withMessageScores: true)
    #expect(found == predictions)
    #expect(found[0].messageScores[2].sign == .minus)
    let light = try workbench.predictions(run: run)
    #expect(light[0].messageScores == [])
    #expect(light[1...] == found[1...])
    #expect(try workbench.predictedConversations(run: run) == ["c0", "c1", "c4", "c5"])
  }

  @Test func aSecondPredictionReplacesTheFirst() throws {
    try workbench.add(
      [PredictionRecord(conversation: "c0", score: 0.1, alertMessage: nil, messageScores: [1])],
      toRun: run)
    let second = PredictionRecord(conversation: "c0", score: 0.9, alertMessage: 4)
    try workbench.add([second], toRun: run)
    #expect(try workbench.predictions(run: run, withMessageScores: true) == [second])
  }

  @Test func stagesComeBackWithTheScores() throws {
    let predictions = [
      PredictionRecord(
        conversation: "c0", score: 1, alertMessage: nil, messageScores: [1],
        messageStages: [.riskCheck]),
      PredictionRecord(
        conversation: "c2", score: 1, alertMessage: 2, messageScores: [0, 1, 1],
        messageStages: [.ordinary, .exit, .boundaryShift]),
      PredictionRecord(
        conversation: "c3", score: 0, alertMessage: nil, messageStages: Stage.allCases),
      PredictionRecord(conversation: "c4", score: 0, alertMessage: nil, messageScores: [0]),
    ]
    try workbench.add(predictions, toRun: run)
    #expect(try workbench.predictions(run: run, withMessageScores: true) == predictions)
    #expect(try workbench.predictions(run: run).allSatisfy { $0.messageStages == [] })
    var silent = predictions[1]
    silent.messageStages = []
    try workbench.add([silent], toRun: run)
    #expect(try workbench.predictions(run: run, withMessageScores: true)[1] == silent)
  }

  @Test func damagedScoresAndStagesAreSaid() throws {
    let whole = PredictionRecord(
      conversation: "c0", score: 1, alertMessage: nil, messageScores: [1],
      messageStages: [.control])
    for (column, value) in [
      ("message_stages", "x'09'"), ("message_stages", "x'0001ff'"), ("message_scores", "x'00'"),
    ] {
      try workbench.add([whole], toRun: run)
      try workbench.connection.script("UPDATE prediction SET \(column) = \(value)")
      let damage = StoreError.damaged(
        path: ":memory:", reason: "an unknown value in prediction.\(column)")
      #expect(throws: damage) { try workbench.predictions(run: run, withMessageScores: true) }
      #expect(try workbench.predictions(run: run).map(\.score) == [1], "they are not read")
      guard column == "message_scores" else { continue }
      #expect(throws: damage) { try workbench.messageScores(run: run, of: ["c0"]) }
    }
  }

  @Test func scoresOfChosenConversationsAreThoseOfTheRun() throws {
    // The same ids in another corpus, and another run of this one, must not be taken for it.
    var chunk = Chunk()
    chunk.close(Conversation(id: "c0"))
    try workbench.store(chunk, name: "other")
    let elsewhere = try workbench.save(.sample(key: "e", corpus: "other")).id
    let second = try workbench.save(.sample(key: "s")).id
    func prediction(_ id: String, _ scores: [Double]) -> PredictionRecord {
      PredictionRecord(
        conversation: id, score: scores.last, alertMessage: nil, messageScores: scores)
    }
    try workbench.add([prediction("c0", [0.9])], toRun: elsewhere)
    try workbench.add([prediction("c0", [0.8]), prediction("c4", [0.7])], toRun: second)
    try workbench.add(
      [prediction("c0", [0.1]), prediction("c1", [0.2, 0.3]), prediction("c2", [])], toRun: run)
    #expect(
      try workbench.messageScores(run: run, of: ["c0", "c1", "c2", "c4", "c9"])
        == ["c0": [0.1], "c1": [0.2, 0.3]], "c2 keeps none, c4 is of another run, c9 is nowhere")
    #expect(try workbench.messageScores(run: run, of: ["c1"]) == ["c1": [0.2, 0.3]])
    #expect(try workbench.messageScores(run: elsewhere, of: ["c0", "c1"]) == ["c0": [0.9]])
    #expect(try workbench.messageScores(run: run, of: []) == [:])
  }

  @Test func nanIsStoredAsNothing() throws {
    try workbench.add(
      [PredictionRecord(conversation: "c0", score: .nan, alertMessage: nil)], toRun: run)
    #expect(try workbench.predictions(run: run)[0].score == nil)
  }

  @Test func anUnknownConversationKeepsNothingOfTheCall() throws {
    #expect(throws: StoreError.unknownConversation(corpus: "small", id: "c9")) {
      try workbench.add(
        ["c0", "c9"].map { PredictionRecord(conversation: $0, score: 0, alertMessage: nil) },
        toRun: run)
    }
    #expect(try workbench.predictions(run: run) == [])
  }

  @Test func anUnknownRunIsSaid() throws {
    let unknown = StoreError.unknownRun(77, path: ":memory:")
    #expect(throws: unknown) { try workbench.add([], toRun: 77) }
    #expect(throws: unknown) { try workbench.predictions(run: 77) }
    #expect(throws: unknown) { try workbench.predictedConversations(run: 77) }
    #expect(throws: unknown) { try workbench.evaluated(run: 77, split: .test) }
    #expect(throws: unknown) { try workbench.messageScores(run: 77, of: []) }
  }

  @Test func joinsTruth() throws {
    try workbench.add(
      (0...5).reversed().map {
        PredictionRecord(
          conversation: "c\($0)", score: $0 == 1 ? nil : Double($0) / 10,
          alertMessage: $0 == 0 ? 1 : nil)
      }, toRun: run)
    #expect(
      try workbench.evaluated(run: run, split: .test) == [
        EvaluatedConversation(
          id: "c0", cluster: "g", isPositive: true, messageCount: 1, onset: 1, score: 0, alert: 1,
          scenario: "club", kind: .grooming),
        EvaluatedConversation(
          id: "c1", cluster: "g", isPositive: false, messageCount: 2, score: nil, alert: nil,
          kind: .hardNegative),
        EvaluatedConversation(
          id: "c2", cluster: "c2", isPositive: true, messageCount: 3, score: 0.2, alert: nil,
          kind: .hardNegative),
      ])
    #expect(try workbench.evaluated(run: run, split: .validation).map(\.id) == ["c5"])
    #expect(try workbench.evaluated(run: run, split: .train) == [])
  }
}
