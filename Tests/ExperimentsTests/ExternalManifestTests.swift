import Foundation
import Testing

@testable import Experiments

@Suite struct ExternalManifestTests {
  private func write(_ text: String, _ name: String = "x.json", in folder: String) throws -> String
  {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func everyMemberIsRead() throws {
    try Fixtures.inTemporaryFolder { folder in
      let path = try write(
        """
        {"name": "my-detector", "summary": "A sentence.", "command": ["sh", "x.sh"],
         "parameters": {"z": 1, "a": {"deep": [true]}}, "licence": "MIT", "requires": "Nothing.",
         "limits": {"startup_s": 90, "message_s": 0.5, "conversation_s": 120, "train_s": 7}}
        """, in: folder)
      let manifest = try ExternalManifest(path: path)
      #expect(manifest.name == "my-detector")
      #expect(manifest.summary == "A sentence.")
      #expect(manifest.parameters == #"{"a":{"deep":[true]},"z":1}"#)
      #expect(manifest.limits.startUp == .seconds(90))
      #expect(manifest.limits.message == .seconds(0.5))
      #expect(manifest.limits.conversation == .seconds(120))
      #expect(manifest.limits.training == .seconds(7))
      #expect(manifest.licence == "MIT")
      #expect(manifest.folder == folder)
    }
  }

  @Test(arguments: [
    ("[]", "expected {\"name\""), ("{", "no JSON object"),
    (#"{"name":"x","command":["sh"]}"#, "no member 'licence'"),
    (#"{"name":"x","command":"sh","licence":"MIT"}"#, "'command'"),
    (#"{"name":"x","command":[],"licence":"MIT"}"#, "'command' is empty"),
    (#"{"name":"X Y","command":["sh"],"licence":"MIT"}"#, "'name' is no name"),
    (#"{"name":"x","command":["sh"],"licence":"MIT","parameters":[1]}"#, "'parameters'"),
    (#"{"name":"x","command":["sh"],"licence":"MIT","limits":{"mesage_s":1}}"#, "'mesage_s'"),
    (#"{"name":"x","command":["sh"],"licence":"MIT","limits":{"message_s":0}}"#, "'message_s'"),
  ])
  func whatIsWrongIsSaidWithTheFile(_ text: String, _ says: String) throws {
    try Fixtures.inTemporaryFolder { folder in
      let path = try write(text, in: folder)
      let error = #expect(throws: ExperimentError.self) { try ExternalManifest(path: path) }
      #expect(error?.description.hasPrefix(path + ": ") == true)
      #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    }
  }

  @Test func theKeyFollowsTheManifestAndItsProgram() throws {
    try Fixtures.inTemporaryFolder { folder in
      let first = try ShellDetector().manifest(in: folder).contentSHA256
      #expect(try ShellDetector().manifest(in: folder).contentSHA256 == first)
      let other = try ShellDetector(requires: "Else.").manifest(in: folder)
      #expect(other.contentSHA256 != first)
      let program = try ShellDetector(atBegin: ":").manifest(in: folder)
      #expect(program.contentSHA256 != first)
    }
  }

  @Test func manifestsAreFoundByNameAndByPath() throws {
    try Fixtures.inTemporaryFolder { folder in
      _ = try ShellDetector(name: "b").manifest(in: folder)
      _ = try ShellDetector(name: "a").manifest(in: folder)
      _ = try write("nothing", "broken.json", in: folder)
      _ = try write(
        #"{"name":"other-name","command":["sh"],"licence":"MIT"}"#, "c.json", in: folder)
      #expect(ExternalManifest.list(in: folder).map(\.name) == ["a", "b", "other-name"])
      #expect(ExternalManifest.list(in: folder + "/none").isEmpty)
      #expect(ExternalManifest.path(of: "a", in: folder) == folder + "/a.json")
      #expect(ExternalManifest.path(of: "other-name", in: folder) == folder + "/c.json")
      #expect(ExternalManifest.path(of: "./x/y.json", in: folder) == "./x/y.json")
      #expect(ExternalManifest.path(of: "none", in: folder) == nil)
    }
  }

  @Test func programsAreFoundBesideTheManifestAndOnThePath() throws {
    try Fixtures.inTemporaryFolder { folder in
      func command(_ word: String) throws -> String {
        let path = try write(
          #"{"name":"x","command":["\#(word)","y"],"licence":"MIT","requires":"Ask."}"#, in: folder)
        return try ExternalManifest(path: path).resolvedCommand().executable
      }
      #expect(try command("/bin/sh") == "/bin/sh")
      #expect(try command("sh").hasSuffix("/sh"))
      #expect(try command("${NIGHTLIGHT_BENCH}").hasPrefix("/"))
      let own = try write("#!/bin/sh", "own", in: folder)
      #expect(throws: ExternalFault.self) { try command("./own") }
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: own)
      #expect(try command("own").hasSuffix("/own"))
      let error = #expect(throws: ExternalFault.self) { try command("no-such-program") }
      #expect(error?.kind == .unavailable)
      #expect(error?.description == "there is no program 'no-such-program'; Ask.")
    }
  }
}
