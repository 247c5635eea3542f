internal import CMeasure

/// Takes a value so that the optimiser must compute it: put the result of timed work here.
///
/// The barrier is C, in another module: one in the module of the timed closure is seen through, and
/// the work is removed.
///
/// ```swift
/// for _ in 0..<1000 { blackHole(work()) }
/// ```
@inline(never) public func blackHole<Value>(_ value: Value) {
  withUnsafePointer(to: value) { measure_barrier($0) }
}
