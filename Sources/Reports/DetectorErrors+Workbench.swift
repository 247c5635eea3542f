import Chat
import Evaluation
import Foundation
import Store

extension DetectorErrors {
  /// The worst errors of a run.
  ///
  /// - Parameters:
  ///   - units: the conversations of the run.
  ///   - source: where the corpus is from: only a generated text is ever shown.
  /// - Throws: what the workbench throws.
  init(
    _ run: RunRecord, _ units: [EvaluatedConversation], source: String, in workbench: Workbench
  ) throws {
    func order(_ unit: EvaluatedConversation) -> Double { unit.score ?? -.infinity }
    let alarms = units.filter { !$0.isPositive && $0.isRetrieved }
    let misses = units.filter { $0.isPositive && !$0.isRetrieved }
    let worst = (
      alarms.sorted { (-order($0), $0.id) < (-order($1), $1.id) }.prefix(Self.limit),
      misses.sorted { (order($0), $0.id) < (order($1), $1.id) }.prefix(Self.limit)
    )
    let scores = try workbench.messageScores(run: run.id, of: Set((worst.0 + worst.1).map(\.id)))
    func cases(_ units: ArraySlice<EvaluatedConversation>) throws -> [ErrorCase] {
      try units.compactMap { unit in
        guard let score = unit.score,
          let chunk = try workbench.conversation(corpus: run.corpus, id: unit.id)
        else { return nil }
        return ErrorCase(
          unit, score: score, scores: scores[unit.id] ?? [], chunk,
          showsText: source == "generated")
      }
    }
    self.init(
      detector: run.detector, run: run.id, policy: run.policy,
      threshold: Self.threshold(of: run.policyParameters), falseAlarms: try cases(worst.0),
      misses: try cases(worst.1), counts: (alarms.count, misses.count))
  }

  private static func threshold(of parameters: String) -> Double? {
    let object = try? JSONSerialization.jsonObject(with: Data(parameters.utf8))
    return (object as? [String: Any])?["threshold"] as? Double
  }
}

extension ErrorCase {
  /// How many messages say why.
  private static let evidenceCount = 5

  init(
    _ unit: EvaluatedConversation, score: Double, scores: [Double], _ chunk: Chunk,
    showsText: Bool
  ) {
    let conversation = chunk.conversations[0]
    let messages = chunk.messages
    // What came after the alert did not cause it.
    let end = min(unit.alert ?? scores.count, scores.count)
    var rises: [(number: Int, rise: Double)] = []
    for index in 0..<end {
      rises.append((index + 1, index == 0 ? scores[0] : scores[index] - scores[index - 1]))
    }
    rises.sort { $0.rise != $1.rise ? $0.rise > $1.rise : $0.number < $1.number }
    // What left the score where it was says nothing, unless the alert came with it.
    var shown = rises.filter { $0.rise > 0 || $0.number == unit.alert }
      .prefix(Self.evidenceCount).map { $0.number }
    if let onset = unit.onset, onset <= conversation.messages.count, !shown.contains(onset) {
      shown.append(onset)
    }
    var roles: [String: String] = [:]
    for person in conversation.participants where roles[person.id] == nil {
      roles[person.id] = person.role.map { role in "\(role) \(person.id)" }
    }
    let evidence = shown.sorted().map { number -> Evidence in
      let index = conversation.messages.lowerBound + number - 1
      let author = conversation.authors[Int(messages.author[index])]
      let stage = Int(messages.stage[index])
      var truth: [String] = []
      if Stage.allCases.indices.contains(stage) { truth.append(Stage.allCases[stage].rawValue) }
      for sign in Sign.allCases where messages.signs[index].contains(sign) {
        truth.append(sign.rawValue)
      }
      return Evidence(
        number: number,
        rise: number > 1 && number <= scores.count ? scores[number - 1] - scores[number - 2] : nil,
        author: roles[author] ?? author, truth: truth.joined(separator: ", "),
        text: showsText
          ? messages.withText(index) { text in
            String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
          } : nil)
    }
    self.init(
      id: unit.id, isPositive: unit.isPositive, scenario: unit.scenario ?? NumberText.none,
      kind: unit.kind?.rawValue ?? NumberText.none, score: score, alert: unit.alert,
      onset: unit.onset, scores: scores,
      signs: conversation.messages.enumerated().compactMap { number, index in
        messages.signs[index].isEmpty ? nil : number + 1
      }, evidence: evidence)
  }
}
