import Testing

@testable import CorpusFormats

@Suite struct ByteSourceTests {
  @Test func readsBetweenTwoPositions() throws {
    let file = TemporaryFile("hello")
    var source = try ByteSource(path: file.path)
    var buffer = [UInt8](repeating: 0, count: 8)
    #expect(try source.read(into: &buffer, at: 1..<4) == 3)
    #expect(buffer == [0] + Array("hel".utf8) + [0, 0, 0, 0])
    #expect(try source.read(into: &buffer, at: 4..<8) == 2)
    #expect(try source.read(into: &buffer, at: 0..<8) == 0)
    #expect(source.name == file.path)
  }

  @Test func standardInputHasAName() throws {
    let source = try ByteSource(path: "-")
    #expect(source.name == "standard input")
  }
}
