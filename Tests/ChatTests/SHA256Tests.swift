import Chat
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples (NIST, "Secure Hash Standard: Example Values", SHA-256) and RFC 6234.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func referenceVectors(message: String, digest: String) {
    #expect(SHA256.hex(SHA256.digest(of: message.utf8)) == digest)
  }

  @Test func aMillionLetters() {
    let digest = SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(
      SHA256.hex(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func piecesGiveTheSameDigestAsTheWhole() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in 0...150 {
      var hash = SHA256()
      hash.update(bytes[..<cut])
      hash.update(bytes[cut..<cut + 20].lazy.map { $0 })
      hash.update(bytes.span.extracting((cut + 20)...))
      #expect(hash.digest() == SHA256.digest(of: bytes), "cut \(cut)")
    }
  }

  @Test func digestDoesNotEndTheHash() {
    var hash = SHA256()
    hash.update("a".utf8)
    _ = hash.digest()
    hash.update("bc".utf8)
    #expect(hash.digest() == SHA256.digest(of: "abc".utf8))
  }

  /// Each length around the block size pads in its own way; compared with a hash of single bytes.
  @Test func everyPadding() {
    for count in 50...130 {
      let bytes = [UInt8](repeating: 7, count: count)
      var hash = SHA256()
      for byte in bytes { hash.update(CollectionOfOne(byte)) }
      #expect(hash.digest() == SHA256.digest(of: bytes), "\(count) bytes")
    }
    #expect(
      SHA256.hex(SHA256.digest(of: [UInt8](repeating: 7, count: 55)))
        == "943cc61860776ca8e78a365d988036ed2ade2ca4aca3236dd9501adc4fbbaa27")
    #expect(
      SHA256.hex(SHA256.digest(of: [UInt8](repeating: 7, count: 56)))
        == "849e6994b02d460680d1d4d9ed690aa35811c88056987e0b6cad0eb85cb7d98d")
  }
}
