import Chat
import Testing

@testable import Experiments

@Suite struct AuthorCirclesTests {
  private func groups(_ conversations: [(String, [String])]) -> [String: String] {
    var circles = AuthorCircles()
    for (id, authors) in conversations {
      var conversation = Conversation(id: id)
      conversation.authors = authors
      circles.add(conversation)
    }
    return circles.groups
  }

  @Test func whoSharesAnAuthorSharesAGroup() {
    #expect(
      groups([
        ("c1", ["ann", "bob"]), ("c2", ["cleo", "dan"]), ("c3", ["bob", "eve"]), ("c4", []),
        ("c5", ["eve"]),
      ]) == ["c1": "c1", "c2": "c2", "c3": "c1", "c4": "c4", "c5": "c1"])
  }

  @Test func aLaterConversationJoinsTwoCircles() {
    let found = groups([("c1", ["ann"]), ("c2", ["bob"]), ("c3", ["bob", "ann"])])
    #expect(Set(found.values).count == 1)
  }

  @Test(arguments: 1...20)
  func noAuthorWritesInTwoGroups(seed: Int) {
    var state = UInt64(seed)
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let conversations = (0..<60).map { ("c\($0)", ["a\(draw(50))", "a\(draw(50))"]) }
    let groups = groups(conversations)
    var groupOfAuthor: [String: String] = [:]
    for (id, authors) in conversations {
      for author in authors {
        let known = groupOfAuthor.updateValue(groups[id] ?? "", forKey: author)
        #expect(known == nil || known == groups[id], "seed \(seed): \(author)")
      }
    }
  }
}
