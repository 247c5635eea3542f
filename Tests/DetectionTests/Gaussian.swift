import Detection
import Statistics

extension CounterRandom {
  /// A standard normal number by Marsaglia's polar method.
  mutating func normal() -> Double {
    while true {
      let (u, v) = (2 * unit() - 1, 2 * unit() - 1)
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      return u * (-2 * Elementary.log(square) / square).squareRoot()
    }
  }

  /// The log-likelihood ratio of "the mean is `shift`" against "the mean is 0" for one unit normal
  /// observation whose mean truly is `shift` or 0: normal with mean ±shift²/2, deviation `shift`.
  mutating func ratio(shift: Double, shifted: Bool) -> Double {
    shift * (normal() + (shifted ? shift : 0)) - shift * shift / 2
  }
}
