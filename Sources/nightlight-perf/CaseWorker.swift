import CCounters
import Foundation
import Glibc

/// A process of `nightlight-perf cases --serve`, of this build or another, that gives samples when
/// asked. Ended by `deinit`.
final class CaseWorker {
  /// The cases that it knows.
  let offers: [CaseOffer]
  private let program: String
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer = Data()
  /// A sample of a real case takes far less; a hung worker must not hang CI.
  private static let patience = Duration.seconds(300)

  /// Starts a worker.
  ///
  /// - Parameters:
  ///   - program: the nightlight-perf to run.
  ///   - directory: where it runs: its repository, so that paths in `suite` are right.
  ///   - suite: the file of its cases.
  ///   - inputs: the folder that it keeps its inputs in.
  init(_ program: String, in directory: String, suite: String, inputs: String) throws {
    self.program = program
    process.executableURL = URL(fileURLWithPath: program)
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.arguments = ["cases", "--serve", "--suite", suite, "--inputs", inputs]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Ours alone: else a worker that ends would leave us waiting for a line.
    try output.fileHandleForWriting.close()
    try input.fileHandleForReading.close()
    var rest = Data()
    let line = try Self.line(from: output.fileHandleForReading, &rest, of: process, program)
    buffer = rest
    offers = try Self.decode([CaseOffer].self, line, program)
  }

  deinit {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  /// One sample of a case; nil with a reason where that build or machine has none.
  ///
  /// - Throws: ``ChildFailure`` for a wrong answer, and for a worker that ended or hangs.
  func sample(_ name: String) throws -> (value: Double?, absent: String?) {
    try input.fileHandleForWriting.write(contentsOf: Data("\(name)\n".utf8))
    let line = try Self.line(from: output.fileHandleForReading, &buffer, of: process, program)
    let reply = try Self.decode(CaseReply.self, line, program)
    if let error = reply.error { throw ChildFailure(program: program, reason: error) }
    return (reply.value, reply.absent)
  }

  /// Keeps the worker on one processor: those of a machine are not equally disturbed, and a move
  /// empties caches. Where the system refuses, the worker runs where it may.
  func pin(to processor: Int) {
    _ = counters_keep_on(process.processIdentifier, Int32(clamping: processor))
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ line: Data, _ program: String
  ) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: line)
    } catch {
      throw ChildFailure(program: program, reason: "answered with something else than a sample")
    }
  }

  private static func line(
    from handle: FileHandle, _ buffer: inout Data, of process: Process, _ program: String
  ) throws -> Data {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Data(buffer[..<end])
        buffer = Data(buffer[(end + 1)...])
        return line
      }
      var waiting = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(patience.components.seconds * 1000))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else {
        process.terminate()
        throw ChildFailure(program: program, reason: "gave no answer within \(patience)")
      }
      let more = handle.availableData
      guard !more.isEmpty else {
        process.waitUntilExit()
        throw ChildFailure(
          program: program, reason: "ended with status \(process.terminationStatus)")
      }
      buffer.append(more)
    }
  }
}
