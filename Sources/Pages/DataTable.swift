/// A table with a caption, headings that name their columns and rows, and keys to sort by.
public struct DataTable: Sendable, Equatable {
  /// A heading.
  public struct Column: Sendable, Equatable {
    /// What stands in the heading.
    public var title: String
    /// A second line in the heading: the unit.
    public var detail: String?
    /// Numbers stand at the right edge.
    public var isNumeric: Bool

    /// A heading.
    public init(_ title: String, detail: String? = nil, isNumeric: Bool = false) {
      (self.title, self.detail, self.isNumeric) = (title, detail, isNumeric)
    }
  }

  /// What stands in one cell.
  public struct Cell: Sendable, Equatable {
    /// The content.
    public var content: [HTML]
    /// What sorting compares; nil compares the text, an empty one stays last.
    public var sortKey: String?

    /// A cell.
    public init(_ content: [HTML], sortKey: String? = nil) {
      (self.content, self.sortKey) = (content, sortKey)
    }

    /// A cell with plain text.
    public init(_ text: String, sortKey: String? = nil) {
      self.init([.text(text)], sortKey: sortKey)
    }
  }

  /// Cells in the order of the columns.
  public struct Row: Sendable, Equatable {
    /// The first cell heads the row.
    public var cells: [Cell]
    /// The class of the row, for its look.
    public var style: String?

    /// A row.
    public init(_ cells: [Cell], style: String? = nil) { (self.cells, self.style) = (cells, style) }
  }

  /// One sentence that says what the table shows.
  public var caption: String
  /// The headings.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]
  /// Whether the headings sort; a short table does not need it.
  public var isSortable: Bool

  /// A table.
  public init(caption: String, columns: [Column], rows: [Row], isSortable: Bool = false) {
    (self.caption, self.columns, self.rows) = (caption, columns, rows)
    self.isSortable = isSortable
  }

  /// The table in a frame that scrolls sideways and can be reached with the keyboard.
  ///
  /// - Precondition: every row has as many cells as there are columns.
  public var html: HTML {
    let heads = columns.map { column -> HTML in
      var content = [HTML.element("span", ["class": "title"], [.text(column.title)])]
      if let detail = column.detail {
        content.append(.element("span", ["class": "detail"], [.text(detail)]))
      }
      return .node(
        "th",
        [HTML.Attribute("scope", "col")]
          + (column.isNumeric ? [HTML.Attribute("class", "number")] : []), content)
    }
    return .element(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
      [
        .node(
          "table", isSortable ? [HTML.Attribute("class", "sortable")] : [],
          [
            .element("caption", [.text(caption)]), .element("thead", [.element("tr", heads)]),
            .element("tbody", rows.map(row)),
          ])
      ])
  }

  private func row(_ row: Row) -> HTML {
    precondition(row.cells.count == columns.count, "a row of another width than its table")
    let cells = zip(row.cells, columns).enumerated().map { index, pair -> HTML in
      var attributes: [HTML.Attribute] = []
      if index == 0 { attributes.append(HTML.Attribute("scope", "row")) }
      if pair.1.isNumeric { attributes.append(HTML.Attribute("class", "number")) }
      if let key = pair.0.sortKey { attributes.append(HTML.Attribute("data-sort", key)) }
      return .node(index == 0 ? "th" : "td", attributes, pair.0.content)
    }
    return .node("tr", row.style.map { [HTML.Attribute("class", $0)] } ?? [], cells)
  }
}
