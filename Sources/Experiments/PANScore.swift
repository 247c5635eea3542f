public import CorpusFormats
public import Evaluation

/// How good answers to a problem of PAN-2012 are, beside what was published then.
///
/// Problem 1 ranks by F0.5 over authors, problem 2 by F3 over messages (Inches and Crestani 2012).
/// Everything that the truth lists counts, also what a filter left out before a detector saw it.
///
/// ```swift
/// PANScore(answers, truth: try PAN2012.truth(path: "problem1.txt")).text
/// ```
public struct PANScore: Sendable, Equatable {
  /// 1: authors; 2: messages.
  public let problem: Int
  /// How many there were to find, were named, are right.
  public let counts: RetrievalCounts

  /// The score of answers against a truth, which says the problem. O(answers).
  public init(_ answers: PANAnswers, truth: PAN2012.TruthList) {
    switch truth {
    case .authors(let listed):
      problem = 1
      counts = RetrievalCounts(relevant: listed, retrieved: Set(answers.predators))
    case .lines(let listed):
      problem = 2
      let relevant = listed.flatMap { conversation, lines in
        lines.map { MessageName(conversation: conversation, number: $0) }
      }
      let retrieved = answers.lines.map {
        MessageName(conversation: $0.conversation, number: $0.message)
      }
      counts = RetrievalCounts(relevant: Set(relevant), retrieved: Set(retrieved))
    }
  }

  /// What the problem ranks by; nil where there was nothing to find.
  public var f: Double? { problem == 1 ? counts.authorF : counts.messageF }

  /// A line of numbers, then what was published.
  public var text: String {
    let unit = problem == 1 ? "authors" : "messages"
    let name = problem == 1 ? "F0.5" : "F3"
    let undefined = counts.isPrecisionUndefined ? " (undefined)" : ""
    var lines = [
      "problem \(problem), unit: \(unit)",
      "  \(name) \(Self.number(f))  P \(Self.number(counts.precision))\(undefined)"
        + "  R \(Self.number(counts.recall))  named \(counts.retrieved)"
        + "  right \(counts.right)  to find \(counts.relevant)",
    ]
    lines.append("  as published in 2012, other data, not comparable:")
    if problem == 1 {
      lines += Self.published.map { "    \(name) \(Self.number($0.f))  \($0.who)" }
    } else {
      lines.append(
        "    F3 is so fond of recall that the winner's precision was about 0.09: read P and the "
          + "number named first")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as JSON.
  public var json: JSONText {
    .object([
      ("problem", .integer(problem)), ("unit", .string(problem == 1 ? "author" : "message")),
      ("measure", .string(problem == 1 ? "f0_5" : "f3")), ("f", .optional(f)),
      ("precision", .number(counts.precision)),
      ("precision_undefined", .bool(counts.isPrecisionUndefined)),
      ("recall", .optional(counts.recall)), ("retrieved", .integer(counts.retrieved)),
      ("right", .integer(counts.right)), ("relevant", .integer(counts.relevant)),
    ])
  }

  /// F0.5 over authors on PAN-2012's test data, as published.
  ///
  /// Source: Inches and Crestani 2012, "Overview of the international sexual predator identification
  /// competition at PAN-2012", CLEF working notes.
  static let published: [(who: String, f: Double)] = [
    ("Villatoro-Tello et al.", 0.9346), ("Snider", 0.9168), ("Parapar et al.", 0.8691),
    ("Morris & Hirst", 0.8652), ("Eriksson & Karlgren", 0.8638), ("Peersman et al.", 0.8137),
    ("Grozea & Popescu", 0.7316),
  ]

  /// Four digits, as the overview prints.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "—" }
    let digits = String(Int((value * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
}
