/// A whole page in one file: it asks no network for anything and reads well without its script.
public struct HTMLDocument: Sendable, Equatable {
  /// What the window is called.
  public var title: String
  /// BCP 47.
  public var language: String
  /// What stands in `main`.
  public var content: [HTML]
  /// What stands below it.
  public var footer: [HTML]

  /// A page.
  public init(title: String, language: String = "en", content: [HTML], footer: [HTML] = []) {
    (self.title, self.language, self.content, self.footer) = (title, language, content, footer)
  }

  /// The page's markup.
  ///
  /// A content security policy forbids it to load anything but pictures beside it.
  public var rendered: String {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self'"
    let head = HTML.element(
      "head",
      [
        .element("meta", ["charset": "utf-8"]), "\n",
        .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]), "\n",
        .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        "\n", .element("meta", ["name": "color-scheme", "content": "light dark"]), "\n",
        .element("title", [.text(title)]), "\n",
        .element("style", [.trusted("\n" + PageStyle.text)]), "\n",
      ])
    let body = HTML.element(
      "body",
      [
        .element("a", ["class": "skip", "href": "#content"], ["Skip to the content"]), "\n",
        .element("main", ["id": "content"], content),
        footer.isEmpty ? .fragment([]) : .element("footer", footer),
        .element("script", [.trusted("\n" + PageScript.text)]), "\n",
      ])
    return "<!DOCTYPE html>\n"
      + HTML.element("html", ["lang": language], ["\n", head, "\n", body, "\n"]).rendered + "\n"
  }
}
