public import Chat

/// Which texts may exist: a lexical gate over salted hashes of explicit terms, and a contextual one.
///
/// The lexical part refuses explicit terms wherever they stand. The contextual part refuses figures,
/// ages under eighteen, links, handles and names of platforms in any text, vocabulary of romance,
/// body, clothing, bedroom and bathing between an adult and a minor, and the withheld token where it
/// may not stand.
///
/// ```swift
/// let gate = try ContentGate(locale: "en")
/// gate.refuses(Array("see you at practice".utf8).span)  // false
/// ```
public struct ContentGate: Sendable {
  /// Why a message was refused; never its text.
  public struct Hit: Sendable, Equatable {
    /// 1-based number of the message in its conversation.
    public var message: Int
    /// Which rule refused it, such as `explicit term` or `age under eighteen`.
    public var rule: String

    /// A refusal of message `message`.
    public init(message: Int, rule: String) { (self.message, self.rule) = (message, rule) }
  }

  let lexicon: GateLexicon

  /// The gate that is compiled into the binary.
  ///
  /// - Throws: ``GenerationError/invalid(file:line:reason:)`` for a locale without a lexicon.
  public init(locale: String) throws {
    guard let lexicon = GateLexicon(locale: locale) else {
      throw GenerationError.invalid(
        file: "locale \(locale)", line: nil,
        reason: "the content gate has no lexicon for it; expected en")
    }
    self.lexicon = lexicon
  }

  /// Whether the text holds a term of the lexicon. O(bytes), allocates nothing.
  public func refuses(_ text: Span<UInt8>) -> Bool {
    GateScanner(lexicon, strict: false, lexicalOnly: true).refusal(of: text) != .none
  }

  /// How many terms the lexicon holds, names of platforms and contextual vocabulary included.
  public var termCount: Int { lexicon.count }

  /// Every refusal in conversation `index` of a chunk, by the lexical and the contextual rules.
  ///
  /// A participant without a role counts neither as an adult nor as a minor. O(bytes).
  public func hits(_ chunk: Chunk, conversation index: Int) -> [Hit] {
    let conversation = chunk.conversations[index]
    let adults = conversation.authors.map { author in
      conversation.participants.first { $0.id == author }?.role.map { $0 == "adult" }
    }
    let hasAdult = conversation.participants.contains { $0.role == "adult" }
    let hasMinor = conversation.participants.contains { $0.role != nil && $0.role != "adult" }
    let scanner = GateScanner(lexicon, strict: hasAdult && hasMinor)
    var hits: [Hit] = []
    var plain = PlainWords()
    var lastImage = Int.min / 2
    var lastWithheld: [Int] = []
    for (offset, message) in conversation.messages.enumerated() {
      func hit(_ rule: String, at number: Int = offset + 1) {
        hits.append(Hit(message: number, rule: rule))
      }
      let (rule, withheld) = chunk.messages.withText(message) { text in
        (
          scanner.refusal(of: text, &plain),
          text.count == GateScanner.token.utf8CodeUnitCount && GateScanner.isToken(text, at: 0)
        )
      }
      if rule != .none { hit(rule.name) }
      let signs = chunk.messages.signs[message]
      let author = Int(chunk.messages.author[message])
      let adult = author < adults.count ? adults[author] : nil
      if signs.contains(.imageRequest) {
        if hasMinor && !hasAdult { hit("image request among minors") }
        lastImage = offset
        for earlier in lastWithheld where offset - earlier <= 3 {
          hit("withheld near an image request", at: earlier + 1)
        }
        lastWithheld.removeAll()
      }
      if withheld {
        if adult == false { hit("withheld by an author under eighteen") }
        if hasMinor && !hasAdult { hit("withheld among minors") }
        if offset - lastImage <= 3 {
          hit("withheld near an image request")
        } else {
          lastWithheld.append(offset)
        }
      } else if signs.contains(.withheld) {
        hit("withheld sign on other text")
      }
    }
    return hits.sorted { ($0.message, $0.rule) < ($1.message, $1.rule) }
  }
}
