/// A value that can be read from one command-line word.
public protocol ExpressibleByArgument {
  /// The value a word means, or nil.
  init?(argument: String)
  /// Every word that is accepted, where the list is fixed; else empty.
  static var allValueStrings: [String] { get }
  /// The word that means this value, for defaults in help.
  var argumentText: String { get }
}

extension ExpressibleByArgument {
  /// No fixed list.
  public static var allValueStrings: [String] { [] }
  /// The value as Swift prints it.
  public var argumentText: String { "\(self)" }
}
extension ExpressibleByArgument where Self: LosslessStringConvertible {
  /// The value that `String.init` would print as `argument`.
  public init?(argument: String) { self.init(argument) }
}
extension ExpressibleByArgument where Self: RawRepresentable<String> & CaseIterable {
  /// The case whose raw value is `argument`.
  public init?(argument: String) { self.init(rawValue: argument) }
  /// The raw values of all cases.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
  /// The raw value.
  public var argumentText: String { rawValue }
}
extension String: ExpressibleByArgument {}
extension Int: ExpressibleByArgument {}
extension UInt64: ExpressibleByArgument {}
extension Double: ExpressibleByArgument {
  /// A finite number; `nan` and `inf` are refused.
  public init?(argument: String) {
    guard let value = Double(argument), value.isFinite else { return nil }
    self = value
  }
}

/// How an argument is spelled and explained.
struct Definition: Sendable {
  enum Kind: Sendable { case positional, option, flag }
  var kind: Kind
  var names: [String] = []  // "-k", "--top"
  var inverse: String?  // "--no-top"
  var valueName = ""
  var help: String
  var defaultText: String?
  var values: [String] = []
  var isOptional = false
  var isRepeating = false

  /// `--top <top>`, `--verbose` or `<path>`.
  var spelling: String {
    let last = names.last ?? ""
    return switch kind {
    case .positional: "<\(valueName)>"
    case .option: "\(last) <\(valueName)>"
    case .flag: last
    }
  }

  /// The spelling in a usage line: `[--top <top>]`, `[<path> ...]`.
  var usage: String {
    let bare = spelling + (isRepeating ? " ..." : "")
    return isOptional ? "[\(bare)]" : bare
  }

  /// The label in the options table: `-k, --top <top>`, `--colour/--no-colour`.
  var label: String {
    guard kind != .positional else { return spelling }
    let joined = names.joined(separator: ", ") + (inverse.map { "/\($0)" } ?? "")
    return kind == .option ? "\(joined) <\(valueName)>" : joined
  }

  /// The help text with its values and default.
  var explanation: String {
    let facts = [
      values.isEmpty ? nil : "values: \(values.joined(separator: ", "))",
      defaultText.map { "default: \($0)" },
    ].compactMap(\.self)
    return facts.isEmpty ? help : "\(help) (\(facts.joined(separator: "; ")))"
  }

  /// `. Please provide one of 'a', 'b' or 'c'.`
  var choices: String {
    guard let last = values.last else { return "" }
    let quoted = values.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return quoted.isEmpty
      ? ". Please provide '\(last)'." : ". Please provide one of \(quoted) or '\(last)'."
  }
}
