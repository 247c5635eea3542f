import Foundation

/// The machine that makes the report, for the reader who compares figures.
enum Machine {
  /// Processor, cores, memory and system; what cannot be read is left out.
  static func facts() -> [Fact] {
    var facts: [Fact] = []
    if let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      let model = value(of: "model name", separator: ":", in: text)
    {
      facts.append(Fact("Processor", model))
    }
    let information = ProcessInfo.processInfo
    facts.append(Fact("Cores", "\(information.activeProcessorCount)"))
    facts.append(
      Fact("Memory", NumberText.value(Double(information.physicalMemory), .bytes)))
    if let text = try? String(contentsOfFile: "/etc/os-release", encoding: .utf8),
      let name = value(of: "PRETTY_NAME", separator: "=", in: text)
    {
      facts.append(Fact("System", name.replacing("\"", with: "")))
    }
    return facts
  }

  private static func value(of key: String, separator: Character, in text: String) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix(key) {
      let parts = line.split(separator: separator, maxSplits: 1)
      guard parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == key else { continue }
      return parts[1].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
