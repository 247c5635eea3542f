import Chat
import CorpusFormats
import Testing

@Suite struct PANTruthTests {
  @Test(arguments: [
    ("ann\nc1\t1\n", 2), ("c1\t1\nann\n", 2), ("c1\tx\n", 1), ("c1\t\n", 1), ("\t1\n", 1),
    ("c1\t1\t2\n", 1), ("two words\n", 1), ("<author>\n", 1), ("c1\t-1\n", 1),
    ("\nann\n1c1 < x\n", 3),
  ])
  func refusesMixturesAndOtherForms(truth: String, line: Int) throws {
    let error = try #require(refusalPAN(neutralPAN, truth: truth), "\(truth)")
    #expect(error.line == line)
    #expect(error.reason.contains("neither an author id nor conversation<TAB>line"))
  }

  @Test(arguments: ["", "\n", "\u{feff}\r\n"])
  func refusesAnEmptyFile(truth: String) throws {
    let error = try #require(refusalPAN(neutralPAN, truth: truth))
    #expect(error.reason.contains("nothing is listed"))
  }

  @Test func theDifferenceFileIsRefusedByItsName() throws {
    let file = TemporaryFile(neutralPAN)
    // Its content could be the truth of problem 2.
    let truth = TemporaryFile("c1\t1\n", name: "x", suffix: "-diff.txt")
    let error = #expect(throws: FormatError.self) {
      _ = try PAN2012.read(path: file.path, truth: truth.path) { _ in }
    }
    #expect(error?.reason.contains("lists modified text") == true)
    #expect(error?.line == 1)
  }

  @Test func otherContentNamesTheDifferenceFileToo() throws {
    let error = try #require(refusalPAN(neutralPAN, truth: "1c1\n< old text\n---\n> new text\n"))
    #expect(error.reason.contains("lists modified text"))
  }

  @Test func aMarkAndCarriageReturnsAreAccepted() throws {
    let (all, _) = try readPAN(neutralPAN, truth: "\u{feff}ann\r\n")
    #expect(all.map(\.conversation.label) == [.grooming, .benign, .benign])
  }
}
