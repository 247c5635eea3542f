import Chat
public import Detection
import Foundation

/// A trained detector with its stop policy in one file that `nightlight-scan` uses.
///
/// Layout: the line `nightlight-model 2`, one line of JSON (what the model is), the bytes of the
/// detector, and the SHA-256 of all that as the last 32 bytes. Files of version 1, which knew the
/// policies `threshold` and `skepticism` only, are read as well.
public struct ModelFile: Sendable {
  /// The first line of every model file of this version.
  static let magic = "nightlight-model 2\n"
  /// The first lines that are read.
  private static let readable = ["nightlight-model 1\n", magic]

  /// What `info` prints and `rate` needs beside the detector.
  public struct Header: Codable, Sendable, Equatable {
    /// The detector's name.
    public var detector: String
    /// The detector's version when it was trained.
    public var detectorVersion: Int
    /// Hyper-parameters by name.
    public var parameters: [String: String]
    /// One of `PolicyFitting.names`.
    public private(set) var policy: String
    /// What the policy compares with: the score at or above which a decision is positive, the
    /// evidence in log-odds, or the probability of a critical stage.
    public private(set) var threshold: Double
    /// Positive decisions needed among the last `window`; 1 of 1 for all but `skepticism`.
    public private(set) var needed: Int
    /// How many decisions the policy looks back.
    public private(set) var window: Int
    /// What `cusum` takes off each message's evidence.
    public private(set) var drift: Double?
    /// Where `sprt` restarts.
    public private(set) var lower: Double?
    /// The log-odds before the first message, for `cusum` and `sprt`.
    public private(set) var prior: Double?
    /// What the policy was fitted for: `f1` or `fpr<=0.01`.
    public var objective: String
    /// The corpus it was trained on, by name and content.
    public var corpus: String
    /// SHA-256 of the corpus content.
    public var corpusSHA256: String
    /// Locales of the training conversations; others abstain. Empty: unknown, never abstains.
    public var locales: [String]
    /// The seed of the training.
    public var seed: UInt64
    /// What the detector may read, by the name of a `View`; nil for the full view.
    public private(set) var view: String?
    /// How a conversation's state is kept: `running-sums`, or nil for the detector's own state.
    public private(set) var state: String?
    /// On how many of a platform's own conversations the policy was calibrated; nil where it is as
    /// validation fitted it.
    public var calibratedOn: Int?

    init(
      detector: String, detectorVersion: Int, parameters: [String: String], policy: StopPolicy,
      objective: String, corpus: String, corpusSHA256: String, locales: [String], seed: UInt64,
      view: View = .full, keepsRunningSums: Bool = false
    ) {
      self.view = view == .full ? nil : view.rawValue
      state = keepsRunningSums ? Self.runningSums : nil
      (self.detector, self.detectorVersion) = (detector, detectorVersion)
      (self.parameters, self.objective, self.corpus) = (parameters, objective, corpus)
      (self.corpusSHA256, self.locales, self.seed) = (corpusSHA256, locales, seed)
      (self.policy, threshold, needed, window) = (policy.name, policy.threshold, 1, 1)
      set(policy)
    }

    private static let runningSums = "running-sums"

    /// Reads the bytes of a detector that this header describes.
    fileprivate func decode(_ bytes: [UInt8]) throws -> any Detector {
      switch state {
      case nil: try DetectorCatalogue.decode(detector, bytes)
      case Self.runningSums: try RunningSumDetector.decode(detector, bytes)
      case let other?:
        throw DetectionError.invalidModel(
          detector: detector, reason: "state '\(other)'; expected \(Self.runningSums)")
      }
    }

    /// Spells the policy in the fields.
    mutating func set(_ policy: StopPolicy) {
      (self.policy, threshold, needed, window) = (policy.name, policy.threshold, 1, 1)
      (drift, lower, prior) = (nil, nil, nil)
      switch policy {
      case .threshold, .stage: break
      case .skepticism(_, let needed, let window): (self.needed, self.window) = (needed, window)
      case .cusum(_, let drift, let prior): (self.drift, self.prior) = (drift, prior)
      case .sprt(_, let lower, let prior): (self.lower, self.prior) = (lower, prior)
      }
    }

    /// Whether a conversation of this locale is one the model never saw; an unknown locale is not.
    func abstains(for locale: String?) -> Bool {
      guard let locale, !locales.isEmpty else { return false }
      return !locales.contains(locale)
    }
  }

  /// What the model is.
  public var header: Header
  /// The detector itself.
  public var detector: any Detector

  /// A model to write.
  public init(header: Header, detector: any Detector) {
    (self.header, self.detector) = (header, detector)
  }

  /// What the detector may read.
  var lens: ViewLens {
    guard let view = View(rawValue: header.view ?? View.full.rawValue) else {
      preconditionFailure("a header without a known view; reading refuses it")
    }
    return ViewLens(view, salt: header.seed)
  }

  /// The policy of the header.
  public var policy: StopPolicy {
    get {
      guard let policy = header.stopPolicy else {
        preconditionFailure("a header without a policy; reading refuses it")
      }
      return policy
    }
    set { header.set(newValue) }
  }

  /// The bytes of the file.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Array(Self.magic.utf8)
    bytes += try encoder.encode(header)
    bytes.append(UInt8(ascii: "\n"))
    bytes += detector.encoded()
    return bytes + SHA256.digest(of: bytes)
  }

  /// Reads the file at `path`.
  ///
  /// - Throws: ``ExperimentError/unreadable(path:reason:)``, and what ``init(bytes:path:)`` throws.
  public init(path: String) throws {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let reason =
        (error as? CocoaError)?.code == .fileReadNoSuchFile
        ? "No such file or directory" : "the file could not be read"
      throw ExperimentError.unreadable(path: path, reason: reason)
    }
    try self.init(bytes: Array(data), path: path)
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: ``ExperimentError/invalidModel(path:reason:)`` where the file is no model, of another
  ///   version, cut short or changed.
  public init(bytes: [UInt8], path: String) throws {
    func refuse(_ reason: String) -> ExperimentError { .invalidModel(path: path, reason: reason) }
    guard bytes.starts(with: Array("nightlight-model ".utf8)) else {
      throw refuse("not a Nightlight model; expected a file that 'nightlight-scan train' wrote")
    }
    let magic = Self.readable.map { Array($0.utf8) }.first { bytes.starts(with: $0) }
    guard let magic else {
      throw refuse("a model of another version; expected version 1 or 2")
    }
    let body = bytes.dropLast(32)
    guard body.count > magic.count, Array(bytes.suffix(32)) == SHA256.digest(of: Array(body)) else {
      throw refuse("the checksum does not match; the file was cut short or changed")
    }
    let rest = body[(body.startIndex + magic.count)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      throw refuse("no header; expected one line of JSON")
    }
    do {
      header = try JSONDecoder().decode(Header.self, from: Data(rest[..<end]))
      detector = try header.decode(Array(rest[(end + 1)...]))
    } catch {
      throw refuse("the content does not fit: \(error)")
    }
    guard header.view.map({ View(rawValue: $0) != nil }) ?? true else {
      throw refuse(
        "no view '\(header.view ?? "")'; expected one of "
          + View.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard header.stopPolicy != nil else {
      throw refuse(
        "no policy '\(header.policy)' with these parameters; "
          + "expected one of \(PolicyFitting.names.joined(separator: ", "))")
    }
  }
}
