/// The parser's view of a property wrapper.
protocol ArgumentProperty: AnyObject {
  var definition: Definition { get set }
  var isSet: Bool { get }
  /// Accepts one word; `false` means it is not a value of the property's type.
  func accept(_ word: String, inverted: Bool) -> Bool
}

final class Box<Value>: ArgumentProperty {
  var definition: Definition
  var value: Value?
  var isSet = false
  let read: (String, Value?) -> Value?

  init(_ definition: Definition, _ value: Value?, read: @escaping (String, Value?) -> Value?) {
    (self.definition, self.value, self.read) = (definition, value, read)
  }

  func accept(_ word: String, inverted: Bool) -> Bool {
    guard let new = read(inverted ? "no" : word, isSet ? value : nil) else { return false }
    (value, isSet) = (new, true)
    return true
  }

  var unwrapped: Value {
    guard let value else { preconditionFailure("read before the command line was parsed") }
    return value
  }
}

protocol Boxed { var property: any ArgumentProperty { get } }

/// A positional argument.
@propertyWrapper public struct Argument<Value>: Boxed {
  let box: Box<Value>
  var property: any ArgumentProperty { box }
  /// The value of the command line, or the default.
  public var wrappedValue: Value { box.unwrapped }

  /// A required argument, or one with a default.
  public init(wrappedValue: Value? = nil, help: String) where Value: ExpressibleByArgument {
    var definition = Definition(
      kind: .positional, help: help, values: Value.allValueStrings,
      isOptional: wrappedValue != nil)
    definition.defaultText = wrappedValue?.argumentText
    box = Box(definition, wrappedValue) { word, _ in Value(argument: word) }
  }

  /// An argument that may be absent.
  public init<Wrapped: ExpressibleByArgument>(
    wrappedValue: Value = nil, help: String
  ) where Value == Wrapped? {
    let definition = Definition(
      kind: .positional, help: help, values: Wrapped.allValueStrings, isOptional: true)
    box = Box(definition, wrappedValue) { word, _ in
      Wrapped(argument: word).map { .some(.some($0)) } ?? nil
    }
  }

  /// Any number of arguments.
  public init<Element: ExpressibleByArgument>(
    wrappedValue: Value = [], help: String
  ) where Value == [Element] {
    let definition = Definition(kind: .positional, help: help, isOptional: true, isRepeating: true)
    box = Box(definition, wrappedValue) { word, old in
      Element(argument: word).map { (old ?? []) + [$0] }
    }
  }
}

/// A named value: `--name value` or `--name=value`.
@propertyWrapper public struct Option<Value>: Boxed {
  let box: Box<Value>
  var property: any ArgumentProperty { box }
  /// The value of the command line, or the default.
  public var wrappedValue: Value { box.unwrapped }

  /// A required option, or one with a default.
  public init(
    wrappedValue: Value? = nil, name: String? = nil, short: Character? = nil, help: String
  ) where Value: ExpressibleByArgument {
    var definition = Definition(
      kind: .option, names: optionNames(short, name), help: help, values: Value.allValueStrings,
      isOptional: wrappedValue != nil)
    definition.defaultText = wrappedValue?.argumentText
    box = Box(definition, wrappedValue) { word, _ in Value(argument: word) }
  }

  /// An option that may be absent.
  public init<Wrapped: ExpressibleByArgument>(
    wrappedValue: Value = nil, name: String? = nil, short: Character? = nil, help: String
  ) where Value == Wrapped? {
    var definition = Definition(
      kind: .option, names: optionNames(short, name), help: help, values: Wrapped.allValueStrings,
      isOptional: true)
    definition.defaultText = wrappedValue.map(\.argumentText)
    box = Box(definition, wrappedValue) { word, _ in
      Wrapped(argument: word).map { .some(.some($0)) } ?? nil
    }
  }
}

/// A switch: absent is `false`, unless an inversion gives it a default.
@propertyWrapper public struct Flag: Boxed {
  let box: Box<Bool>
  var property: any ArgumentProperty { box }
  /// Whether the switch is on.
  public var wrappedValue: Bool { box.unwrapped }

  /// A switch `--name`; with `inversion` also `--no-name`, the last one wins.
  public init(
    wrappedValue: Bool = false, name: String? = nil, short: Character? = nil,
    inversion: Bool = false, help: String
  ) {
    var definition = Definition(
      kind: .flag, names: optionNames(short, name), help: help, isOptional: true)
    definition.inverse = inversion ? "--no-" : nil
    definition.defaultText = inversion ? (wrappedValue ? "on" : "off") : nil
    box = Box(definition, wrappedValue) { word, _ in word != "no" }
  }
}

/// Options that several commands share, declared once.
@propertyWrapper public struct OptionGroup<Value> {
  /// The value whose own properties are arguments.
  public var wrappedValue: Value
  /// A group with its defaults.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

protocol Grouped { var group: Any { get } }
extension OptionGroup: Grouped { var group: Any { wrappedValue } }

private func optionNames(_ short: Character?, _ name: String?) -> [String] {
  (short.map { ["-\($0)"] } ?? []) + (name.map { ["--\($0)"] } ?? [])
}

/// Finds the properties of `command` by reflection and names them after their stored labels.
func properties(of command: Any) -> [any ArgumentProperty] {
  Mirror(reflecting: command).children.flatMap { child -> [any ArgumentProperty] in
    if let grouped = child.value as? any Grouped { return properties(of: grouped.group) }
    guard let boxed = child.value as? any Boxed, let label = child.label else { return [] }
    let property = boxed.property
    let name = kebab(label.drop { $0 == "_" })
    if property.definition.kind == .positional {
      property.definition.valueName = name
    } else {
      if !property.definition.names.contains(where: { $0.hasPrefix("--") }) {
        property.definition.names.append("--\(name)")
      }
      let long = property.definition.names.last.map { String($0.dropFirst(2)) } ?? name
      property.definition.valueName = long
      if property.definition.inverse != nil { property.definition.inverse = "--no-\(long)" }
    }
    return [property]
  }
}

func kebab(_ label: some StringProtocol) -> String {
  label.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
}
