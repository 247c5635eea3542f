/// What ``Shortcut`` may know of a prefix: counts, lengths and hours, no word.
struct ConversationShape {
  private var messages = 0.0
  private var bytes = 0.0
  private var timed = 0.0
  private var authors = 0.0
  /// A bit for each of the first 1,024 authors; further ones are not told apart.
  private var seen = InlineArray<16, UInt64>(repeating: 0)
  /// Messages in each eighth of the day.
  private var eighths = InlineArray<8, Double>(repeating: 0)

  init() {}

  /// Takes one message. O(1).
  mutating func observe(author: Int, time: Int64?, bytes count: Int) {
    messages += 1
    bytes += Double(count)
    let author = min(max(author, 0), 1023)
    if seen[author >> 6] & (1 << UInt64(author & 63)) == 0 {
      seen[author >> 6] |= 1 << UInt64(author & 63)
      authors += 1
    }
    guard let time else { return }
    timed += 1
    let day: Int64 = 86_400_000
    let withinDay = ((time % day) + day) % day
    eighths[Int(withinDay / (day / 8))] += 1
  }

  /// Feature `index` in the order of ``Shortcut/features``; hours are 0 without times.
  @inline(__always) func feature(_ index: Int) -> Double {
    switch index {
    case 0: Elementary.log(1 + messages)
    case 1: Elementary.log(1 + authors)
    case 2: Elementary.log(1 + (messages > 0 ? bytes / messages : 0))
    default: timed > 0 ? eighths[index - 3] / timed : 0
    }
  }

  /// All features.
  var row: [Double] { Shortcut.features.indices.map(feature) }

  /// The log-odds under `model`, without an allocation.
  func margin(_ model: Shortcut) -> Double {
    var sum = model.bias
    for index in model.weights.indices {
      sum += model.weights[index] * ((feature(index) - model.means[index]) * model.scales[index])
    }
    return sum
  }
}
