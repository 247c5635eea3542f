import Benchmarking
import Glibc

/// A detector's process: lines in, lines out, one deadline for each wait.
///
/// The process leads a group of its own, and the whole group is killed in the end, so that nothing it
/// started outlives it. No wait depends on a pipe being closed: a child of the child may hold it open.
final class ExternalProcess {
  /// The longest line in either direction, its newline included.
  static let maximumLineBytes = 1 << 20
  /// How much of what it writes to its log is kept.
  static let maximumLogBytes = 1 << 16
  /// How long a wait may last before the process is looked after.
  private static let slice: Int32 = 20

  /// How a process ended.
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  private let id: pid_t
  private var input: Int32
  private let output: Int32
  private let error: Int32
  private var isReaped = false
  private var received: [UInt8] = []
  private var scanned = 0
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var logBytes: [UInt8] = []
  private let farewell: Duration

  /// When the last line of ``line(until:)`` was complete, in nanoseconds of `MonotonicClock`.
  private(set) var lineArrived = 0
  /// How it ended, once that is known.
  private(set) var ending: Ending?

  /// Starts a program in a folder.
  ///
  /// - Parameter farewell: how long it may take to end when it is asked to.
  /// - Throws: ``ExternalFault/Kind/cannotStart``.
  init(
    _ executable: String, _ arguments: [String], folder: String, farewell: Duration
  ) throws(ExternalFault) {
    // Whoever writes to a pipe that nobody reads gets an error instead of a signal.
    signal(SIGPIPE, SIG_IGN)
    self.farewell = farewell
    guard access(executable, X_OK) == 0 else {
      throw ExternalFault(
        .cannotStart, "cannot start \(executable): \(String(cString: strerror(errno)))")
    }
    var pipes: [[Int32]] = []
    func closeAll() { for descriptor in pipes.joined() { Glibc.close(descriptor) } }
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let reason = String(cString: strerror(errno))
        closeAll()
        throw ExternalFault(.cannotStart, "no pipe to the detector: \(reason)")
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(ends)
    }
    let spawned = ExternalLaunch(
      executable: executable, arguments: arguments, folder: folder, input: pipes[0][0],
      output: pipes[1][1], error: pipes[2][1]
    ).start()
    guard let id = spawned.id else {
      closeAll()
      throw ExternalFault(
        .cannotStart, "cannot start \(executable): \(String(cString: strerror(spawned.number)))")
    }
    self.id = id
    for descriptor in [pipes[0][0], pipes[1][1], pipes[2][1]] { Glibc.close(descriptor) }
    (input, output, error) = (pipes[0][1], pipes[1][0], pipes[2][0])
    for descriptor in [input, output, error] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    stop()
    for descriptor in [input, output, error] where descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// The end of what it wrote to its standard error, at most ``maximumLogBytes``.
  var log: String { String(decoding: logBytes, as: UTF8.self) }

  /// Whether it wrote something that nobody asked for.
  func hasUnreadOutput() -> Bool {
    if received.isEmpty { _ = receive() }
    return !received.isEmpty
  }

