/// The colours of one appearance, light or dark, as hexadecimal red, green and blue.
struct Palette: Sendable {
  let paper: String
  let grid: String
  let axis: String
  let graphics: [Hue: String]
  /// Words need more contrast than lines; hues that are absent are dark or bright enough.
  let words: [Hue: String]

  func words(_ hue: Hue) -> String {
    words[hue] ?? graphics(hue)
  }

  func graphics(_ hue: Hue) -> String {
    graphics[hue] ?? paper
  }

  static let light = Palette(
    paper: "#FFFFFF", grid: "#E3E6E9", axis: "#8A9199",
    graphics: [
      .blue: "#0072B2", .vermilion: "#A92100", .green: "#16A557", .rose: "#D6739D",
      .gold: "#B09005", .indigo: "#003AA5", .brown: "#4E0F00", .ink: "#24292E",
      .muted: "#686F76",
    ],
    words: [.green: "#0C7A3D", .rose: "#B03F74", .gold: "#806800"])

  static let dark = Palette(
    paper: "#15181C", grid: "#2C3238", axis: "#6F7881",
    graphics: [
      .blue: "#5F9ADF", .vermilion: "#E66C17", .green: "#75DC97", .rose: "#D16592",
      .gold: "#F2DD6C", .indigo: "#7C6FF9", .brown: "#A17948", .ink: "#E4E7EA",
      .muted: "#9AA3AD",
    ],
    words: [.indigo: "#978CFF"])
}
