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
    // In this order, for the first call makes it UTF-8 where it is not; of NULL it is the only one:
    // https://www.sqlite.org/c3ref/column_blob.html
    guard let start = sqlite3_value_text(values[index]) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(values[index])))
  }
}

extension Connection {
  /// A closure behind a pointer; as a member of a struct it is called as it is, without the thunk
  /// that a closure needs where a generic type holds it, and of one that cannot be copied without
  /// counting references.
  private struct Receiver: ~Copyable {
    let receive: (RowValues) -> Bool

    @inline(never) func callAsFunction(_ row: RowValues) -> Bool { receive(row) }
  }

  /// Defines an SQL function that hands every row of a query to a closure, until it has enough.
  ///
  /// Reading a row by ``Statement/step()`` takes a call into SQLite for the row and about two for
  /// each column, and every one of them looks for a lock and an error. Where millions of rows are
  /// read, that is most of the time; here it is one call for the row, from SQLite into the closure.
  ///
  /// ```swift
  /// var total = 0
  /// try connection.defineRowReceiver("receive_word", columns: 1) { row in
  ///   total += row.integer(0)
  ///   return total >= 100
  /// }
  /// try connection.first("SELECT id FROM word WHERE receive_word(length(text))") { $0.integer(0) }
  /// // the word that made a hundred letters, or nil
  /// ```
  ///
  /// As a condition it leaves out every row but that of which the closure says true, so that a step
  /// goes on to there. Rows come in the order in which the query finds them.
  ///
  /// - Parameters:
  ///   - columns: how many values the function takes.
  ///   - receive: whether the row is the last one wanted; lives as long as the connection, which it
  ///     must not use.
  public func defineRowReceiver(
    _ name: String, columns: Int, _ receive: @escaping (RowValues) -> Bool
  ) throws(SQLiteError) {
    let receiver = UnsafeMutablePointer<Receiver>.allocate(capacity: 1)
    receiver.initialize(to: Receiver(receive: receive))
    // SQLITE_DIRECTONLY: no view or trigger of a file may call it.
    // https://www.sqlite.org/c3ref/c_deterministic.html
    let code = sqlite3_create_function_v2(
      handle, name, Int32(columns), SQLITE_UTF8 | SQLITE_DIRECTONLY, receiver,
      { context, _, values in
        guard let values, let receiver = sqlite3_user_data(context) else { return }
        let isLast = receiver.assumingMemoryBound(to: Receiver.self).pointee(
          RowValues(values: values))
        // Without a result it answers NULL, which is as good as false.
        if isLast { sqlite3_result_int(context, 1) }
      },
      nil, nil,
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
