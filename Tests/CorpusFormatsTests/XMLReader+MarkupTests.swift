import Testing

@testable import CorpusFormats

@Suite struct XMLReaderMarkupTests {
  private func refusal(_ text: String) throws -> String? {
    try xmlEvents(text).last.flatMap { $0.first?.isNumber == true ? $0 : nil }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>",
    "<a><!DOCTYPE a></a>", "<!ELEMENT a (b)><a/>",
  ])
  func doctypeIsRefused(text: String) throws {
    let reason = try #require(try refusal(text))
    #expect(reason.contains("DOCTYPE"))
    #expect(reason.hasPrefix(text.hasPrefix("<?xml") ? "2:" : "1:"))
  }

  @Test(arguments: [
    ("<a b=\"1\" b='2'/>", "attribute 'b' stands there twice"), ("<a b=1/>", "without quotes"),
    ("<a b/>", "malformed start tag"), ("<a b=\"<\"/>", "'<' in an attribute value"),
    ("<a b=\"1/>", "the file ends within a tag"), ("<a", "malformed start tag"),
    ("< a/>", "malformed start tag"),
    ("<1/>", "malformed start tag"), ("<a/ >", "malformed start tag"),
    ("<a></a x>", "malformed end tag"),
    ("<é/>", "outside ASCII"), ("<!-- a -- b --><a/>", "malformed comment"),
    ("<a><!-- ", "ends within a comment"),
    ("<!- a --><a/>", "malformed comment"), ("<a><![CDATA[x]]</a>", "ends within a CDATA"),
    ("<a><![CDAT[x]]></a>", "malformed CDATA"), ("<a><?b ", "ends within a processing"),
    ("<?b/?><a/>", "malformed processing"), ("<?xml version=\"1.x\"?><a/>", "without version"),
    ("<?xml version=\"1.0\" mood=\"x\"?><a/>", "malformed XML declaration"),
    (
      "<?xml version=\"1.0\" standalone=\"no\" encoding=\"UTF-8\"?><a/>",
      "malformed XML declaration"
    ),
    (" <?xml version=\"1.0\"?><a/>", "not at the start"), ("<a><?XML x?></a>", "not at the start"),
    ("<?xml encoding=\"UTF-8\"?><a/>", "without version"),
    ("<?xml version=\"1.0\"><a/>", "malformed XML declaration"),
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "another encoding"),
  ])
  func refusesMalformedMarkup(text: String, reason: String) throws {
    #expect(try #require(try refusal(text), "\(text)").contains(reason), "\(text)")
  }

  @Test(arguments: [
    "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\" ?><a/>", "\u{feff}<a/>",
    "<!-- a > - b --><?p i?><a/><!----><?q?>", "<a><!--<b>&x;--></a>", "<a\n/>", "<a></a\n>",
  ])
  func acceptsWhatXMLAllows(text: String) throws {
    #expect(try xmlEvents(text) == ["<a", ">a"], "\(text)")
  }

  @Test func valuesAndSections() throws {
    #expect(try xmlEvents("<a><![CDATA[<&]]]]>y</a>") == ["<a", "=<&]]y", ">a"])
    #expect(try xmlEvents("<a b='\"&apos;&#x41;\n\t'/>") == ["<a b=\"'A  ", ">a"])
  }

  @Test func utf16IsNamed() throws {
    #expect(try xmlEvents([0xff, 0xfe, 0x3c, 0, 0x61, 0]).last == "1: UTF-16; expected UTF-8")
  }
}
