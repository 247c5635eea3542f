import Foundation
import Testing

@testable import Benchmarking

struct HistoryFileTests {
  /// The simplest value that can stand on a line.
  private struct Mark: HistoryLine, Equatable {
    var name: String
    var fault: HistoryFault? {
      name.isEmpty ? HistoryFault(problem: "no name", expected: "one") : nil
    }
  }

  private let file = TemporaryPath()

  private func read() throws -> [String] {
    try HistoryFile.read(Mark.self, path: file.path).map(\.name)
  }

  @Test func linesStandInTheOrderOfTheirAppends() throws {
    try HistoryFile.append([Mark(name: "a"), Mark(name: "b")], to: file.path)
    try HistoryFile.append([Mark(name: "c")], to: file.path)
    #expect(try read() == ["a", "b", "c"])
    #expect(file.text.hasSuffix("\n") && file.text.split(separator: "\n").count == 3)
  }

  @Test func oneFaultKeepsTheWholeAppendOut() throws {
    try HistoryFile.append([Mark(name: "a")], to: file.path)
    let error = HistoryError.badValue(name: "", problem: "no name", expected: "one")
    #expect(throws: error) {
      try HistoryFile.append([Mark(name: "b"), Mark(name: "")], to: file.path)
    }
    #expect(try read() == ["a"])
  }

  @Test func halfALineIsToldAndMendedByAnEmptyAppendToo() throws {
    try file.write("{\"name\":\"a\"}\n{\"na")
    #expect(throws: HistoryError.tornLine(path: file.path, line: 2)) { try read() }
    try HistoryFile.append([Mark](), to: file.path)
    #expect(try read() == ["a"])
  }

  @Test func aFileIsThereOrNot() throws {
    #expect(!HistoryFile.exists(file.path))
    try HistoryFile.append([Mark(name: "a")], to: file.path)
    #expect(HistoryFile.exists(file.path))
  }
}
