import Chat

/// Sets of signs or cues as the database keeps them: names joined by commas, in the order of
/// `allCases`.
///
/// ```swift
/// var text = CaseSetText<Sign>()
/// text.text(of: [.threat, .ageProbe])  // "age-probe,threat"
/// ```
struct CaseSetText<Case: IndexedCase & RawRepresentable<String>> {
  /// The texts of the few sets that a corpus has, in the order of ``sets``.
  private var texts = NameTable()
  private var sets: [CaseSet<Case>] = []
  private var known: [UInt32: String] = [:]

  /// The text of a set; empty for none. O(1) once a set has been met.
  mutating func text(of set: CaseSet<Case>) -> String {
    if let text = known[set.rawValue] { return text }
    let text = set.cases.map(\.rawValue).joined(separator: ",")
    known[set.rawValue] = text
    return text
  }

  /// The set with a text, or nil where it holds another name. O(length) once it has been met.
  mutating func set(of bytes: UnsafeBufferPointer<UInt8>) -> CaseSet<Case>? {
    if bytes.isEmpty { return [] }
    if let index = texts.index(of: bytes) { return sets[index] }
    var set = CaseSet<Case>()
    let text = String(decoding: bytes, as: UTF8.self)
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let element = Case(rawValue: String(name)) else { return nil }
      set.insert(element)
    }
    texts.append(text)
    sets.append(set)
    return set
  }
}
