import TextFeatures

/// Writes the messages of one conversation as a view shows them.
struct MessageReader {
  private let lens: ViewLens
  private var tokens: [Token] = []
  /// What each author's first message begins with under ``View/profile``.
  private var claims: [[UInt8]] = []
  /// Which authors have spoken, as far as ``claims`` reaches.
  private var hasSpoken: [Bool] = []

  init(lens: ViewLens) { self.lens = lens }

  /// Starts a conversation whose sides claim these age bands, by author.
  mutating func begin(claims bands: [String?]) {
    guard lens.view == .profile else { return }
    claims = bands.map { $0.map(Self.token) ?? [] }
    hasSpoken = claims.map { _ in false }
  }

  /// Appends a message as the view shows it.
  mutating func append(_ text: Span<UInt8>, author: Int, to output: inout [UInt8]) {
    if author < hasSpoken.count, !hasSpoken[author] {
      hasSpoken[author] = true
      output += claims[author]
    }
    if let mask = lens.mask { return mask.append(text, to: &output, &tokens) }
    output.append(addingCapacity: text.count) { room in
      for index in text.indices { room.append(text[index]) }
    }
  }

  /// A claimed age band as one word that no chat holds, and a space.
  private static func token(_ band: String) -> [UInt8] {
    let letters = band.utf8.map { byte -> UInt8 in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? byte : 0x5F
    }
    return Array("_claims_".utf8) + letters + Array("_ ".utf8)
  }
}
