import CSQLite

/// The columns of one row, as a receiver of ``Connection/defineRowReceiver(_:columns:_:)`` gets them.
public struct RowValues {
  let values: UnsafeMutablePointer<OpaquePointer?>

  /// Whether the 0-based column `index` holds NULL.
  public func isNull(_ index: Int) -> Bool { sqlite3_value_type(values[index]) == SQLITE_NULL }

  /// The whole number in the 0-based column `index`; 0 where it holds NULL.
  public func integer(_ index: Int) -> Int { Int(sqlite3_value_int64(values[index])) }

  /// The UTF-8 bytes of the text in the 0-based column `index`; empty where it holds NULL.
  ///
  /// They are SQLite's own: gone when the receiver returns.
  public func unsafeText(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    // In this order both speak of the text as UTF-8, since the first call makes it so where it is
    // not, and neither asks for the zero behind it that sqlite3_value_text() looks after:
    // https://www.sqlite.org/c3ref/column_blob.html
    let count = Int(sqlite3_value_bytes(values[index]))
    guard count > 0, let start = sqlite3_value_blob(values[index]) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

extension Connection {
  /// A closure behind a pointer; as a member of a struct it is called as it is, without the thunk
  /// that a closure needs where a generic type holds it.
  private struct Receiver {
    let receive: (RowValues) -> Void
  }

  /// Defines an SQL aggregate function that hands every row of a query to a closure.
  ///
  /// Reading a row by ``Statement/step()`` takes a call into SQLite for the row and about two for
  /// each column, and every one of them looks for a lock and an error. Where millions of rows are
  /// read, that is most of the time; here it is one call for the row, from SQLite into the closure.
  ///
  /// ```swift
  /// var total = 0
  /// try connection.defineRowReceiver("receive_word", columns: 1) { total += $0.integer(0) }
  /// try connection.execute("SELECT receive_word(length(text)) FROM word")
  /// ```
  ///
  /// The function answers NULL. Rows come in the order in which the query finds them.
  ///
  /// - Parameters:
  ///   - columns: how many values the function takes.
  ///   - receive: lives as long as the connection; must not use it.
  public func defineRowReceiver(
    _ name: String, columns: Int, _ receive: @escaping (RowValues) -> Void
  ) throws(SQLiteError) {
    let receiver = UnsafeMutablePointer<Receiver>.allocate(capacity: 1)
    receiver.initialize(to: Receiver(receive: receive))
    // SQLITE_DIRECTONLY: no view or trigger of a file may call it.
    // https://www.sqlite.org/c3ref/c_deterministic.html
    let code = sqlite3_create_function_v2(
      handle, name, Int32(columns), SQLITE_UTF8 | SQLITE_DIRECTONLY, receiver, nil,
      { context, _, values in
        guard let values, let receiver = sqlite3_user_data(context) else { return }
        receiver.assumingMemoryBound(to: Receiver.self).pointee.receive(RowValues(values: values))
      },
      { _ in },  // an aggregate must have an end, and without a result it answers NULL
      { receiver in
        // "invoked when the function is deleted", also where defining it fails:
        // https://www.sqlite.org/c3ref/create_function.html
        receiver?.assumingMemoryBound(to: Receiver.self).deinitialize(count: 1)
        receiver?.deallocate()
      })
    guard code == SQLITE_OK else {
      throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: nil)
    }
  }
}
