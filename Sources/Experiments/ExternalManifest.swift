import Chat
import Foundation

/// How a detector from elsewhere is run: a JSON file beside its program.
///
/// ```json
/// {"name": "my-detector", "command": ["${PYTHON}", "my_detector.py"], "parameters": {"C": 10},
///  "limits": {"message_s": 5}, "licence": "MIT", "requires": "Run 'make detectors'."}
/// ```
///
/// Paths of the command are relative to the manifest. `${PYTHON}` is the interpreter that
/// `NIGHTLIGHT_PYTHON` names, else `Build/detectors/bin/python` of the working directory, else
/// `python3`; `${NIGHTLIGHT_BENCH}` is the running program.
public struct ExternalManifest: Sendable, Equatable {
  /// The name in tables and on the command line.
  public var name: String
  /// One sentence about it.
  public var summary: String
  /// The program and its arguments, as written.
  public var command: [String]
  /// What the detector is given at its greeting: a JSON object with sorted keys.
  public var parameters: String
  /// How long it may take.
  public var limits: ExternalLimits
  /// The licence of the detector.
  public var licence: String
  /// How to install what it needs, in a sentence.
  public var requires: String?
  /// The manifest's file.
  public var path: String
  /// SHA-256 of the manifest and of the files that its command names.
  public var contentSHA256: String

  /// The folder of the manifest, in which the program runs.
  public var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Reads a manifest.
  ///
  /// - Throws: ``ExperimentError/unreadable(path:reason:)``,
  ///   ``ExperimentError/invalidManifest(path:reason:)``.
  public init(path: String) throws(ExperimentError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "the manifest could not be read")
    }
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: data)
    } catch {
      throw .invalidManifest(path: path, reason: Self.reason(error))
    }
    guard !file.command.isEmpty, file.command.allSatisfy({ !$0.isEmpty }) else {
      throw .invalidManifest(path: path, reason: "'command' is empty; expected a program")
    }
    guard !file.name.isEmpty, file.name.utf8.allSatisfy(Self.isPlain) else {
      throw .invalidManifest(
        path: path, reason: "'name' is no name; expected lower-case letters, digits and hyphens")
    }
    var limits = ExternalLimits()
    for (name, seconds) in (file.limits ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard seconds > 0, seconds <= 1e6, limits.set(name, to: .seconds(seconds)) else {
        throw .invalidManifest(
          path: path,
          reason: "limit '\(name)' is unknown or no number of seconds; expected "
            + ExternalLimits.names.joined(separator: ", "))
      }
    }
    (name, summary, command) = (file.name, file.summary ?? "", file.command)
    (self.limits, licence, requires, self.path) = (limits, file.licence, file.requires, path)
    parameters = try Self.parameters(of: data, path: path)
    var digest = SHA256()
    digest.update(Array(data))
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    for word in file.command {
      // What the command runs decides the result as much as the manifest does.
      guard !word.hasPrefix("/"), !word.hasPrefix("$"),
        let content = FileManager.default.contents(atPath: folder.appending(path: word).path)
      else { continue }
      digest.update(Array(content))
    }
    contentSHA256 = SHA256.hex(digest.digest())
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func parameters(of data: Data, path: String) throws(ExperimentError) -> String {
    let tree = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    let value = tree?["parameters"] ?? [String: Any]()
    guard let object = value as? [String: Any],
      let bytes = try? JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    else {
      throw .invalidManifest(path: path, reason: "'parameters' is no object; expected {…}")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the file holds, but for the parameters, which may be anything.
  private struct File: Decodable {
    var name: String
    var summary: String?
    var command: [String]
    var limits: [String: Double]?
    var licence: String
    var requires: String?
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _):
      "no member '\(key.stringValue)'; expected name, command and licence"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.first.map { "member '\($0.stringValue)' has another type than expected" }
        ?? "no JSON object; expected {\"name\":…,\"command\":[…],\"licence\":…}"
    default: "no JSON object; expected {\"name\":…,\"command\":[…],\"licence\":…}"
    }
  }
}
