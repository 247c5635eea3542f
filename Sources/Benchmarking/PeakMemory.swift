import Glibc

/// The most memory that this process ever held at once.
public enum PeakMemory {
  /// Resident bytes at the peak (`ru_maxrss`); never falls. At the resolution of pages.
  public static var bytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
