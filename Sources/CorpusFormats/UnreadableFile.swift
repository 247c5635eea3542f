/// A file that could not be read at all: the path and the system's reason (exit status 1).
public struct UnreadableFile: Error, Equatable, CustomStringConvertible {
  /// The path as the user gave it; `standard input` for `-`.
  public var path: String
  /// Such as `No such file or directory`.
  public var reason: String
  /// `path: reason`
  public var description: String { "\(path): \(reason)" }

  /// A failure with its reason.
  public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }
}
