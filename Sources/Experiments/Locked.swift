import Foundation

/// A value that one thread at a time may use.
///
/// A lock of the system, since the thread sanitizer knows those: the atomics of
/// `Synchronization.Mutex` are in a library that is not instrumented, so that all it guards would be
/// reported as races.
///
/// ```swift
/// let total = Locked(0)
/// total.withLock { $0 += 1 }
/// ```
final class Locked<Value>: @unchecked Sendable {
  // Unchecked: `value` is touched by nothing but `withLock`.
  private let lock = NSLock()
  private var value: Value

  init(_ value: sending Value) { self.value = value }

  /// Calls `body` with the value while no other thread has it; must not be called from `body`.
  func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
