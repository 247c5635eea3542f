import Foundation
import Glibc

extension ExternalManifest {
  /// Where manifests are looked for, under the working directory.
  public static let defaultFolder = "Datasets/detectors"

  /// All manifests of a folder by name; files that are none are left out. Empty without the folder.
  public static func list(in folder: String) -> [ExternalManifest] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".json") }.sorted()
      .compactMap { try? ExternalManifest(path: folder + "/" + $0) }
      .sorted { $0.name < $1.name }
  }

  /// Whether `word` can only be the path of a manifest.
  public static func isPath(_ word: String) -> Bool {
    word.contains("/") || word.hasSuffix(".json")
  }

  /// The path of the manifest that `word` names: a path, or the name of one in `folder`; else nil.
  public static func path(of word: String, in folder: String) -> String? {
    if isPath(word) { return word }
    let direct = folder + "/" + word + ".json"
    if access(direct, R_OK) == 0 { return direct }
    return list(in: folder).first { $0.name == word }?.path
  }

  /// The program and its arguments, with `${…}` replaced and the program found.
  ///
  /// - Throws: ``ExternalFault/Kind/unavailable`` where there is no such program.
  func resolvedCommand() throws(ExternalFault) -> (executable: String, arguments: [String]) {
    var words: [String] = []
    for word in command {
      switch word {
      case "${PYTHON}": words.append(Self.python())
      case "${NIGHTLIGHT_BENCH}": words.append(Self.ownExecutable())
      default: words.append(word)
      }
    }
    let program = words.removeFirst()
    guard let executable = find(program) else {
      throw ExternalFault(
        .unavailable, "there is no program '\(program)'" + (requires.map { "; \($0)" } ?? ""))
    }
    return (executable, words)
  }

  private func find(_ program: String) -> String? {
    if program.hasPrefix("/") { return access(program, X_OK) == 0 ? program : nil }
    let beside = URL(fileURLWithPath: folder).appending(path: program).path
    if access(beside, X_OK) == 0 { return beside }
    guard !program.contains("/") else { return nil }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }

  private static func python() -> String {
    if let named = ProcessInfo.processInfo.environment["NIGHTLIGHT_PYTHON"], !named.isEmpty {
      return named
    }
    let built = FileManager.default.currentDirectoryPath + "/Build/detectors/bin/python"
    return access(built, X_OK) == 0 ? built : "python3"
  }

  private static func ownExecutable() -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}
