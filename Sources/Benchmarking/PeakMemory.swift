import Glibc

/// The most memory that this process ever held at once.
public enum PeakMemory {
  /// Resident bytes at the peak; never falls. At the resolution of pages.
  ///
  /// `VmHWM` of this program alone. `ru_maxrss` begins with the peak of the process that started this
  /// one, so a small child of a large parent would seem large; it is taken where /proc is not there.
  public static var bytes: Int { ownBytes ?? maximumOfUsage }

  private static var maximumOfUsage: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// Resident bytes at the peak of this program alone (`VmHWM`); nil where the system does not say.
  public static var ownBytes: Int? {
    MachineEnvironment.value(of: "VmHWM", in: "/proc/self/status", separator: ":")
      .flatMap { Int($0.prefix(while: \.isNumber)) }.map { $0 * 1024 }
  }
}
