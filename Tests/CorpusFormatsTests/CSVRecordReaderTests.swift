import Testing

@testable import CorpusFormats

@Suite struct CSVRecordReaderTests {
  private func records(_ text: String) throws -> [[String]] {
    let file = TemporaryFile(text)
    var reader = try CSVRecordReader(path: file.path)
    var all: [[String]] = []
    while try reader.next() {
      var record: [String] = []
      for index in 0..<reader.count { record.append(reader.string(index)) }
      all.append(record)
    }
    return all
  }

  @Test func readsFields() throws {
    #expect(try records("a,b\nc,") == [["a", "b"], ["c", ""]])
    #expect(try records("\u{feff}a,é漢\r\n\r\n\n,\r\n") == [["a", "é漢"], ["", ""]])
    #expect(try records("\"a,\"\"b\"\"\r\n\nc\",\"\"\n") == [["a,\"b\"\r\n\nc", ""]])
    #expect(try records("").isEmpty)
  }

  @Test(arguments: [
    ("a\nb\"c\n", 2, "quote"), ("a\n\"b\"c\n", 2, "behind"), ("a\n\n\"b\nc\n", 3, "closing"),
    ("a\nb\0\n", 2, "NUL"), ("a\n\"b\"é\n", 2, "behind"),
  ])
  func refusesWhatIsNotCSV(text: String, line: Int, word: String) throws {
    let error = try #require(throws: FormatError.self) { _ = try records(text) }
    #expect(error.line == line)
    #expect(error.reason.contains(word), "\(error)")
  }

  @Test func refusesInvalidUTF8() throws {
    let file = TemporaryFile([0x61, 0x0a, 0x62, 0xc3, 0x0a])
    var reader = try CSVRecordReader(path: file.path)
    _ = try reader.next()
    do {
      _ = try reader.next()
      Issue.record("invalid UTF-8 was read")
    } catch {
      #expect((error as? FormatError)?.line == 2)
    }
  }
}
