extension Schedule {
  /// The units' names, which are those of their files.
  public static let service = "primacy.service"
  public static let timer = "primacy.timer"

  /// The unit that says when; a night that was slept through is made up for.
  ///
  /// **Source.** systemd.timer(5).
  public var timerUnit: String {
    """
    [Unit]
    Description=Primacy's nightly run

    [Timer]
    OnCalendar=*-*-* \(time.text):00
    Persistent=true
    RandomizedDelaySec=20min

    [Install]
    WantedBy=timers.target

    """
  }

  /// The unit that says what; it may write below its own folders and nowhere else.
  ///
  /// Ending with 69 or 75 is no failure: a publisher was away, or another run was at it.
  ///
  /// **Source.** systemd.service(5), systemd.exec(5).
  public var serviceUnit: String {
    let writable = writable.map { "ReadWritePaths=\(Self.unitPath($0, prefix: "-"))\n" }.joined()
    return """
      [Unit]
      Description=Fetch fresh figures and publish a forecast

      [Service]
      Type=oneshot
      WorkingDirectory=\(Self.escaped(folder))
      ExecStart=\(startedCommand.map(Self.unitWord).joined(separator: " "))
      SuccessExitStatus=69 75
      TimeoutStartSec=3h
      Nice=10
      NoNewPrivileges=true
      ProtectSystem=strict
      \(writable)\(temporaryFiles)
      ProtectKernelTunables=true
      ProtectControlGroups=true
      RestrictSUIDSGID=true
      RestrictRealtime=true
      RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
      LockPersonality=true
      SystemCallArchitectures=native
      UMask=0022

      """
  }

  /// The command, started by a shell where systemd would not take the program's path for one.
  private var startedCommand: [String] {
    guard let program = command.first, program.contains(where: { "'\"\\".contains($0) }) else {
      return command
    }
    return ["/bin/sh", "-c", "exec \"$0\" \"$@\""] + command
  }

  /// Temporary files of its own, unless something it needs lies among those of all.
  private var temporaryFiles: String {
    let isShared = ([folder] + command + writable).contains {
      $0.hasPrefix("/tmp/") || $0.hasPrefix("/var/tmp/")
    }
    return isShared ? "ReadWritePaths=/tmp /var/tmp" : "PrivateTmp=true"
  }

  /// A word of a command line: quoted, with what systemd would replace doubled.
  static func unitWord(_ word: String) -> String {
    let inner = word.map { character -> String in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "%": "%%"
      case "$": "$$"
      default: String(character)
      }
    }.joined()
    return "\"\(inner)\""
  }

  private static func unitPath(_ path: String, prefix: String) -> String {
    let inner = escaped(path).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(prefix)\(inner)\""
  }

  private static func escaped(_ path: String) -> String { path.replacing("%", with: "%%") }
}
