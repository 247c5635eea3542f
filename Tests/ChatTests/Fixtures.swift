import Chat

extension TimeStyle {
  /// Parsing of a string: a span may not stand within `#expect`.
  static func parse(text: String) -> (time: Int64, style: TimeStyle)? { parse(text.utf8.span) }
}
