import Benchmarking
import Glibc

/// What a child process took, as the system counted it.
struct ChildUsage {
  /// Processor time, of the user and of the system.
  var seconds: Double
  /// The most resident memory in bytes.
  var peakBytes: Int

  /// Runs two programs, the output of the first being the input of the second, to their ends; what
  /// the second prints is dropped.
  ///
  /// The system's figure of a child's peak begins with that of this process, so it must be called
  /// while this one is small.
  ///
  /// - Throws: ``ChildFailure`` where one ends with another status than 0, or is no larger than this
  ///   process was, so that nothing is known of it.
  static func pipeline(
    _ first: [String], _ second: [String]
  ) throws -> (first: ChildUsage, second: ChildUsage) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw ChildFailure(program: "pipe", reason: String(cString: strerror(errno)))
    }
    // Both children get copies; no other descriptor of the pipe may stay open, or no end is seen.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let source = Result { try spawn(first, input: nil, output: ends[1]) }
    let target = Result { try spawn(second, input: ends[0], output: nil) }
    for end in ends { close(end) }
    let usages = [(source, first), (target, second)].map { child, words in
      Result { try wait(for: child.get(), words[0]) }
    }
    return (try usages[0].get(), try usages[1].get())
  }

  private static func spawn(_ words: [String], input: Int32?, output: Int32?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, place) in [(input, STDIN_FILENO), (output, STDOUT_FILENO)] {
      if let end {
        posix_spawn_file_actions_adddup2(&actions, end, place)
      } else {
        posix_spawn_file_actions_addopen(&actions, place, "/dev/null", O_RDWR, 0)
      }
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let number = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    guard number == 0 else {
      throw ChildFailure(program: words[0], reason: String(cString: strerror(number)))
    }
    return child
  }

  private static func wait(for child: pid_t, _ program: String) throws -> ChildUsage {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    guard status == 0 else {
      throw ChildFailure(
        program: program,
        reason: status & 0x7F == 0
          ? "exit status \((status >> 8) & 0xFF)" : "ended by signal \(status & 0x7F)")
    }
    let peak = usage.ru_maxrss * 1024
    guard peak > PeakMemory.bytes else {
      throw ChildFailure(program: program, reason: "smaller than the process that measures it")
    }
    return ChildUsage(
      seconds: time(usage.ru_utime) + time(usage.ru_stime), peakBytes: peak)
  }

  private static func time(_ value: timeval) -> Double {
    Double(value.tv_sec) + Double(value.tv_usec) * 1e-6
  }
}
