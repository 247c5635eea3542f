/// A setting of a detector, as text.
public struct DetectorParameter: Sendable, Hashable {
  /// What is set, such as `C`.
  public let name: String
  /// The value, such as `10.0`.
  public let value: String

  /// A setting.
  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}
