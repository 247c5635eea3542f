import Foundation

/// A value that is one line of JSON in an append-only file.
protocol HistoryLine: Codable {
  /// What it is about, for messages.
  var name: String { get }
  /// What is wrong with it although it has the right shape, and what was expected; nil if nothing.
  var fault: HistoryFault? { get }
}

/// What is wrong with a value, and what was expected instead.
struct HistoryFault: Error, Equatable {
  var problem: String
  var expected: String
}

extension HistoryLine {
  /// The value that the bytes of a line mean.
  init(line: Data) throws(HistoryFault) {
    do {
      self = try JSONDecoder().decode(Self.self, from: line)
    } catch let error as DecodingError {
      throw HistoryFault(error)
    } catch {
      throw HistoryFault(problem: "unreadable", expected: "a line of JSON")
    }
    if let fault { throw fault }
  }

  /// The line that means this value, with its newline: keys in order, so that equal values are equal
  /// lines on every branch.
  func line() throws(HistoryFault) -> Data {
    if let fault { throw fault }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(self) + [UInt8(ascii: "\n")]
    } catch {
      throw HistoryFault(problem: "no JSON can hold it", expected: "text and finite numbers")
    }
  }
}

extension HistoryFault {
  /// What a decoder found, without the values that it found.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, _):
      self.init(problem: "no '\(key.stringValue)'", expected: "one on every line")
    case .typeMismatch(let type, let context):
      self.init(
        problem: Self.place(context) + " has another type", expected: Self.word(for: type))
    case .valueNotFound(let type, let context):
      self.init(problem: Self.place(context) + " is null", expected: Self.word(for: type))
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self.init(problem: "not JSON", expected: "one JSON object on a line")
    case .dataCorrupted(let context):
      self.init(
        problem: Self.place(context) + " is none of the known values",
        expected: "a value that this version writes")
    @unknown default:
      self.init(problem: "unreadable", expected: "one JSON object on a line")
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    context.codingPath.first.map { "'\($0.stringValue)'" } ?? "the line"
  }

  private static func word(for type: Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is [Double].Type, is [Any].Type: "an array of numbers"
    default: "a JSON object"
    }
  }

  /// What is wrong with a hash; nil for a full one.
  init?(commit: String, key: String) {
    let isFull = commit.utf8.count == 40 || commit.utf8.count == 64
    guard !isFull || !commit.utf8.allSatisfy(Self.isHexadecimal) else { return nil }
    self.init(
      problem: "'\(key)' is no full hash of a commit",
      expected: "40 or 64 hexadecimal digits in lower case")
  }

  /// What is wrong with a date; nil for one such as `2026-11-25T14:00:00Z`, which sorts as text.
  init?(date: String) {
    let form = "dddd-dd-ddTdd:dd:ddZ".utf8
    let fits =
      date.utf8.count == form.count
      && zip(date.utf8, form).allSatisfy {
        $1 == UInt8(ascii: "d") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) : $0 == $1
      }
    guard !fits else { return nil }
    self.init(
      problem: "'date' is no time in UTC to the second", expected: "such as 2026-11-25T14:00:00Z")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
