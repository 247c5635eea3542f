import Glibc
public import Store

extension Workbench {
  /// Opens the database at `path` only if there is one: commands that read make no empty file.
  ///
  /// - Throws: ``ExperimentError/unreadable(path:reason:)``, `StoreError`.
  public static func existing(at path: String) throws -> Workbench {
    guard access(path, F_OK) == 0 else {
      throw ExperimentError.unreadable(
        path: path,
        reason: "there is no database; generate or import a corpus first, or name one with --db")
    }
    return try Workbench(path: path)
  }
}
