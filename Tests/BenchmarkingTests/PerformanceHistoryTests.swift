import Benchmarking
import Foundation
import Testing

struct PerformanceHistoryTests {
  private let file = TemporaryPath()

  @Test func whatIsAppendedIsReadToTheLastBit() throws {
    var first = PerformancePoint.sample(1, 0.1 + 0.2)
    first.samples = [0.3, 1e-300, -0.0]
    let second = PerformancePoint.sample(2, 1_048_640)
    try PerformanceHistory.append([first], to: file.path)
    try PerformanceHistory.append([], to: file.path)
    try PerformanceHistory.append([second], to: file.path)
    #expect(try PerformanceHistory.read(path: file.path) == [first, second])
  }

  @Test func aLineIsOneObjectWithItsKeysInOrder() throws {
    var point = PerformancePoint.sample(1, 2, name: "cpu a/b")
    point.samples = [2, 3]
    try PerformanceHistory.append([point], to: file.path)
    #expect(
      file.text == """
        {"better":"lower","commit":"\(PerformancePoint.hash(1))","date":"2026-11-25T14:00:00Z",\
        "environment":"c1a0b2d4e5f60718","kind":"counted","name":"cpu a/b","samples":[2,3],\
        "unit":"bytes","value":2,"version":1}

        """)
  }

  @Test func theLaterOfTwoEqualOnesWins() throws {
    let points = [
      PerformancePoint.sample(1, 10), .sample(2, 20), .sample(1, 11, version: 2),
      .sample(1, 12, environment: "e2"), .sample(1, 13, name: "other"), .sample(1, 14),
    ]
    try PerformanceHistory.append(points, to: file.path)
    #expect(try PerformanceHistory.read(path: file.path).map(\.value) == [20, 11, 12, 13, 14])
  }

  @Test func unknownKeysBlankLinesAndCarriageReturnsArePassedOver() throws {
    try PerformanceHistory.append([.sample(1)], to: file.path)
    let line = file.text.dropLast()
    try file.write("\n\(line.dropLast()),\"later\":{\"a\":[1]}}\r\n \n\(line)")
    #expect(try PerformanceHistory.read(path: file.path) == [.sample(1)])
  }

  @Test(arguments: [
    ("<<<<<<< main", "not JSON; expected one JSON object on a line"),
    (#"{"commit":1}"#, "'commit' has another type; expected text"),
    (#"[]"#, "the line has another type; expected a JSON object"),
    (#"{"better":null}"#, "no 'commit'; expected one on every line"),
  ])
  func aBadLineIsNamedWithItsNumber(_ line: String, _ reason: String) throws {
    try PerformanceHistory.append([.sample(1)], to: file.path)
    try file.write(file.text + line + "\n" + file.text)
    let error = try #require(throws: HistoryError.self) {
      try PerformanceHistory.read(path: file.path)
    }
    #expect(error.description == "\(file.path):2: \(reason)")
  }

  @Test(arguments: [
    ("lower", "fewer", "'better' is none of the known values; expected a value that this version"),
    ("2026-11-25T14:00:00Z", "2026-11-25", "'date' is no time in UTC to the second; expected"),
    ("000001", "1", "'commit' is no full hash of a commit; expected 40 or 64"),
    ("model-bytes linear-svm", "", "'name' is empty; expected a case"),
    ("c1a0b2d4e5f60718", "", "'environment' is empty; expected a fingerprint"),
    (#""value":1"#, #""value":"1""#, "'value' has another type; expected a number"),
  ])
  func aBadValueIsNamed(_ good: String, _ bad: String, _ reason: String) throws {
    try PerformanceHistory.append([.sample(1)], to: file.path)
    try file.write(file.text.replacingOccurrences(of: good, with: bad))
    let error = try #require(throws: HistoryError.self) {
      try PerformanceHistory.read(path: file.path)
    }
    #expect(error.description.hasPrefix("\(file.path):1: \(reason)"), "\(error)")
  }

  @Test func aPointWithAFaultKeepsAllOfItsAppendOut() throws {
    var bad = PerformancePoint.sample(2)
    bad.commit = ""
    for point in [bad, .sample(2, .nan), .sample(2, .infinity)] {
      let error = try #require(throws: HistoryError.self) {
        try PerformanceHistory.append([.sample(1), point], to: file.path)
      }
      #expect("\(error)".hasSuffix("and nothing was written"))
    }
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  /// Every length that a write could have been cut to, as a machine without power leaves it.
  @Test func halfALineIsToldAndTheNextAppendTakesItOff() throws {
    try PerformanceHistory.append([.sample(1)], to: file.path)
    let whole = file.text
    for length in 1..<whole.count - 1 {
      try file.write(whole + whole.prefix(length))
      #expect(throws: HistoryError.tornLine(path: file.path, line: 2), "\(length)") {
        try PerformanceHistory.read(path: file.path)
      }
      try PerformanceHistory.append([.sample(2)], to: file.path)
      #expect(try PerformanceHistory.read(path: file.path) == [.sample(1), .sample(2)])
    }
  }

  @Test func aWholeLastLineWithoutItsNewlineIsKept() throws {
    try PerformanceHistory.append([.sample(1)], to: file.path)
    try file.write(String(file.text.dropLast()))
    try PerformanceHistory.append([.sample(2)], to: file.path)
    #expect(try PerformanceHistory.read(path: file.path) == [.sample(1), .sample(2)])
  }

  @Test func somebodysOwnTextAtTheEndIsNotTakenOff() throws {
    try file.write(">>>>>>> branch")
    try PerformanceHistory.append([.sample(1)], to: file.path)
    #expect(file.text.hasPrefix(">>>>>>> branch\n{"))
  }

  @Test func manyWritersLeaveWholeLines() async throws {
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask { [path = file.path] in
          for number in 0..<20 {
            let points = [PerformancePoint.sample(writer * 100 + number), .sample(4000 + writer)]
            #expect(throws: Never.self) { try PerformanceHistory.append(points, to: path) }
          }
        }
      }
    }
    #expect(try PerformanceHistory.read(path: file.path).count == 8 * 20 + 8)
    #expect(file.text.split(separator: "\n").count == 2 * 8 * 20)
  }

  @Test func aMissingFileAndAFolderAreErrors() {
    #expect(throws: HistoryError.file(path: file.path, reason: "No such file or directory")) {
      try PerformanceHistory.read(path: file.path)
    }
    #expect(throws: HistoryError.self) { try PerformanceHistory.append([.sample(1)], to: "/") }
  }

  @Test func aDeviceIsRefusedBeforeItIsReadForEver() {
    let error = HistoryError.file(path: "/dev/full", reason: "not a regular file")
    #expect(throws: error) { try PerformanceHistory.append([.sample(1)], to: "/dev/full") }
    #expect(throws: error) { try PerformanceHistory.read(path: "/dev/full") }
  }
}