  /// Sends bytes, which end with a newline.
  ///
  /// What it writes meanwhile is taken in, so that neither side waits for the other.
  func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(ExternalFault) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EPIPE {
        throw endedFault()
      } else if errno != EINTR {
        try wait(until: deadline, writing: true)
        _ = receive()
        guard received.count <= Self.maximumLineBytes else { throw Self.tooLong }
      }
    }
  }

  /// The next line that it writes, without its newline.
  ///
  /// - Throws: ``ExternalFault/Kind/timeout``, `ended`, `garbage` for a line that is too long.
  func line(until deadline: ContinuousClock.Instant) throws(ExternalFault) -> [UInt8] {
    while true {
      if let end = received[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        guard end < Self.maximumLineBytes else { throw Self.tooLong }
        let line = Array(received[..<end])
        received.removeFirst(end + 1)
        scanned = 0
        return line
      }
      scanned = received.count
      guard scanned < Self.maximumLineBytes else { throw Self.tooLong }
      switch receive() {
      case .some(let count) where count > 0: break
      case .some: throw endedFault()
      case nil: try wait(until: deadline, writing: false)
      }
    }
  }

  /// Asks it to end and gives it time to; then ends it. Returns whether it ended by itself in time.
  @discardableResult
  func close(after bytes: [UInt8]) -> Bool {
    let deadline = ContinuousClock.now + farewell
    _ = try? send(bytes, until: deadline)
    Glibc.close(input)
    input = -1
    let ended = waitForEnd(until: deadline)
    stop()
    return ended
  }

  /// Ends the process and all that it started.
  func stop() {
    guard !isReaped else { return }
    if !hasEnded() {
      kill(-id, SIGTERM)
      _ = waitForEnd(until: ContinuousClock.now + farewell)
    }
    // Before the leader is reaped, while its number cannot belong to anybody else.
    kill(-id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    ending = status & 0x7f == 0 ? .status((status >> 8) & 0xff) : .signal(status & 0x7f)
    drainLog(reads: 32)
  }

  // MARK: Waiting

  private static let tooLong = ExternalFault(
    .garbage, "wrote a line of more than 1 MiB; expected one short JSON object a line")

  /// Waits until there is something to read (or room to write), and takes in what is logged.
  private func wait(
    until deadline: ContinuousClock.Instant, writing: Bool
  ) throws(ExternalFault) {
    let left = deadline - ContinuousClock.now
    guard left > .zero else {
      throw ExternalFault(.timeout, "did not answer within its limit")
    }
    let milliseconds = Int32(
      min(max((left / .milliseconds(1)).rounded(.up), 1), Double(Self.slice)))
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: error, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing ? input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    if isLogClosed { polled[1].fd = -1 }
    let ready = poll(&polled, nfds_t(polled.count), milliseconds)
    if ready > 0, polled[1].revents != 0 { drainLog(reads: 4) }
    // It may have ended while a child of it still holds its pipes.
    if ready <= 0, hasEnded(), receive() ?? 0 == 0 { throw endedFault() }
  }

  /// Takes in what it wrote: the number of bytes, 0 at the end, nil where there is nothing yet.
  private func receive() -> Int? {
    while true {
      let count = block.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno == EAGAIN ? nil : 0 }
      lineArrived = MonotonicClock.nanoseconds()
      received += block[..<count]
      return count
    }
  }

  private var isLogClosed = false

  private func drainLog(reads: Int) {
    defer {
      if logBytes.count > Self.maximumLogBytes {
        logBytes.removeFirst(logBytes.count - Self.maximumLogBytes)
      }
    }
    for _ in 0..<reads where !isLogClosed {
      let count = block.withUnsafeMutableBytes { read(error, $0.baseAddress, $0.count) }
      guard count > 0 else {
        isLogClosed = count == 0
        return
      }
      logBytes += block[..<count]
    }
  }

  private func endedFault() -> ExternalFault {
    // Its output may be closed a moment before it ends.
    _ = waitForEnd(until: ContinuousClock.now + .milliseconds(200))
    let hadEnded = hasEnded()
    stop()
    switch ending {
    case .status(let status) where hadEnded:
      return ExternalFault(.ended, "ended with status \(status) before it answered")
    case .signal(let number) where hadEnded:
      return ExternalFault(.ended, "was ended by signal \(number) before it answered")
    default: return ExternalFault(.ended, "closed its output before it answered")
    }
  }

  private func waitForEnd(until deadline: ContinuousClock.Instant) -> Bool {
    while !hasEnded() {
      guard ContinuousClock.now < deadline else { return false }
      drainLog(reads: 4)
      usleep(2000)
    }
    return true
  }

  /// Whether the process has ended; it stays unreaped, so that its number stays its own.
  private func hasEnded() -> Bool {
    if isReaped { return true }
    var info = siginfo_t()
    return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo != 0
  }
}
