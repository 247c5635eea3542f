import Benchmarking
import Glibc

/// Why a child process gave no answer: the program and how it ended; never what it printed.
struct ChildFailure: Error, CustomStringConvertible {
  var program: String
  var reason: String
  var description: String { "\(program): \(reason)" }
}

/// Runs a program to its end and gives what it wrote on standard output.
///
/// The child has a process group of its own, so that a timeout ends its children too. Both of its
/// streams are read at once: a child that fills one while we wait on the other would never end.
enum ChildProcess {
  static func run(_ words: [String], timeout: Duration = .seconds(900)) throws -> String {
    let program = words.first ?? ""
    var output = try Pipe()
    var error = try Pipe()
    let child = try spawn(words, output: output.write, error: error.write)
    output.closeWrite()
    error.closeWrite()
    let deadline = MonotonicClock.nanoseconds() + Int(timeout.seconds * 1e9)
    let isComplete = drain(&output, &error, until: deadline)
    if !isComplete { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard isComplete else {
      throw ChildFailure(program: program, reason: "took longer than \(timeout)")
    }
    guard status == 0 else {
      let lines = String(decoding: error.bytes, as: UTF8.self).split(separator: "\n")
      // Only the kind of the error: what follows may quote the input.
      let kind = lines.last?.prefix { $0.isLetter }
      throw ChildFailure(
        program: program,
        reason: status & 0x7F == 0
          ? "exit status \((status >> 8) & 0xFF)" + (kind.map { " (\($0))" } ?? "")
          : "ended by signal \(status & 0x7F)")
    }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private static func spawn(_ words: [String], output: Int32, error: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let number = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    guard number == 0 else {
      throw ChildFailure(program: words[0], reason: String(cString: strerror(number)))
    }
    return child
  }

  /// Reads both pipes to their ends; false at the deadline.
  private static func drain(_ output: inout Pipe, _ error: inout Pipe, until deadline: Int) -> Bool
  {
    while output.isOpen || error.isOpen {
      let left = (deadline - MonotonicClock.nanoseconds()) / 1_000_000
      guard left > 0 else { return false }
      var waiting = [output.request, error.request]
      let ready = poll(&waiting, 2, Int32(min(left, 60_000)))
      guard ready > 0 else { continue }
      if waiting[0].revents != 0 { output.take() }
      if waiting[1].revents != 0 { error.take() }
    }
    return true
  }
}

/// A pipe of which this process reads one end. Closed by `deinit`.
private struct Pipe: ~Copyable {
  let read: Int32
  private(set) var write: Int32
  private(set) var isOpen = true
  private(set) var bytes: [UInt8] = []

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw ChildFailure(program: "pipe", reason: String(cString: strerror(errno)))
    }
    (read, write) = (ends[0], ends[1])
    // The child must hold the copies that were made for it alone, or the end never comes.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// What to wait for; a negative descriptor is one that poll leaves alone.
  var request: pollfd { pollfd(fd: isOpen ? read : -1, events: Int16(POLLIN), revents: 0) }

  deinit {
    close(read)
    if write >= 0 { close(write) }
  }

  mutating func closeWrite() {
    close(write)
    write = -1
  }

  /// Takes what there is; notices the end.
  mutating func take() {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(read, &block, block.count)
    if count > 0 {
      bytes.append(contentsOf: block[..<count])
    } else if count == 0 || errno != EINTR {
      isOpen = false
    }
  }
}
