import Chat
import Testing

@testable import Audits

@Suite struct NearDuplicatesTests {
  private func known(_ texts: [String]) -> NearDuplicates {
    var chunk = Chunk()
    for text in texts { chunk.messages.append(author: 0, time: 0, style: .absent, text: text.utf8) }
    var conversation = Conversation(id: "c")
    (conversation.split, conversation.authors) = (.train, ["a"])
    chunk.close(conversation)
    return NearDuplicates(AuditedCorpus("known", [chunk]), .train)
  }

  private func holds(_ known: NearDuplicates, _ text: String) -> Bool? {
    var known = known
    return known.holds(Array(text.utf8).span)
  }

  @Test func onlyPairsFromTheThresholdOnCount() throws {
    for pair in try FiguresReference.load().similarity {
      #expect(
        holds(known([pair.a]), pair.b) == (pair.jaccard >= NearDuplicates.threshold), "\(pair.b)")
    }
  }

  @Test func caseAndMarksDoNotHideACopy() {
    let known = known(["We met at the old mill, remember?"])
    #expect(holds(known, "we met at the OLD mill... remember") == true)
    #expect(holds(known, "they drove to a new town instead") == false)
  }

  @Test func shortMessagesMayRepeat() {
    #expect(holds(known(["see you later then ok"]), "see you later then ok") == nil)
  }

  @Test func aMessageIsFoundAmongMany() {
    var planted = PlantedCorpus(200)
    let texts = (0..<2000).map { _ in (0..<9).map { _ in planted.word() }.joined(separator: " ") }
    let known = known(texts)
    for text in texts.prefix(50) {
      #expect(holds(known, text + " x") == true)
      #expect(holds(known, String(text.reversed())) == false)
    }
  }
}
