import Glibc

/// The most memory that this process ever held at once.
public enum PeakMemory {
  /// Resident bytes at the peak; never falls. At the resolution of pages.
  ///
  /// `VmHWM` of this program alone. `ru_maxrss` begins with the peak of the process that started this
  /// one, so a small child of a large parent would seem large; it is taken where /proc is not there.
  public static var bytes: Int { highWaterMark ?? maximumOfUsage }

  private static var maximumOfUsage: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  private static var highWaterMark: Int? {
    guard let file = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" }
      return words.count == 3 ? Int(words[1]).map { $0 * 1024 } : nil
    }
    return nil
  }
}
