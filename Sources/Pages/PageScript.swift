/// The script of every page: headings of tables become buttons that sort; all is readable without.
enum PageScript {
  /// Cells sort by `data-sort` where they have it; empty keys stay last in both directions.
  static let text = """
    for (const table of document.querySelectorAll("table.sortable")) {
      const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const up = head.getAttribute("aria-sort") === "descending";
          heads.forEach(other => other.removeAttribute("aria-sort"));
          head.setAttribute("aria-sort", up ? "ascending" : "descending");
          const key = row => {
            const cell = row.cells[column];
            return cell.dataset.sort ?? cell.textContent.trim();
          };
          const rows = [...body.rows].sort((a, b) => {
            const x = key(a), y = key(b);
            if (x === "" || y === "") return (x === "") - (y === "");
            const order = isNaN(x) || isNaN(y) ? x.localeCompare(y) : x - y;
            return up ? order : -order;
          });
          body.append(...rows);
        });
      });
    }

    """
}
