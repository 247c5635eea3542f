import Glibc

/// The most memory that this process ever held at once.
public enum PeakMemory {
  /// Resident bytes at the peak (`ru_maxrss`); never falls. At the resolution of pages.
  public static var bytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// Resident bytes at the peak of this program alone (`VmHWM`); nil where the system does not say.
  ///
  /// Unlike ``bytes``, without what the process held that started it: a child inherits that.
  public static var ownBytes: Int? {
    MachineEnvironment.value(of: "VmHWM", in: "/proc/self/status", separator: ":")
      .flatMap { Int($0.prefix(while: \.isNumber)) }.map { $0 * 1024 }
  }
}
