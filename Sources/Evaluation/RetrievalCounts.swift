/// How many there were to find, how many were named, how many of these are right: the counts behind
/// precision, recall and F over any unit — authors and messages as well as conversations.
///
/// With N_pos the relevant ones, N_ret the retrieved ones, TP those that are both,
/// P = TP/N_ret, R = TP/N_pos, F_β = (1+β²)·TP / (β²·N_pos + N_ret) (van Rijsbergen 1979); in 0…1,
/// better when higher.
///
/// PAN-2012 (Inches and Crestani 2012, CLEF working notes) ranks
/// - problem 1, which authors are predators, by F0.5 over authors (``authorF``);
/// - problem 2, which messages show it, by F3 over messages (``messageF``), a measure so fond of
///   recall that naming every message does well: never show it without ``precision`` and
///   ``retrieved``.
///
/// **Empty**: recall and F are nil without anything relevant; precision is 0 without anything
/// retrieved, and ``isPrecisionUndefined`` says so. Never NaN. O(1); counting sets is O(n).
///
/// **Comparison.** Agrees with `precision_score`, `recall_score` and `fbeta_score` of scikit-learn
/// with `zero_division=0`.
///
/// ```swift
/// RetrievalCounts(relevant: 254, retrieved: 204, right: 200).authorF  // 0.9346…
/// ```
public struct RetrievalCounts: Sendable, Equatable {
  /// How many there were to find.
  public let relevant: Int
  /// How many were named.
  public let retrieved: Int
  /// How many of the named ones are right.
  public let right: Int

  /// Known counts.
  ///
  /// - Precondition: 0 ≤ `right` ≤ `relevant`, `retrieved`.
  public init(relevant: Int, retrieved: Int, right: Int) {
    precondition(0 <= right && right <= min(relevant, retrieved), "more right ones than there are")
    (self.relevant, self.retrieved, self.right) = (relevant, retrieved, right)
  }

  /// The counts of two sets: names of authors, or messages as `MessageName`.
  public init<Unit: Hashable>(relevant: Set<Unit>, retrieved: Set<Unit>) {
    self.init(
      relevant: relevant.count, retrieved: retrieved.count,
      right: retrieved.count { relevant.contains($0) })
  }

  /// P; 0 where nothing was retrieved.
  public var precision: Double { retrieved == 0 ? 0 : Double(right) / Double(retrieved) }

  /// Whether nothing was retrieved, so that a convention stands in for P.
  public var isPrecisionUndefined: Bool { retrieved == 0 }

  /// R; nil where there was nothing to find.
  public var recall: Double? { relevant == 0 ? nil : Double(right) / Double(relevant) }

  /// F_β; nil where there was nothing to find.
  ///
  /// - Precondition: `beta` > 0 and finite.
  public func f(_ beta: Double) -> Double? {
    precondition(beta > 0 && beta.isFinite, "F needs a weight of recall")
    guard relevant > 0 else { return nil }
    let square = beta * beta
    return (1 + square) * Double(right) / (square * Double(relevant) + Double(retrieved))
  }

  /// What PAN-2012's problem 1 ranks by where the units are authors: F0.5.
  public var authorF: Double? { f(0.5) }

  /// What PAN-2012's problem 2 ranks by where the units are messages: F3.
  public var messageF: Double? { f(3) }
}

/// A message as PAN-2012 names it: its conversation and its 1-based number there.
public struct MessageName: Sendable, Hashable {
  /// The id of the conversation.
  public let conversation: String
  /// The 1-based number of the message.
  public let number: Int

  /// A message of a conversation.
  public init(conversation: String, number: Int) {
    (self.conversation, self.number) = (conversation, number)
  }
}
