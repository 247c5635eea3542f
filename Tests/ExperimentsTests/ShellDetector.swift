import Foundation

@testable import Experiments

/// A detector written for `/bin/sh`, well-behaved but for what a test puts into it.
struct ShellDetector {
  var name = "shell"
  /// Said before anything is read.
  var atStart = ""
  /// Done at each beginning of a conversation; `$begun` counts them in this process.
  var atBegin = ""
  /// Done at each message before the reply; `$n` is its number, `$line` the request.
  var atMessage = ""
  /// The reply to a message.
  var reply = #"echo "{\"id\":$n,\"score\":$score}""#
  var atTrain = #"echo '{"op":"trained"}'"#
  var atBye = "exit 0"
  var trains = false
  var deterministic = true
  var version = "1.2"
  /// Members of the manifest's limits.
  var limits = #""message_s": 20"#
  var requires = "Nothing is needed."

  /// The program: a conversation that speaks of a lantern scores .9, any other .1.
  var script: String {
    """
    \(atStart)
    begun=0
    while read -r line; do
      case "$line" in
        '{"op":"hello"'*)
          echo '{"op":"hello","name":"\(name)","version":"\(version)","modes":["stream"],\
    "deterministic":\(deterministic),"trains":\(trains)}' ;;
        '{"op":"train"'*)
          path=$(printf '%s' "$line" | sed 's/.*"path":"//; s/".*//; s,\\\\/,/,g')
          \(atTrain) ;;
        '{"op":"begin"'*) n=0; score=0.1; begun=$((begun + 1))
          \(atBegin) ;;
        '{"op":"message"'*)
          case "$line" in *lantern*) score=0.9 ;; esac
          \(atMessage)
          \(reply)
          n=$((n + 1)) ;;
        '{"op":"end"'*) echo "{\\"id\\":\\"end\\",\\"score\\":$score}" ;;
        '{"op":"bye"'*) \(atBye) ;;
      esac
    done
    """
  }

  /// Writes the program and its manifest into a folder.
  func manifest(in folder: String) throws -> ExternalManifest {
    try Data(script.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).sh"))
    let text = """
      {"name": "\(name)", "command": ["/bin/sh", "\(name).sh"], "parameters": {"b": 1, "a": [2]},
       "limits": {\(limits)}, "licence": "MIT", "requires": "\(requires)"}
      """
    let path = "\(folder)/\(name).json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try ExternalManifest(path: path)
  }
}
