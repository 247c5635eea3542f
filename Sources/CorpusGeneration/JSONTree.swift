/// A JSON value that knows the line it stands on, so that a mistake can be shown.
struct JSONTree {
  enum Value {
    case object([(key: String, value: JSONTree)])
    case array([JSONTree])
    case string(String)
    /// The text of the number.
    case number(String)
    case bool(Bool)
    case null
  }

  let file: String
  let line: Int
  let value: Value

  /// Parses the whole file.
  init(_ source: SourceFile) throws(GenerationError) {
    var parser = JSONTreeParser(source)
    self = try parser.document()
  }

  init(file: String, line: Int, value: Value) {
    (self.file, self.line, self.value) = (file, line, value)
  }

  func error(_ reason: String) -> GenerationError {
    .invalid(file: file, line: line, reason: reason)
  }

  /// The members of an object whose keys are all among `allowed`, and hold all of `required`.
  func members(
    allowed: [String]? = nil, required: [String] = []
  ) throws(GenerationError) -> [(key: String, value: JSONTree)] {
    guard case .object(let members) = value else { throw error("expected an object") }
    for (index, member) in members.enumerated() {
      if let allowed, !allowed.contains(member.key) {
        throw member.value.error(
          "unknown key '\(member.key)'; expected \(allowed.joined(separator: ", "))")
      }
      if members[..<index].contains(where: { $0.key == member.key }) {
        throw member.value.error("key '\(member.key)' stands twice")
      }
    }
    for key in required where !members.contains(where: { $0.key == key }) {
      throw error("key '\(key)' is missing")
    }
    return members
  }

  /// The member `key` of an object.
  func member(_ key: String) throws(GenerationError) -> JSONTree {
    guard let found = try optional(key) else { throw error("key '\(key)' is missing") }
    return found
  }

  /// The member `key` of an object, nil where it is missing or null.
  func optional(_ key: String) throws(GenerationError) -> JSONTree? {
    guard case .object(let members) = value else { throw error("expected an object") }
    guard let found = members.first(where: { $0.key == key })?.value else { return nil }
    if case .null = found.value { return nil }
    return found
  }

  func elements() throws(GenerationError) -> [JSONTree] {
    guard case .array(let elements) = value else { throw error("expected an array") }
    return elements
  }

  func text() throws(GenerationError) -> String {
    guard case .string(let text) = value else { throw error("expected a string") }
    return text
  }

  func flag() throws(GenerationError) -> Bool {
    guard case .bool(let flag) = value else { throw error("expected true or false") }
    return flag
  }

  /// A number within `range`.
  func number(in range: ClosedRange<Double> = 0...1) throws(GenerationError) -> Double {
    guard case .number(let text) = value, let number = Double(text), range.contains(number) else {
      throw error("expected a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A whole number within `range`.
  func whole(in range: ClosedRange<UInt64>) throws(GenerationError) -> UInt64 {
    guard case .number(let text) = value, let number = UInt64(text), range.contains(number) else {
      throw error("expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// An array of exactly `count` numbers (any number of them where nil).
  func numbers(
    count: Int? = nil, in range: ClosedRange<Double> = 0...1
  ) throws(GenerationError) -> [Double] {
    var numbers: [Double] = []
    for element in try elements() { numbers.append(try element.number(in: range)) }
    if let count, numbers.count != count {
      throw error("expected \(count) numbers, found \(numbers.count)")
    }
    return numbers
  }
}
