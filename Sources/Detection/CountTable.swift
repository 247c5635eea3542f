/// How often each feature has occurred in a conversation, for at most 4,096 distinct features;
/// then the set is frozen: known features still count, new ones are refused.
///
/// Open addressing with a stamp per slot, so that a new conversation costs O(1) and a short one
/// touches little memory. Slots double until 8,192.
struct CountTable {
  /// The most distinct features of one conversation.
  static let maximumDistinct = 4096
  /// The memory of a full table.
  static let maximumBytes = maximumDistinct * 2 * 8

  private static let countBits: UInt64 = 18
  private static let bucketBits: UInt64 = 22
  private static let stampShift = countBits + bucketBits

  /// Stamp (24 bits), bucket (22 bits), count (18 bits).
  private var slots = [UInt64](repeating: 0, count: 256)
  private var stamp: UInt64 = 1
  /// How many distinct features the conversation has.
  private(set) var distinct = 0

  init() {}

  /// Forgets everything and keeps the memory. O(1), O(slots) once in sixteen million times.
  mutating func begin() {
    distinct = 0
    stamp += 1
    if stamp >> (64 - Self.stampShift) != 0 {
      stamp = 1
      for index in slots.indices { slots[index] = 0 }
    }
  }

  /// Counts one occurrence of each bucket, all below 2²², and calls `body` with the place of the
  /// bucket and how often it had occurred before; leaves out what is frozen out. O(count).
  ///
  /// Whether a feature is new cannot be foretold, so nothing branches on it.
  @inline(__always) mutating func tally(_ buckets: Span<UInt32>, _ body: (Int, Int) -> Void) {
    reserve(buckets.count)
    // Locals and one span for all: no check of uniqueness or exclusivity in the loop.
    let stamp = self.stamp
    var distinct = self.distinct
    var slots = self.slots.mutableSpan
    let mask = slots.count &- 1
    let largest: UInt64 = 1 &<< Self.countBits &- 1
    let otherBucket: UInt64 = 1 &<< Self.bucketBits &- 1
    for place in buckets.indices {
      let bucket = buckets[place]
      let key = stamp &<< Self.bucketBits | UInt64(bucket)
      var index = Int(truncatingIfNeeded: bucket) & mask
      var slot = slots[index]
      // 0 for this feature, above `otherBucket` for a slot that is free, else another feature's.
      var difference = slot &>> Self.countBits ^ key
      while difference &- 1 < otherBucket {
        index = (index &+ 1) & mask
        slot = slots[index]
        difference = slot &>> Self.countBits ^ key
      }
      let isNew = difference != 0
      let known = isNew ? key &<< Self.countBits : slot
      let count = known & largest
      if count == largest { continue }
      if distinct == Self.maximumDistinct, isNew { continue }
      slots[index] = known &+ 1
      distinct &+= isNew ? 1 : 0
      body(place, Int(truncatingIfNeeded: count))
    }
    self.distinct = distinct
  }

  /// How often `bucket` has occurred.
  func count(_ bucket: UInt32) -> Int {
    let key = stamp << Self.bucketBits | UInt64(bucket)
    let mask = slots.count - 1
    var index = Int(bucket) & mask
    while slots[index] >> Self.stampShift == stamp {
      if slots[index] >> Self.countBits == key {
        return Int(slots[index] & (1 << Self.countBits - 1))
      }
      index = (index + 1) & mask
    }
    return 0
  }

  /// Makes room for `count` more distinct features at a load of one half.
  @inline(__always) private mutating func reserve(_ count: Int) {
    if min(distinct &+ count, Self.maximumDistinct) &* 2 > slots.count { grow(by: count) }
  }

  private mutating func grow(by count: Int) {
    let old = slots
    var size = old.count
    while size < min(distinct + count, Self.maximumDistinct) * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    let mask = slots.count - 1
    for slot in old where slot >> Self.stampShift == stamp {
      var index = Int((slot >> Self.countBits) & (1 << Self.bucketBits - 1)) & mask
      while slots[index] >> Self.stampShift == stamp { index = (index + 1) & mask }
      slots[index] = slot
    }
  }
}
