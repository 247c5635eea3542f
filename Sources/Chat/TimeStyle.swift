/// How the time of a message was written, so that it can be written back alike.
///
/// ```swift
/// let (time, style) = TimeStyle.parse("2031-05-02T18:04+02:00".utf8.span)!
/// style.text(of: time)  // "2031-05-02T18:04+02:00"
/// ```
public struct TimeStyle: Sendable, Hashable, RawRepresentable {
  /// The family of notations a time belongs to.
  public enum Kind: UInt32, Sendable {
    /// The message has no time.
    case absent
    /// An ISO 8601 date-time.
    case iso
    /// A whole number of milliseconds since 1970.
    case integer
    /// `HH:MM` without a date.
    case clock
  }

  /// The bits that stores keep: 0–1 kind, 2 seconds present, 3–6 fractional digits (0–6),
  /// 7–8 zone (0 none, 1 `Z`, 2 offset), 9–20 offset in minutes + 2048, 21–30 microseconds beyond
  /// the milliseconds, 31 ``isVerbatim``.
  public var rawValue: UInt32

  /// The style with these bits; unused combinations are written as the nearest used one.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No time at all.
  public static let absent = TimeStyle(rawValue: 0)
  /// Integer milliseconds since 1970.
  public static let integer = TimeStyle(rawValue: 2)
  /// `HH:MM` on 1970-01-01, as PAN-2012 writes it.
  public static let clock = TimeStyle(rawValue: 3)
  /// `2031-05-02T18:04:11Z`
  public static let isoSecondsUTC = TimeStyle(rawValue: 1 | 1 << 2 | 1 << 7)

  /// The family of the notation.
  public var kind: Kind { Kind(rawValue: rawValue & 3) ?? .absent }

  /// Whether the notation is a rare one (more than six fractional digits, a decimal comma, an offset
  /// without colon or minutes, `-00:00`) whose text stands as written in the message's entry of
  /// ``Conversation/messageExtras``, there as its member `"time"`; ``append(_:to:)`` writes the
  /// nearest usual notation.
  public var isVerbatim: Bool { rawValue >> 31 != 0 }

  /// The distance from UTC in minutes; 0 without an offset.
  public var offsetMinutes: Int {
    rawValue >> 7 & 3 == 2 ? Int(rawValue >> 9 & 0xfff) - 2048 : 0
  }

  var hasSeconds: Bool { rawValue >> 2 & 1 != 0 }
  var fractionalDigits: Int { min(Int(rawValue >> 3 & 15), 6) }
  var isUTC: Bool { rawValue >> 7 & 3 == 1 }
  var hasOffset: Bool { rawValue >> 7 & 3 == 2 }
  var microseconds: Int { min(Int(rawValue >> 21 & 0x3ff), 999) }
}
