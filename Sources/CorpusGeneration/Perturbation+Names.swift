internal import CAssets
internal import Chat
internal import Statistics

extension Perturbation {
  /// Gives the speakers the ids `s1`, `s2`, …, in an order that says nothing; at level `names`, given
  /// names and old ids of at least three letters become `person-a`, `person-b`, … in the texts, by
  /// their first mention.
  ///
  /// Names are whole words of a list of common given names, in any case. Unknown members of the
  /// corpus are not searched.
  func anonymise(_ talk: inout PerturbedTalk, _ held: Set<Int>) {
    var ids = talk.authors
    for participant in talk.conversation.participants
    where !participant.id.isEmpty && !ids.contains(participant.id) {
      ids.append(participant.id)
    }
    var random = random(talk.stream, purpose: 0)
    let order = random.permutation(of: ids.count)
    let names = Dictionary(zip(ids, order.map { "s\($0 + 1)" })) { first, _ in first }
    talk.authors = talk.authors.map { names[$0] ?? $0 }
    for index in talk.conversation.participants.indices {
      let id = talk.conversation.participants[index].id
      talk.conversation.participants[index].id = names[id] ?? id
    }
    guard level == "names" else { return }
    var mentions = Mentions(ids: ids)
    for number in talk.turns.indices where !talk.turns[number].isWithheld {
      // Names of a held message count, so that its neighbours keep their words.
      let text = mentions.replaced(in: talk.turns[number].text)
      if !held.contains(number) { talk.turns[number].text = text }
    }
  }
}

/// Names in the texts of one conversation, and what they became.
private struct Mentions {
  private static let givenNames: Set<[UInt8]> = {
    let asset = redaction_given_names()
    let bytes = UnsafeBufferPointer(start: asset.bytes, count: asset.count)
    return Set(bytes.split(separator: UInt8(ascii: "\n")).map(Array.init))
  }()

  private let ids: Set<[UInt8]>
  private var forms: [[UInt8]: [UInt8]] = [:]

  init(ids: [String]) {
    self.ids = Set(
      ids.map { $0.utf8.map(Self.folded) }.filter {
        $0.count >= 3 && $0.allSatisfy(LetterRun.isLetter)
      })
  }

  mutating func replaced(in text: [UInt8]) -> [UInt8] {
    // Bytes beyond ASCII belong to a word, so that no name is found inside of one.
    text.rewritingRuns(where: LetterRun.isLetter) { place, result in
      let word = text[place].map(Self.folded)
      if Self.givenNames.contains(word) || ids.contains(word) {
        result += form(of: word)
      } else {
        result += text[place]
      }
    }
  }

  private mutating func form(of name: [UInt8]) -> [UInt8] {
    if let form = forms[name] { return form }
    // a…z, then aa, ab, …: no figure, which the content gate would refuse.
    var number = forms.count
    var letters: [UInt8] = []
    repeat {
      letters.insert(UInt8(ascii: "a") + UInt8(number % 26), at: 0)
      number = number / 26 - 1
    } while number >= 0
    let form = Array("person-".utf8) + letters
    forms[name] = form
    return form
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
