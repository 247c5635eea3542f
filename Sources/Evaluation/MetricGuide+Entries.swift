extension MetricGuide {
  private static let rijsbergen = "van Rijsbergen 1979, Information Retrieval, ch. 7"
  private static let vogt = "Vogt, Leser, Akbik 2021, doi:10.18653/v1/2021.acl-long.386"
  private static let sadeque = "Sadeque, Xu, Bethard 2018, doi:10.1145/3159652.3159725"
  private static let fawcett = "Fawcett 2006, doi:10.1016/j.patrec.2005.10.010"

  /// Of the alerts alone.
  static let decisions = [
    MetricGuide(
      "precision", "Precision",
      definition: "The share of conversations with an alert that is grooming.",
      equation: "TP / (TP + FP); 0 and flagged where nothing is retrieved",
      source: rijsbergen, scikitLearn: "precision_score(zero_division=0)"),
    MetricGuide(
      "recall", "Recall",
      definition: "The share of grooming conversations with an alert.",
      equation: "TP / (TP + FN)", source: rijsbergen, scikitLearn: "recall_score"),
    MetricGuide(
      "f1", "F1", definition: "The harmonic mean of precision and recall.",
      equation: "2 TP / (N_pos + N_retrieved)", source: rijsbergen, scikitLearn: "f1_score"),
    MetricGuide(
      "f0_5", "F0.5",
      definition:
        "F with precision twice as important as recall, by which PAN-2012 ranked authors.",
      equation: "1.25 TP / (0.25 N_pos + N_retrieved)",
      source: rijsbergen + "; Inches and Crestani 2012, CLEF working notes",
      scikitLearn: "fbeta_score(beta=0.5)"),
    MetricGuide(
      "f2", "F2", definition: "F with recall twice as important as precision.",
      equation: "5 TP / (4 N_pos + N_retrieved)", source: rijsbergen,
      scikitLearn: "fbeta_score(beta=2)"),
    MetricGuide(
      "mcc", "MCC", range: "−1…1; 0 is chance",
      definition: "The correlation between alert and class.",
      equation: "(TP TN − FP FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)); 0 and flagged where all or "
        + "nothing is retrieved",
      source: "Matthews 1975, doi:10.1016/0005-2795(75)90109-9", scikitLearn: "matthews_corrcoef"),
    MetricGuide(
      "fpr", "FPR", unit: "benign conversations", .lower,
      definition: "The share of benign conversations with an alert.",
      equation: "FP / N_neg", source: fawcett, scikitLearn: "1 − recall_score(pos_label=0)"),
  ]

  /// Of the final scores alone.
  static let rankings = [
    MetricGuide(
      "average_precision", "Average precision", range: "0…1; the prevalence is chance",
      definition: "Precision averaged over the thresholds at which recall rises.",
      equation: "Σ (R_k − R_{k−1}) P_k over the distinct scores, the highest first",
      source: "Buckley and Voorhees 2000, doi:10.1145/345508.345543",
      scikitLearn: "average_precision_score"),
    MetricGuide(
      "auroc", "AUROC", range: "0…1; 0.5 is chance",
      definition: "The chance that a grooming conversation scores above a benign one.",
      equation: "(pairs won + ½ pairs tied) / (N_pos N_neg)",
      source: "Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747",
      scikitLearn: "roc_auc_score"),
    MetricGuide(
      "recall_at_fpr_0_01", "Recall at FPR 1 %",
      definition: "The largest recall of a threshold with at most 1 % false alarms.",
      equation: "max R with FP ≤ ⌊0.01 N_neg⌋; none below 100 benign conversations",
      source: fawcett, scikitLearn: "roc_curve(drop_intermediate=False): max tpr at fpr ≤ 0.01"),
    MetricGuide(
      "recall_at_fpr_0_001", "Recall at FPR 0.1 %",
      definition: "The largest recall of a threshold with at most 0.1 % false alarms.",
      equation: "max R with FP ≤ ⌊0.001 N_neg⌋; none below 1,000 benign conversations",
      source: fawcett, scikitLearn: "roc_curve(drop_intermediate=False): max tpr at fpr ≤ 0.001"),
    MetricGuide(
      "precision_at_recall_0_9", "Precision at recall 0.9",
      definition: "The largest precision of a threshold that finds nine in ten.",
      equation: "max P with R ≥ 0.9",
      source: "Davis and Goadrich 2006, doi:10.1145/1143844.1143874",
      scikitLearn: "precision_recall_curve: max precision at recall ≥ 0.9"),
  ]

  /// Of the alerts and their message numbers, from the start of the conversation.
  static let latencies = [
    erde(5), erde(50),
    MetricGuide(
      "f_latency", "F-latency",
      definition: "F1 with late alerts worth less, counted from the first message.",
      equation: "F1 · speed, p = ln 3 / 89", source: vogt),
    MetricGuide(
      "speed", "Speed", unit: "grooming conversations with an alert",
      definition: "How early true alerts come: 1 at the first message, 0.5 at message 90.",
      equation:
        "1 − median of tanh(p (l − 1) / 2), l the number of the alert's message, p = ln 3 / 89",
      source: vogt),
    MetricGuide(
      "f_latency_onset", "F-latency from onset",
      unit: "benign conversations, and grooming ones of known onset",
      definition: "F-latency with messages counted from the first risky one, an alert before it "
        + "being a false one.",
      equation: "F1 · (1 − median of tanh(p d / 2)), d = alert − onset ≥ 0, p = ln 3 / 89",
      source: "this workbench, after " + vogt),
    MetricGuide(
      "erisk_f_latency", "eRisk F-latency",
      definition: "F-latency with the penalty of the CLEF eRisk shared tasks.",
      equation: "F1 · eRisk speed, p = 0.0078", source: sadeque),
    MetricGuide(
      "erisk_speed", "eRisk speed", unit: "grooming conversations with an alert",
      definition: "Speed with the penalty of the CLEF eRisk shared tasks.",
      equation: "1 − median of tanh(p (l − 1) / 2), p = 0.0078", source: sadeque),
    MetricGuide(
      "latency_median", "Median alert", unit: "messages from the start",
      range: "1 and above", .lower,
      definition: "The message at which half of the true alerts have come.",
      equation: "median of l over true positives", source: sadeque),
  ]

  /// Of the alerts and the onset, and the load of false ones.
  static let delays = [
    MetricGuide(
      "delay_median", "Median delay", unit: "messages from onset",
      range: "0 and above; none where half are never found", .lower,
      definition: "The messages after onset by which half of the grooming conversations have an "
        + "alert, misses included.",
      equation: "least t with Kaplan–Meier S(t) ≤ ½; misses censored, premature alerts at 0",
      source: "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452"),
    MetricGuide(
      "premature", "Premature", unit: "grooming conversations of known onset", .lower,
      definition: "The share of grooming conversations with an alert before the first risky "
        + "message.",
      equation: "alerts before onset / grooming conversations", source: "this workbench"),
    MetricGuide(
      "false_alerts_per_1000", "False alerts", unit: "per 1,000 benign conversations",
      range: "0…1000", .lower,
      definition: "How many of a thousand benign conversations would be looked at for nothing.",
      equation: "1000 FP / N_neg", source: fawcett,
      scikitLearn: "1000 · (1 − recall_score(pos_label=0))"),
  ]

  /// Of the final scores as probabilities.
  static let calibrations = [
    MetricGuide(
      "brier", "Brier score", .lower,
      definition: "The mean squared error of the score as a probability.",
      equation: "mean (q − y)²",
      source: "Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2",
      scikitLearn: "brier_score_loss"),
    MetricGuide(
      "log_loss", "Log loss", unit: "nats per conversation", range: "0…36.04", .lower,
      definition: "The mean surprise at the class, given the score as its probability.",
      equation: "−mean (y ln q + (1 − y) ln(1 − q)), q within 2⁻⁵²…1 − 2⁻⁵²",
      source: "Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x", scikitLearn: "log_loss"),
    MetricGuide(
      "ece", "ECE", .lower,
      definition: "How far scores are from the share of grooming among conversations with about "
        + "that score.",
      equation: "Σ (n_b / n) |mean q − mean y| over ten bins of equal width, [lo, hi)",
      source: "Naeini, Cooper, Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602"),
  ]

  /// Of the machine.
  static let measurements = [
    quantile("p50_ns", "p50", "half"), quantile("p90_ns", "p90", "90 %"),
    quantile("p99_ns", "p99", "99 %"), quantile("p99_9_ns", "p99.9", "99.9 %"),
    MetricGuide(
      "messages_per_second", "Throughput", unit: "messages per second", range: "above 0",
      definition: "How many messages a single thread scores in a second.",
      equation: "messages / seconds of scoring", source: "this workbench", isMeasured: true),
    MetricGuide(
      "train_seconds", "Training", unit: "seconds", range: "0 and above", .lower,
      definition: "How long the detector learned from the training split.",
      equation: "end − begin of training on a monotonic clock", source: "this workbench",
      isMeasured: true),
    MetricGuide(
      "model_bytes", "Model", unit: "bytes", range: "0 and above", .lower,
      definition: "How large the trained model is when it is written down.",
      equation: "length of the encoded model", source: "this workbench", isMeasured: true),
  ]

  private static func erde(_ limit: Int) -> MetricGuide {
    MetricGuide(
      "erde_\(limit)", "ERDE (o = \(limit))", .lower,
      definition: "The mean cost of misses, false alarms and alerts later than about message "
        + "\(limit).",
      equation:
        "mean cost: N_pos/N for a false positive, 1 for a miss, 1 − 1/(1 + e^(k − \(limit))) "
        + "for an alert at message k, 0 for a true negative",
      source: "Losada and Crestani 2016, doi:10.1007/978-3-319-44564-9_3")
  }

  private static func quantile(_ name: String, _ title: String, _ share: String) -> MetricGuide {
    MetricGuide(
      name, title, unit: "nanoseconds per message", range: "above 0", .lower,
      definition: "The time within which \(share) of the messages are scored.",
      equation: "quantile of a log-linear histogram with buckets of 1 % or less",
      source: "this workbench", isMeasured: true)
  }
}
