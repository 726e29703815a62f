extension Schedule {
  /// The job's name, and that of its file but for `.plist`.
  public static let label = "org.primacy.nightly"

  /// The property list of the job; a time that was slept through is made up for.
  ///
  /// **Source.** launchd.plist(5).
  public var propertyList: String {
    let words = command.map { "    <string>\(Self.markup($0))</string>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      <dict>
        <key>Label</key>
        <string>\(Self.label)</string>
        <key>ProgramArguments</key>
        <array>
      \(words)  </array>
        <key>WorkingDirectory</key>
        <string>\(Self.markup(folder))</string>
        <key>StartCalendarInterval</key>
        <dict>
          <key>Hour</key>
          <integer>\(time.hour)</integer>
          <key>Minute</key>
          <integer>\(time.minute)</integer>
        </dict>
        <key>ProcessType</key>
        <string>Background</string>
      </dict>
      </plist>

      """
  }

  private static func markup(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
