extension PAN2012 {
  /// What a truth file of PAN-2012 lists, for scoring answers against it.
  public enum TruthList: Sendable, Equatable {
    /// Problem 1: the ids of the predators.
    case authors(Set<String>)
    /// Problem 2: the 1-based lines of each conversation.
    case lines([String: Set<Int>])
  }

  /// Reads a truth file; a tab in its first line marks problem 2. O(bytes).
  ///
  /// ```swift
  /// try PAN2012.truth(path: "problem1.txt")  // .authors(["ann", "bob"])
  /// ```
  ///
  /// - Throws: ``FormatError`` for a file that is empty, mixed or the `-diff.txt` of the training
  ///   corpus, and ``UnreadableFile``.
  public static func truth(path: String) throws -> TruthList {
    let truth = try PANTruth(path: path)
    return truth.list
  }
}
