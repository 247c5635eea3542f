import Glibc

/// The machine and the build that a figure was measured with: no environment, no figure.
///
/// ```swift
/// MachineEnvironment.current["build"]  // "release"
/// ```
public struct MachineEnvironment: Sendable, Equatable {
  /// One fact.
  public struct Property: Sendable, Equatable {
    /// What it is about, such as `cpu`.
    public let name: String
    /// Such as `AMD EPYC 7763 64-Core Processor`; `unknown` where the system does not say.
    public let value: String
  }

  /// All facts, sorted by name: `build`, `cores`, `cpu`, `kernel`, `memory` (GiB), `os`, `swift`.
  public let properties: [Property]

  /// The value of a name; nil for a name that is not there.
  public subscript(name: String) -> String? { properties.first { $0.name == name }?.value }

  /// What decides whether two figures may be compared, in 16 hexadecimal digits: equal for equal
  /// build, cores, CPU, memory (whole GiB), system and compiler; the kernel may differ (64-bit
  /// FNV-1a of the facts in order; Fowler, Noll, Vo 1991).
  public var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for property in properties where property.name != "kernel" {
      let value =
        property.name == "memory" ? property.value.prefix { $0 != "." } : property.value[...]
      for byte in "\(property.name)=\(value)\n".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether this code was compiled without optimisation, so that no figure of it counts.
  public static var isDebugBuild: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  /// This machine and this build. Reads two small files.
  public static var current: MachineEnvironment {
    let facts = [
      "build": isDebugBuild ? "debug" : "release",
      "cores": String(sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      "cpu": value(of: "model name", in: "/proc/cpuinfo", separator: ":") ?? "unknown",
      "kernel": kernel,
      "memory": memory,
      "os": value(of: "PRETTY_NAME", in: "/etc/os-release", separator: "=") ?? "unknown",
      "swift": swiftVersion,
    ]
    return MachineEnvironment(
      properties: facts.sorted { $0.key < $1.key }.map { Property(name: $0.key, value: $0.value) })
  }

  /// The version of the compiler, as far as conditions can tell it.
  private static var swiftVersion: String {
    #if compiler(>=7)
      "7 or later"
    #elseif compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3.1)
      "6.3.1"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var kernel: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "unknown" }
    return text(names.sysname) + " " + text(names.release) + " " + text(names.machine)
  }

  private static var memory: String {
    let bytes = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
    let tenths = Int((bytes / 0x1p30 * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A fixed array of C characters up to its zero.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// The value on the first line of a file whose name is `name`; quotes are taken off.
  static func value(of name: String, in path: String, separator: Character) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 1024)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(
        decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      let parts = line.split(separator: separator, maxSplits: 1)
      guard parts.count == 2, trimmed(parts[0]) == name else { continue }
      return trimmed(parts[1])
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let isMargin = { (character: Character) in character.isWhitespace || character == "\"" }
    let start = text.drop(while: isMargin)
    return String(start.reversed().drop(while: isMargin).reversed())
  }
}
