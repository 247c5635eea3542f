import Testing

@testable import Store

struct NearMissTests {
  @Test func distances() {
    let cases = [("", "", 0), ("kitten", "sitting", 3), ("abc", "", 3), ("flaw", "lawn", 2)]
    for (a, b, expected) in cases {
      #expect(NearMiss.distance(Array(a.utf8), Array(b.utf8)) == expected)
      #expect(NearMiss.distance(Array(b.utf8), Array(a.utf8)) == expected)
    }
  }

  @Test func suggestsTheNearest() {
    let names = ["everyday", "everyday-2", "pan12"]
    #expect(NearMiss.of("everday", among: names) == "everyday")
    #expect(NearMiss.of("everyday2", among: names) == "everyday")
    #expect(NearMiss.of("pan13", among: names) == "pan12")
    #expect(NearMiss.of("x", among: names) == nil)
    #expect(NearMiss.of("x", among: []) == nil)
  }
}
