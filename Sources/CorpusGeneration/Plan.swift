internal import Chat

/// Everything about one conversation but its wording: who, when, which acts, and what is true of it.
struct Plan {
  /// One who takes part; the first leads (carries the signs), the second is the other side.
  struct Person {
    var isAdult = true
    var ageBand = "adult"
    var style = 0
    /// Rates of the kinds of noise, as thresholds of 32 random bits.
    var noise = InlineArray<6, UInt32>(repeating: 0)
    /// Filler of the given name.
    var name: Int32 = 0
  }

  var index = 0
  var place = Allocation.Place(split: .train, kind: .ordinary, group: 0)
  var seed: UInt64 = 0
  var setting = 0
  var family = 0
  var pair = Family.Pair.adultMinor
  /// The pair that the family drew, whose law of cues holds for every class.
  var familyPair = Family.Pair.adultMinor
  /// Whether the leading side of an adult–minor pair is the minor.
  var minorLeads = false
  var scenario = ""
  var knownOffline = false
  var people: [Person] = []
  /// 1-based; 0 where there is none.
  var onset = 0
  var decidable = 0
  /// Whether ordinary talk here quotes others often.
  var quotingSpeaker = false
  /// Whether the family quotes its signs.
  var scenarioQuotes = false

  // One entry per message.
  var author: [UInt8] = []
  var stage: [UInt8] = []
  /// Bits in the order of `Sign.allCases`, `withheld` included.
  var signs: [UInt32] = []
  var cues: [UInt32] = []
  var session: [UInt32] = []
  /// Seconds since 1970.
  var time: [Int64] = []
  var topic: [UInt16] = []

  var count: Int { author.count }
  var kind: ConversationKind { place.kind }

  /// Whether the talk joins an adult leading side and a minor, where the labelling rule binds.
  var isAdultLed: Bool { pair == .adultMinor && !minorLeads }

  /// Whether the stage number lies in risk-check…control.
  static func isCritical(_ stage: UInt8) -> Bool { (2...6).contains(stage) }

  /// The pool that the split is worded from.
  var pool: Pool {
    switch place.split {
    case .train, .testIID: .train
    case .validation: .validation
    default: .test
    }
  }
}

/// The shape of a talk, drawn before its class.
struct Shape {
  enum Form { case plain, slow, diluted, interrupted, manySessions }

  var form = Form.plain
  var implicit = false
  var refusalAndReport = false
  /// Who writes first: 0 the leading side, 1 the other.
  var first: UInt8 = 0
  var group = 2
  var twoAdults = false
  var length = 0
}
