import Glibc

/// One run of a program: everything it said, and how it ended.
struct ChildProcess {
  /// What went wrong around the program rather than in it.
  enum Failure: Error, Equatable {
    case cannotStart(Int32)
    case timedOut
  }

  var status: Int32
  var output: String
  var error: String

  /// Runs a program in a process group of its own and waits for it.
  ///
  /// Both streams are read side by side, so a program that writes much to one cannot block on the
  /// other; what does not end in time is killed with everything it started.
  static func run(
    _ executable: String, _ arguments: [String], timeout: Duration
  ) throws(Failure) -> ChildProcess {
    var outPipe: [Int32] = [-1, -1]
    var errPipe: [Int32] = [-1, -1]
    guard pipe(&outPipe) == 0 else { throw .cannotStart(errno) }
    guard pipe(&errPipe) == 0 else {
      let number = errno
      for descriptor in outPipe { close(descriptor) }
      throw .cannotStart(number)
    }
    for descriptor in outPipe + errPipe { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let spawned = spawn(executable, arguments, output: outPipe[1], error: errPipe[1])
    close(outPipe[1])
    close(errPipe[1])
    defer {
      close(outPipe[0])
      close(errPipe[0])
    }
    guard spawned.number == 0 else { throw .cannotStart(spawned.number) }
    let deadline = ContinuousClock.now + timeout
    var texts: [[UInt8]] = [[], []]
    guard drain([outPipe[0], errPipe[0]], into: &texts, until: deadline),
      let status = wait(spawned.id, until: deadline)
    else {
      kill(-spawned.id, SIGKILL)
      var ignored: Int32 = 0
      waitpid(spawned.id, &ignored, 0)
      throw .timedOut
    }
    return ChildProcess(
      status: status, output: String(decoding: texts[0], as: UTF8.self),
      error: String(decoding: texts[1], as: UTF8.self))
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], output: Int32, error: Int32
  ) -> (id: pid_t, number: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, error, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
    // Numbers and messages must not depend on the user's language.
    var environment = ["LC_ALL=C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "FONTCONFIG_PATH", "XDG_CACHE_HOME"] {
      if let value = getenv(name) { environment.append("\(name)=\(String(cString: value))") }
    }
    var id: pid_t = 0
    let number = withCStrings([executable] + arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&id, executable, &actions, &attributes, arguments, environment)
      }
    }
    return (id, number)
  }

  /// Reads until both ends are closed; false when time ran out first.
  private static func drain(
    _ descriptors: [Int32], into texts: inout [[UInt8]], until deadline: ContinuousClock.Instant
  ) -> Bool {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return false }
      let milliseconds = Int32(min(max(left / .milliseconds(1), 1), 1_000_000))
      guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { continue }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let count = read(polled[index].fd, &buffer, buffer.count)
        if count > 0 {
          texts[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          polled[index].fd = -1  // poll skips it from now on
        }
      }
    }
    return true
  }

  /// The exit status, or 128 + the signal; nil when time ran out.
  private static func wait(_ id: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(id, &status, WNOHANG)
      if ended == id { return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f) }
      if ended < 0, errno != EINTR { return 128 }
      guard ContinuousClock.now < deadline else { return nil }
      usleep(2000)
    }
  }
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
