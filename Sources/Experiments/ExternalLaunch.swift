import Foundation
import Glibc

/// How a detector's program is started.
struct ExternalLaunch {
  var executable: String
  var arguments: [String]
  /// Its working directory.
  var folder: String
  /// The descriptors that become its standard input, output and error.
  var input: Int32
  var output: Int32
  var error: Int32

  /// Variables of the environment that it does not see: where the labels are.
  private static let hidden = ["NIGHTLIGHT_DB"]
  /// Variables that it sees in any case: output that is not held back, errors in one language.
  private static let given = [
    "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8",
  ]

  /// Starts it as the leader of a process group of its own.
  ///
  /// - Returns: its number, or the number of the error.
  func start() -> (id: pid_t?, number: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, error, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
    var id: pid_t = 0
    // The shell changes to the folder and becomes the program: same process, same group.
    let words = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder, executable] + arguments
    let number = withCStrings(words) { words in
      withCStrings(environment()) { environment in
        posix_spawn(&id, "/bin/sh", &actions, &attributes, words, environment)
      }
    }
    return (number == 0 ? id : nil, number)
  }

  private func environment() -> [String] {
    var variables = ProcessInfo.processInfo.environment
    for name in Self.hidden { variables[name] = nil }
    variables.merge(Self.given) { $1 }
    return variables.map { "\($0.key)=\($0.value)" }.sorted()
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
