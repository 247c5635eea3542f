import Testing

@testable import TextFeatures

@Suite struct SipHashTests {
  /// The ninth of the reference implementation's 64 vectors: bytes 0…7 under the key 0…15.
  @Test func agreesWithTheReference() {
    let hash = SipHash(key: (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908))
    #expect(hash.hash(0x0706_0504_0302_0100) == 0x93F5_F579_9A93_2462)
  }

  @Test func anotherKeyGivesAnotherHash() {
    #expect(SipHash(key: (1, 2)).hash(7) != SipHash(key: (1, 3)).hash(7))
    #expect(SipHash(key: (1, 2)).hash(7) != SipHash(key: (2, 2)).hash(7))
    #expect(SipHash(key: (1, 2)).hash(7) != SipHash(key: (1, 2)).hash(8))
  }
}
