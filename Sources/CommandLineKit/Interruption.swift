import Glibc
import Synchronization

private let requests = Atomic<Int>(0)

/// Thrown by long work that stopped because the user asked; exit status 130.
public struct Interrupted: Error {
  /// The error; it carries nothing.
  public init() {}
}

/// Whether the user asked the program to stop (Control-C or SIGTERM).
public enum Interruption {
  /// True after the first request.
  public static var isRequested: Bool { requests.load(ordering: .relaxed) > 0 }

  /// Throws ``Interrupted`` after a request: call it where stopping loses nothing.
  public static func check() throws(Interrupted) {
    if isRequested { throw Interrupted() }
  }

  /// Starts to listen. The second request ends the program at once with status 130.
  public static func install() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if requests.add(1, ordering: .relaxed).newValue > 1 { _exit(130) }
      }
    }
  }
}
