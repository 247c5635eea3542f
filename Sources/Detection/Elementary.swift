/// Logarithm, exponential and logistic function that give the same bits on every machine.
///
/// Argument reduction and polynomials are those of fdlibm (Sun Microsystems 1993); only IEEE 754
/// additions, multiplications and divisions occur, each rounded once, so that a score depends on
/// no system library. The relative error stays below 1e-15.
public enum Elementary {
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  /// The natural logarithm. `log(0)` is −∞, `log(∞)` is ∞, negative numbers and NaN give NaN.
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x == .infinity ? x : .nan }
    var (value, k) = (x, 0.0)
    if value < 0x1p-1022 {
      value *= 0x1p54
      k = -54
    }
    // x = 2ᵏ · (1 + f) with √½ ≤ 1 + f < √2.
    let bits = value.bitPattern
    k += Double(Int(bits >> 52) - 1023)
    var mantissa = Double(bitPattern: bits & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    if mantissa > 1.4142135623730951 {
      mantissa *= 0.5
      k += 1
    }
    let f = mantissa - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332))
    let odd =
      z
      * (0.6666666666666735130
        + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)))
    let half = 0.5 * f * f
    return k * ln2High - ((half - (s * (half + even + odd) + k * ln2Low)) - f)
  }

  /// The exponential function. Below −745.2 it is 0, above 709.8 it is ∞; NaN gives NaN.
  public static func exp(_ x: Double) -> Double {
    guard x == x else { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.13321910194122 { return 0 }
    // x = k·ln 2 + r with |r| ≤ ½ ln 2; the nearest whole k without a library call.
    let k = Double(Int(x * 1.44269504088896338700 + (x < 0 ? -0.5 : 0.5)))
    let high = x - k * ln2High
    let low = k * ln2Low
    let r = high - low
    let t = r * r
    let tail =
      t
      * (0.1666666666666660190
        + t
        * (-2.77777777770155933842e-03
          + t
          * (6.61375632143793436117e-05
            + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))))
    let c = r - tail
    let y = 1 - ((low - (r * c) / (2 - c)) - high)
    // 2ᵏ in two factors, so that the smallest and the largest results stay in range.
    let first = Int(k) / 2
    return y * power(first) * power(Int(k) - first)
  }

  /// 1 / (1 + e⁻ˣ) in 0…1 without overflow, rising in x.
  public static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + exp(-x)) }
    let e = exp(x)
    return e / (1 + e)
  }

  /// ln(1 + eˣ) without overflow.
  public static func softplus(_ x: Double) -> Double {
    x > 0 ? x + logOnePlus(exp(-x)) : logOnePlus(exp(x))
  }

  /// ln(1 + x) for x ≥ 0, exact to the last digits for tiny x too (Goldberg 1991, theorem 4).
  public static func logOnePlus(_ x: Double) -> Double {
    let sum = 1 + x
    return sum == 1 ? x : log(sum) * (x / (sum - 1))
  }

  /// 2ⁿ for −1022 ≤ n ≤ 1023.
  private static func power(_ n: Int) -> Double {
    Double(bitPattern: UInt64(n + 1023) << 52)
  }
}
