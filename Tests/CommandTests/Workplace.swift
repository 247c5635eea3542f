import Foundation

/// A folder with a small corpus `tiny` in its database, two classes in three splits.
struct Workplace {
  let folder: String

  /// A new folder that lives until `body` ends.
  static func with<T>(conversations: Int = 90, _ body: (Workplace) throws -> T) throws -> T {
    try Tool.inTemporaryFolder { folder in
      let place = Workplace(folder: folder)
      try place.write("tiny.jsonl", Self.lines(conversations))
      return try body(place)
    }
  }

  /// Runs a tool in the folder.
  func run(_ tool: String, _ arguments: [String], environment: [String: String] = [:]) throws
    -> Tool.Result
  {
    try Tool(tool, in: folder).run(arguments, environment: environment)
  }

  /// Writes a file of the folder.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  /// A file of the folder.
  func url(_ name: String) -> URL { URL(fileURLWithPath: folder).appending(path: name) }

  /// Names of the files, those of the test's own plumbing left out.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  private static func lines(_ count: Int) -> String {
    (0..<count).map { number in
      let isPositive = number % 3 == 0
      let split = ["train", "validation", "test"][number / 3 % 3]
      let messages = (0..<(4 + number % 7)).map { message in
        let words =
          isPositive && message > 1
          ? "the lantern is lit, \(number % 5)" : "the bus was late, \(message)"
        return """
          {"author":"\(message % 2 == 0 ? "a" : "b")","time":"2031-05-02T18:0\(message):00Z",\
          "text":"\(words)"}
          """
      }
      return """
        {"id":"c\(number)","label":"\(isPositive ? "grooming" : "benign")","split":"\(split)",\
        "messages":[\(messages.joined(separator: ","))]}

        """
    }.joined()
  }
}
