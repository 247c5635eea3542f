import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct LexiconTests {
  static let small = Lexicon(
    """
    # category, weight, phrase
    a\t1.0\tgreen apple
    a\t0.5\tapple pie
    b\t2.0\tgreen apple pie now
    b\t0.25\tdon't
    """.utf8)

  @Test(arguments: [
    ("one GREEN apple", [0]), ("green, apple pie", [0, 1]), ("green apple pie now", [0, 1, 2]),
    ("greenapple", []), ("green", []), ("green green apple", [0]), ("dont Don’t", [3, 3]),
    ("", []), ("apple\u{200B} pie", [1]), ("green apple green apple pie now", [0, 0, 1, 2]),
  ])
  func phrasesAreFoundOnWordBoundaries(_ text: String, _ expected: [Int]) {
    var search = Lexicon.Search()
    var found: [Int] = []
    Self.small.search(Array(text.utf8).span, &search) { phrase, _ in found.append(phrase) }
    #expect(found == expected)
  }

  @Test func theEnglishListIsReadWhole() {
    let list = Lexicon.english
    #expect(list.phrases.count > 200)
    #expect(Set(list.phrases.map(\.text)).count == list.phrases.count)
    // Categories are the warning signs of the data model.
    #expect(list.categories.allSatisfy { Sign(rawValue: $0) != nil })
    #expect(list.categories.count == Set(list.categories).count)
    for (index, phrase) in list.phrases.enumerated() {
      #expect(phrase.weight > 0 && phrase.weight <= LexiconDetector.categoryCap)
      var search = Lexicon.Search()
      var found: [Int] = []
      list.search(Array(phrase.text.uppercased().utf8).span, &search) { number, _ in
        found.append(number)
      }
      #expect(found.contains(index), "phrase \(index)")
    }
  }
}
