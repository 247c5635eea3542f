import Chat

/// The members and values of canonical JSONL that have a meaning, ready to be looked up by their bytes.
///
/// It is lent to the parser and no part of it, so that the parser can change while names are compared.
struct Vocabulary: ~Copyable {
  /// The members of a conversation, in the order in which they are written.
  enum ConversationMember: String, CaseIterable {
    case id, label, split, group, locale, kind, scenario, pair, families, seed, participants
    case knownOffline, onset, decidable, messages

    /// Whether a reader that ignores the truth passes over the member.
    var isTruth: Bool {
      switch self {
      case .label, .split, .kind, .onset, .decidable: true
      default: false
      }
    }

    /// The position in `allCases`.
    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The members of a message, in the order in which they are written.
  enum MessageMember: String, CaseIterable {
    case author, time, text, session, stage, signs, cues
  }

  let conversationMembers = NameTable(ConversationMember.self)
  let messageMembers = NameTable(MessageMember.self)
  let participantMembers = NameTable(["id", "role", "ageBand", "claimedAgeBand"])
  let labels = NameTable(Label.self)
  let splits = NameTable(Split.self)
  let kinds = NameTable(ConversationKind.self)
  let stages = NameTable(Stage.self)
  let signs = NameTable(Sign.self)
  let cues = NameTable(Cue.self)
}
