import CSQLite

extension Statement {
  /// How many columns a row has; 0 for statements that give no rows.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// The name of the 0-based column `index`.
  public func name(ofColumn index: Int) -> String {
    sqlite3_column_name(handle, Int32(index)).map { String(cString: $0) } ?? ""
  }

  /// Whether the 0-based column `index` holds NULL.
  public func isNull(_ index: Int) -> Bool {
    sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL
  }

  /// The whole number in the 0-based column `index`; 0 where it holds NULL.
  public func integer(_ index: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(index))) }

  /// The whole number in the 0-based column `index`, or nil for NULL.
  public func optionalInteger(_ index: Int) -> Int? { isNull(index) ? nil : integer(index) }

  /// The number in the 0-based column `index`; 0 where it holds NULL.
  public func double(_ index: Int) -> Double { sqlite3_column_double(handle, Int32(index)) }

  /// The number in the 0-based column `index`, or nil for NULL.
  public func optionalDouble(_ index: Int) -> Double? { isNull(index) ? nil : double(index) }

  /// The text in the 0-based column `index`; empty where it holds NULL.
  public func text(_ index: Int) -> String {
    String(decoding: unsafeText(index), as: UTF8.self)
  }

  /// The text in the 0-based column `index`, or nil for NULL.
  public func optionalText(_ index: Int) -> String? { isNull(index) ? nil : text(index) }

  /// The value in the 0-based column `index`, whatever its storage class.
  public func value(_ index: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(index)) {
    case SQLITE_INTEGER: .integer(integer(index))
    case SQLITE_FLOAT: .real(double(index))
    case SQLITE_TEXT: .text(text(index))
    case SQLITE_BLOB: .blob(Array(unsafeBlob(index)))
    default: .null
    }
  }

  /// Calls `body` with the UTF-8 bytes of the text in the 0-based column `index`, copying nothing.
  @inlinable
  public func withText<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafeText(index).span)
  }

  /// Calls `body` with the bytes of the blob in the 0-based column `index`, copying nothing.
  @inlinable
  public func withBlob<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafeBlob(index).span)
  }

  /// The UTF-8 bytes of the text in the 0-based column `index`; empty where it holds NULL.
  ///
  /// They are SQLite's own: gone with the next step, reset or read of the column as another type.
  public func unsafeText(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    // "The safest policy is to invoke … sqlite3_column_text() followed by sqlite3_column_bytes()":
    // https://www.sqlite.org/c3ref/column_blob.html
    guard let start = sqlite3_column_text(handle, Int32(index)) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, Int32(index))))
  }

  /// The bytes of the blob in the 0-based column `index`; empty where it holds NULL.
  ///
  /// They are SQLite's own: gone with the next step, reset or read of the column as another type.
  public func unsafeBlob(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    // "The return value from sqlite3_column_blob() for a zero-length BLOB is a NULL pointer":
    // https://www.sqlite.org/c3ref/column_blob.html
    guard let start = sqlite3_column_blob(handle, Int32(index)) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self),
      count: Int(sqlite3_column_bytes(handle, Int32(index))))
  }
}
