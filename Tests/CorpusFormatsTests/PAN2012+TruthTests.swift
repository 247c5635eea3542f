import Chat
import CorpusFormats
import Testing

@Suite struct PAN2012TruthTests {
  @Test func listedAuthorsAreWrittenBackOnce() throws {
    let twice = neutralPAN.replacing("cleo", with: "bob")
    let written = try rewrittenPAN(twice, truth: "bob\n")
    #expect(written.authors == "bob\n")
    #expect(written.xml == twice)
  }

  @Test func listedLinesAreWrittenBack() throws {
    let text = neutralPAN.replacing("<message line=\"3\">", with: "<message line=\"9\" x=\"1\">")
    let written = try rewrittenPAN(text, truth: "c2\t1\nc1\t9\nc1\t1\n")
    #expect(written.lines == "c1\t1\nc1\t9\nc2\t1\n")
    #expect(written.xml == text)
  }

  @Test func nothingIsListedWithoutTruth() throws {
    let written = try rewrittenPAN(neutralPAN)
    #expect(written.authors.isEmpty && written.lines.isEmpty)
  }

  /// A generated corpus keeps its labels over both truths.
  @Test func generatedTruthBecomesPANTruth() throws {
    let lines = """
      {"id":"1","label":"grooming","participants":[{"id":"a","role":"adult"},{"id":"b","role":"child"}],\
      "messages":[{"author":"b","text":"x"},{"author":"a","text":"y","signs":["threat"]}]}
      {"id":"2","label":"benign","participants":[{"id":"a","role":"adult"}],\
      "messages":[{"author":"a","text":"x","signs":["threat"]}]}
      {"id":"3","label":"grooming","messages":[{"author":"a","text":"x"},{"author":"c","text":"x"}]}
      """
    let file = TemporaryFile(lines)
    var (authors, marked, xml): ([UInt8], [UInt8], [UInt8]) = ([], [], PAN2012.head)
    var truth = PAN2012.AuthorTruth(qualifiesAuthors: true)
    _ = try JSONL.read(path: file.path) { chunk in
      for index in chunk.conversations.indices {
        truth.append(chunk, conversation: index, to: &authors)
        PAN2012.appendLineTruth(chunk, conversation: index, to: &marked)
        PAN2012.append(chunk, conversation: index, qualifiesAuthors: true, to: &xml)
      }
    }
    #expect(String(decoding: authors, as: UTF8.self) == "1/a\n3/a\n3/c\n")
    #expect(String(decoding: marked, as: UTF8.self) == "1\t2\n")
    let text = String(decoding: xml + PAN2012.foot, as: UTF8.self)
    let (all, _) = try readPAN(text, truth: String(decoding: authors, as: UTF8.self))
    #expect(all.map(\.conversation.label) == [.grooming, .benign, .grooming])
  }
}
