import Glibc

/// How rich the language of a sequence of words is.
///
/// ```swift
/// LexicalDiversity.typeTokenRatio(["a", "b", "a", "c"])  // 0.75
/// ```
enum LexicalDiversity {
  /// Different words over words (Johnson 1944); nil without a word.
  static func typeTokenRatio<Word: Hashable>(_ words: [Word]) -> Double? {
    words.isEmpty ? nil : Double(Set(words).count) / Double(words.count)
  }

  /// Different pairs of neighbours over pairs (Li et al. 2016, doi:10.18653/v1/N16-1014); nil below
  /// two words.
  static func distinctPairs<Word: Hashable>(_ words: [Word]) -> Double? {
    guard words.count > 1 else { return nil }
    // Numbers stand for the words, so that a pair is one machine word.
    let numbers = numbered(words)
    var pairs: Set<UInt64> = []
    for index in 1..<numbers.count {
      pairs.insert(UInt64(numbers[index - 1]) << 32 | UInt64(numbers[index]))
    }
    return Double(pairs.count) / Double(words.count - 1)
  }

  /// The mean length of runs whose type-token ratio stays above .72, forwards and backwards, a rest
  /// counted in part (McCarthy and Jarvis 2010, doi:10.3758/BRM.42.2.381); nil without a word, or
  /// where the ratio is 1 throughout. Agrees with `lexicalrichness`' `mtld(threshold=0.72)`.
  static func mtld<Word: Hashable>(_ words: [Word], threshold: Double = 0.72) -> Double? {
    let numbers = numbered(words)
    guard let forwards = runLength(numbers, threshold),
      let backwards = runLength(numbers.reversed(), threshold)
    else { return nil }
    return (forwards + backwards) / 2
  }

  private static func runLength(_ numbers: [UInt32], _ threshold: Double) -> Double? {
    guard !numbers.isEmpty else { return nil }
    var lastRun = [Int](repeating: -1, count: Int(numbers.max() ?? 0) + 1)
    var (run, types, words, ratio) = (0, 0, 0, 1.0)
    var factors = 0.0
    for number in numbers {
      words += 1
      if lastRun[Int(number)] != run {
        lastRun[Int(number)] = run
        types += 1
      }
      ratio = Double(types) / Double(words)
      if ratio <= threshold {
        factors += 1
        run += 1
        (types, words, ratio) = (0, 0, 1)
      }
    }
    if words > 0 { factors += (1 - ratio) / (1 - threshold) }
    return factors > 0 ? Double(numbers.count) / factors : nil
  }

  /// The slope of ln(frequency) over ln(rank) for the 1,000 most frequent words, by least squares
  /// (Zipf 1949); nil below two different words.
  static func zipfSlope<Word: Hashable>(_ words: [Word], ranks: Int = 1000) -> Double? {
    var counts: [UInt32: Int] = [:]
    for number in numbered(words) { counts[number, default: 0] += 1 }
    let frequencies = counts.values.sorted(by: >).prefix(ranks)
    guard frequencies.count > 1 else { return nil }
    let x = frequencies.indices.map { log(Double($0 + 1)) }
    let y = frequencies.map { log(Double($0)) }
    let n = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }

  private static func numbered<Word: Hashable>(_ words: [Word]) -> [UInt32] {
    var numbers: [Word: UInt32] = [:]
    return words.map { word in
      let next = UInt32(numbers.count)
      let number = numbers[word] ?? next
      if number == next { numbers[word] = number }
      return number
    }
  }
}
