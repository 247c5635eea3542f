/// How the time of a message was written, so that it can be written back alike.
public struct TimeStyle: Sendable, Hashable, RawRepresentable {
  public enum Kind: UInt32, Sendable { case absent, iso, integer, clock }

  /// Bits 0–1 kind, 2 seconds present, 3–6 fractional digits, 7–8 zone (0 none, 1 `Z`, 2 offset),
  /// 9–20 offset in minutes + 2048.
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let absent = TimeStyle(rawValue: 0)
  /// Integer milliseconds since 1970.
  public static let integer = TimeStyle(rawValue: 2)
  /// `HH:MM` on 1970-01-01, as PAN-2012 writes it.
  public static let clock = TimeStyle(rawValue: 3)
  /// `2031-05-02T18:04:11Z`
  public static let isoSecondsUTC = TimeStyle(rawValue: 1 | 1 << 2 | 1 << 7)

  public var kind: Kind { Kind(rawValue: rawValue & 3) ?? .absent }
}
