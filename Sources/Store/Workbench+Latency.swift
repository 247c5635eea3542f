public import Benchmarking
import SQLite

extension Workbench {
  /// Where a histogram stands: its table, and the column of the run that keeps its largest sample.
  private struct Place {
    var table: String
    var maximum: String

    static let latency = Place(table: "latency_histogram", maximum: "maximum_latency_ns")
    static let compute = Place(table: "compute_histogram", maximum: "maximum_compute_ns")
  }

  /// Replaces the latency histogram of a run.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func save(_ histogram: LatencyHistogram, run id: Int) throws {
    try save(histogram, run: id, in: .latency)
  }

  /// The latency histogram of a run, or nil before one was saved.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func latency(run id: Int) throws -> LatencyHistogram? {
    try histogram(run: id, in: .latency)
  }

  /// Replaces the histogram of what a detector from elsewhere says that it computed per message.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func save(compute histogram: LatencyHistogram, run id: Int) throws {
    try save(histogram, run: id, in: .compute)
  }

  /// The histogram of what the run's detector says that it computed, or nil before one was saved.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func compute(run id: Int) throws -> LatencyHistogram? {
    try histogram(run: id, in: .compute)
  }

  private func save(_ histogram: LatencyHistogram, run id: Int, in place: Place) throws {
    try writing {
      try requireRun(id)
      try connection.execute("DELETE FROM \(place.table) WHERE run_id = ?", [.integer(id)])
      try connection.execute(
        "UPDATE run SET \(place.maximum) = ? WHERE run_id = ?",
        [.integer(histogram.maximum), .integer(id)])
      for (bucket, samples) in histogram.counts.enumerated() where samples > 0 {
        let bounds = LatencyHistogram.bounds(ofBucket: bucket)
        try connection.execute(
          """
          INSERT INTO \(place.table) (run_id, bucket, low_ns, high_ns, samples)
          VALUES (?, ?, ?, ?, ?)
          """,
          [
            .integer(id), .integer(bucket), .integer(bounds.lowerBound),
            .integer(bounds.upperBound), .integer(Int(samples)),
          ])
      }
    }
  }

  private func histogram(run id: Int, in place: Place) throws -> LatencyHistogram? {
    try wording {
      try requireRun(id)
      let maximum = try connection.first(
        "SELECT \(place.maximum) FROM run WHERE run_id = ?", [.integer(id)]
      ) { $0.optionalInteger(0) }
      guard case .some(.some(let maximum)) = maximum else { return nil }
      let buckets = try connection.all(
        "SELECT bucket, samples FROM \(place.table) WHERE run_id = ?", [.integer(id)]
      ) { (index: $0.integer(0), count: UInt64($0.integer(1))) }
      return LatencyHistogram(buckets: buckets, maximum: maximum)
    }
  }
}
