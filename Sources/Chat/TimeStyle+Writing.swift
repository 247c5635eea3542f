extension TimeStyle {
  /// Adds `time` in this style; nothing for ``absent``. What ``parse(_:)`` read is written back byte
  /// by byte, except where the style ``isVerbatim``.
  ///
  /// A year outside 0…9999 is written with its sign or more digits and cannot be read again.
  public func append(_ time: Int64, to bytes: inout [UInt8]) {
    switch kind {
    case .absent: break
    case .integer: bytes.append(contentsOf: String(time).utf8)
    case .clock:
      let minutes = Self.remainder(Self.quotient(time, 60_000), 1440)
      Self.append(minutes / 60, 2, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      Self.append(minutes % 60, 2, to: &bytes)
    case .iso: appendDateTime(time, to: &bytes)
    }
  }

  /// The text of `time` in this style; see ``append(_:to:)``.
  public func text(of time: Int64) -> String {
    var bytes: [UInt8] = []
    append(time, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendDateTime(_ time: Int64, to bytes: inout [UInt8]) {
    let local = time &+ Int64(offsetMinutes) &* 60_000
    let date = Self.date(Self.quotient(local, 86_400_000))
    let inDay = Self.remainder(local, 86_400_000)
    if date.year < 0 { bytes.append(UInt8(ascii: "-")) }
    Self.append(abs(date.year), 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(date.month, 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(date.day, 2, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    Self.append(inDay / 3_600_000, 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(inDay / 60_000 % 60, 2, to: &bytes)
    if hasSeconds {
      bytes.append(UInt8(ascii: ":"))
      Self.append(inDay / 1000 % 60, 2, to: &bytes)
      if fractionalDigits > 0 {
        bytes.append(UInt8(ascii: "."))
        var fraction = inDay % 1000 * 1000 + microseconds
        for _ in fractionalDigits..<6 { fraction /= 10 }
        Self.append(fraction, fractionalDigits, to: &bytes)
      }
    }
    if isUTC {
      bytes.append(UInt8(ascii: "Z"))
    } else if hasOffset {
      bytes.append(UInt8(ascii: offsetMinutes < 0 ? "-" : "+"))
      Self.append(abs(offsetMinutes) / 60, 2, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      Self.append(abs(offsetMinutes) % 60, 2, to: &bytes)
    }
  }

  /// Adds a number of 0 or more with at least `width` digits.
  private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
    var scale = 1
    for _ in 1..<width { scale *= 10 }
    while number / scale >= 10 { scale *= 10 }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Division that rounds down, so that times before 1970 fall on their day.
  private static func quotient(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }

  private static func remainder(_ value: Int64, _ divisor: Int64) -> Int {
    let rest = value % divisor
    return Int(rest < 0 ? rest + divisor : rest)
  }

  /// The Gregorian date a number of days after 1970-01-01.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), `civil_from_days`.
  private static func date(_ days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = quotient(shifted, 146_097)
    let dayOfEra = remainder(shifted, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
