/// One token of a text: where it stands and the hash of its normalised form.
public struct Token: Sendable, Equatable {
  /// The 64-bit hash of the normalised bytes.
  public var hash: UInt64
  /// Where the token begins, in bytes of the text.
  public var start: Int
  /// Where the token ends, in bytes of the text.
  public var end: Int
}

/// Splits UTF-8 into normalised tokens without making a String.
///
/// - Words are runs of letters, digits and `_`; letters count in lower case (ASCII, Latin-1, Latin
///   Extended-A, Greek, Cyrillic). An apostrophe in a word is passed over: `don't` = `dont`.
/// - A run of digits alone counts by its length: `500` = `731`, so that a number never seen still
///   says "a number of three digits".
/// - `$ ¢ £ ¥ €` and the other money signs, every emoji, ideograph and kana is a token of its own.
/// - Variation selectors, skin tones, joiners, soft hyphens and combining marks are passed over,
///   full-width ASCII counts as ASCII, every other character is a gap.
/// - A byte that is no UTF-8 is a gap.
///
/// ```swift
/// Tokenizer.terms(of: "Don't pay £500!")  // ["don't", "pay", "£", "500"]
/// ```
public enum Tokenizer {
  /// Appends the tokens of `text`. O(bytes); allocates only while `tokens` grows.
  public static func append(_ text: Span<UInt8>, to tokens: inout [Token]) {
    scan(text) { tokens.append(Token(hash: $0, start: $1, end: $2)) }
  }

  /// The hash of a phrase: that of its words so far with the next word.
  @inline(__always) public static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    TokenHash.pair(phrase, word)
  }

  /// The tokens as they stand in the text, in lower case, for people to read.
  public static func terms(of text: String) -> [String] {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    append(bytes.span, to: &tokens)
    return tokens.map { term(bytes.span, $0.start..<$0.end) }
  }

  /// The part of `text` at `range`, in lower case.
  public static func term(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for index in range { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// The one scanner behind tokens and features: calls `token` at the end of each token with its
  /// hash and where it stood.
  ///
  /// A usual word, of up to seven ASCII letters or digits and with a gap behind it, is read eight
  /// bytes at a time; everything else byte by byte.
  @inlinable @inline(__always) static func scan(
    _ text: Span<UInt8>, token: (UInt64, Int, Int) -> Void
  ) {
    var index = 0
    let count = text.count
    while index < count {
      let block = TextBlock(text, at: index)
      let length = block.wordCount
      if length > 0 {
        let hash = TokenHash.value(
          packed: block.packed(length), count: length, isNumber: block.isNumber(length))
        token(hash, index, index &+ length)
        index &+= length &+ 1
      } else if block.gapCount > 0 {
        index &+= block.gapCount
      } else {
        let piece = piece(text, from: index)
        if piece.end > piece.start { token(piece.hash, piece.start, piece.end) }
        index = piece.next
      }
    }
  }

  /// What the slow scanner found: a token, unless it is empty, and where to go on.
  @usableFromInline struct Piece {
    @usableFromInline var hash: UInt64 = 0
    @usableFromInline var start = 0
    @usableFromInline var end = 0
    @usableFromInline var next = 0
  }

  /// Reads byte by byte up to the end of the next word or symbol.
  @usableFromInline static func piece(_ text: Span<UInt8>, from place: Int) -> Piece {
    var current = TokenHash()
    var piece = Piece(next: place)
    let count = text.count
    while piece.next < count {
      let index = piece.next
      let b = text[index]
      let lower = b | 0x20
      if lower &- 0x61 < 26 || b &- 0x30 < 10 || b == 0x5F {
        if current.count == 0 { piece.start = index }
        // Setting bit 5 makes letters small and leaves digits alone.
        current.append(b == 0x5F ? b : lower)
        piece.next = index &+ 1
        piece.end = piece.next
        continue
      }
      if b == 0x27 {
        piece.next = index &+ 1
        continue
      }
      var symbol: UInt32 = 0
      var length = 1
      if b >= 0x80 {
        let point = CodePoint(text, at: index)
        length = point.length
        if let value = point.value {
          switch CodePoint.role(value) {
          case .word(let scalar):
            if current.count == 0 { piece.start = index }
            current.append(scalar: scalar)
            piece.next = index &+ length
            piece.end = piece.next
            continue
          case .nothing:
            piece.next = index &+ length
            continue
          case .symbol(let scalar): symbol = scalar
          case .gap: break
          }
        }
      } else if b == 0x24 {
        symbol = UInt32(b)
      }
      // A word ends before a symbol, which is the next piece.
      if symbol == 0 || current.count == 0 { piece.next = index &+ length }
      if symbol != 0, current.count == 0 {
        current.append(scalar: symbol)
        (piece.start, piece.end) = (index, piece.next)
      }
      break
    }
    if current.count > 0 { piece.hash = current.value }
    return piece
  }
}
