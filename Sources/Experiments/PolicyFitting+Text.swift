public import Detection

extension PolicyFitting.Objective {
  /// The objective that ``text`` names; anything but `fpr<=…` is `f1`.
  public init(text: String) {
    let prefix = "fpr<="
    if text.hasPrefix(prefix), let rate = Double(text.dropFirst(prefix.count)) {
      self = .falseAlarmRate(rate)
    } else {
      self = .f1
    }
  }
}
