import CSQLite

extension Statement {
  /// Binds NULL to the 1-based parameter `position`.
  public func bindNull(at position: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, Int32(position)))
  }

  /// Binds a whole number to the 1-based parameter `position`.
  public func bind(_ value: Int, at position: Int) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(position), Int64(value)))
  }

  /// Binds a whole number, or NULL, to the 1-based parameter `position`.
  public func bind(_ value: Int?, at position: Int) throws(SQLiteError) {
    if let value { try bind(value, at: position) } else { try bindNull(at: position) }
  }

  /// Binds a number to the 1-based parameter `position`; NaN becomes NULL.
  public func bind(_ value: Double, at position: Int) throws(SQLiteError) {
    try check(sqlite3_bind_double(handle, Int32(position), value))
  }

  /// Binds a number, or NULL, to the 1-based parameter `position`; NaN becomes NULL.
  public func bind(_ value: Double?, at position: Int) throws(SQLiteError) {
    if let value { try bind(value, at: position) } else { try bindNull(at: position) }
  }

  /// Binds a copy of a string to the 1-based parameter `position`.
  public func bind(_ value: String, at position: Int) throws(SQLiteError) {
    var value = value
    let code = value.withUTF8 { bindText($0, position, csqlite_transient()) }
    try check(code)
  }

  /// Binds a copy of a string, or NULL, to the 1-based parameter `position`.
  public func bind(_ value: String?, at position: Int) throws(SQLiteError) {
    if let value { try bind(value, at: position) } else { try bindNull(at: position) }
  }

  /// Binds a copy of UTF-8 bytes as text to the 1-based parameter `position`.
  public func bind(text bytes: Span<UInt8>, at position: Int) throws(SQLiteError) {
    try check(bytes.withUnsafeBufferPointer { bindText($0, position, csqlite_transient()) })
  }

  /// Binds a copy of UTF-8 bytes as text to the 1-based parameter `position`.
  public func bind(text bytes: [UInt8], at position: Int) throws(SQLiteError) {
    try bind(text: bytes.span, at: position)
  }

  /// Binds UTF-8 bytes as text without copying them.
  ///
  /// - Parameter bytes: must stay alive and unchanged until the parameter is bound anew, the
  ///   bindings are cleared or the statement goes; nothing checks it.
  public func bind(
    unownedText bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) throws(SQLiteError) {
    // "If the fifth argument is the special value SQLITE_STATIC, then the library assumes that the
    // information is in static, unmanaged space": https://www.sqlite.org/c3ref/bind_blob.html
    try check(bindText(bytes, position, nil))
  }

  /// Binds a copy of bytes as a blob to the 1-based parameter `position`.
  public func bind(blob bytes: Span<UInt8>, at position: Int) throws(SQLiteError) {
    let code = bytes.withUnsafeBufferPointer { buffer in
      sqlite3_bind_blob64(
        handle, Int32(position), buffer.baseAddress.map(UnsafeRawPointer.init) ?? emptyAddress,
        UInt64(buffer.count), csqlite_transient())
    }
    try check(code)
  }

  /// Binds a copy of bytes as a blob to the 1-based parameter `position`.
  public func bind(blob bytes: [UInt8], at position: Int) throws(SQLiteError) {
    try bind(blob: bytes.span, at: position)
  }

  /// Binds a value of any storage class to the 1-based parameter `position`.
  public func bind(_ value: SQLValue, at position: Int) throws(SQLiteError) {
    switch value {
    case .null: try bindNull(at: position)
    case .integer(let value): try bind(value, at: position)
    case .real(let value): try bind(value, at: position)
    case .text(let value): try bind(value, at: position)
    case .blob(let value): try bind(blob: value, at: position)
    }
  }

  /// Binds all parameters, in order.
  ///
  /// - Throws: ``SQLiteError`` where the statement does not have as many parameters as values.
  public func bind(_ values: [SQLValue]) throws(SQLiteError) {
    let expected = Int(sqlite3_bind_parameter_count(handle))
    guard values.count == expected else {
      throw SQLiteError(
        code: SQLITE_RANGE, message: "\(values.count) values; expected \(expected)", sql: sql)
    }
    for index in values.indices { try bind(values[index], at: index + 1) }
  }

  /// "The third argument … If [it] is a NULL pointer then the fourth parameter is ignored and the
  /// end result is the same as sqlite3_bind_null()", so empty text needs an address:
  /// https://www.sqlite.org/c3ref/bind_blob.html
  private var emptyAddress: UnsafeRawPointer { UnsafeRawPointer(csqlite_empty()) }

  private func bindText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ destructor: sqlite3_destructor_type?
  ) -> Int32 {
    let start = bytes.baseAddress.map(UnsafeRawPointer.init) ?? emptyAddress
    return sqlite3_bind_text64(
      handle, Int32(position), start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count),
      destructor, UInt8(SQLITE_UTF8))
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw failure(code) }
  }
}
