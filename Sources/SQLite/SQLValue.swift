/// A value of one column or parameter, in one of SQLite's five storage classes.
///
/// For the many statements that run once; inner loops bind and read typed values by position.
public enum SQLValue: Sendable, Equatable {
  /// NULL.
  case null
  /// A signed number of 64 bits.
  case integer(Int)
  /// An IEEE number of 64 bits; SQLite stores NaN as NULL.
  case real(Double)
  /// UTF-8.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// The number, or NULL.
  public static func optional(_ value: Int?) -> SQLValue { value.map(SQLValue.integer) ?? .null }

  /// The number, or NULL.
  public static func optional(_ value: Double?) -> SQLValue { value.map(SQLValue.real) ?? .null }

  /// The text, or NULL.
  public static func optional(_ value: String?) -> SQLValue { value.map(SQLValue.text) ?? .null }
}
