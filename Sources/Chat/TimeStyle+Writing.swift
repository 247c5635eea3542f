extension TimeStyle {
  /// Adds `time` in this style; nothing for ``absent``. What ``parse(_:)`` read is written back byte
  /// by byte, except where the style ``isVerbatim``.
  ///
  /// A year outside 0…9999 is written with its sign or more digits and cannot be read again.
  public func append(_ time: Int64, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: Self.longest) { append(time, to: &$0) }
  }

  /// The most bytes that a time takes: a year of nine digits with its sign, microseconds and an
  /// offset.
  public static let longest = 40

  /// Adds `time` in this style, as ``append(_:to:)`` does to an array.
  ///
  /// - Precondition: `output` has room for ``longest`` bytes.
  public func append(_ time: Int64, to output: inout OutputSpan<UInt8>) {
    switch kind {
    case .absent: break
    case .integer: for digit in String(time).utf8 { output.append(digit) }
    case .clock:
      let minutes = Self.remainder(Self.quotient(time, 60_000), 1440)
      Self.append(pair: minutes / 60, to: &output)
      output.append(UInt8(ascii: ":"))
      Self.append(pair: minutes % 60, to: &output)
    case .iso: appendDateTime(time, to: &output)
    }
  }

  /// The text of `time` in this style; see ``append(_:to:)``.
  public func text(of time: Int64) -> String {
    var bytes: [UInt8] = []
    append(time, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendDateTime(_ time: Int64, to output: inout OutputSpan<UInt8>) {
    let local = time &+ Int64(offsetMinutes) &* 60_000
    let date = Self.date(Self.quotient(local, 86_400_000))
    let inDay = Self.remainder(local, 86_400_000)
    if date.year < 0 { output.append(UInt8(ascii: "-")) }
    Self.append(year: abs(date.year), to: &output)
    output.append(UInt8(ascii: "-"))
    Self.append(pair: date.month, to: &output)
    output.append(UInt8(ascii: "-"))
    Self.append(pair: date.day, to: &output)
    output.append(UInt8(ascii: "T"))
    Self.append(pair: inDay / 3_600_000, to: &output)
    output.append(UInt8(ascii: ":"))
    Self.append(pair: inDay / 60_000 % 60, to: &output)
    if hasSeconds {
      output.append(UInt8(ascii: ":"))
      Self.append(pair: inDay / 1000 % 60, to: &output)
      if fractionalDigits > 0 {
        output.append(UInt8(ascii: "."))
        var scale = 100_000
        for _ in 0..<fractionalDigits {
          let digit = (inDay % 1000 * 1000 + microseconds) / scale % 10
          output.append(UInt8(ascii: "0") + UInt8(digit))
          scale /= 10
        }
      }
    }
    if isUTC {
      output.append(UInt8(ascii: "Z"))
    } else if hasOffset {
      output.append(UInt8(ascii: offsetMinutes < 0 ? "-" : "+"))
      Self.append(pair: abs(offsetMinutes) / 60, to: &output)
      output.append(UInt8(ascii: ":"))
      Self.append(pair: abs(offsetMinutes) % 60, to: &output)
    }
  }

  /// Adds a number of 0…99 as two digits. Storing them and what stands before them as one word takes
  /// as many instructions.
  @inline(__always)
  private static func append(pair number: Int, to output: inout OutputSpan<UInt8>) {
    let number = UInt32(truncatingIfNeeded: number)
    output.append(UInt8(truncatingIfNeeded: 0x30 &+ number / 10))
    output.append(UInt8(truncatingIfNeeded: 0x30 &+ number % 10))
  }

  /// Adds a number of 0 or more with at least four digits.
  private static func append(year number: Int, to output: inout OutputSpan<UInt8>) {
    if number < 10_000 {
      append(pair: number / 100, to: &output)
      append(pair: number % 100, to: &output)
    } else {
      for digit in String(number).utf8 { output.append(digit) }
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
