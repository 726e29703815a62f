extension PowerDirectory {
  /// Names in use beside the one in the list of states.
  static let aliases: [String: Power] = [
    "America": "USA", "US": "USA", "United States of America": "USA",
    "Britain": "GBR", "Great Britain": "GBR", "UK": "GBR", "England": "GBR",
    "PRC": "CHN", "People's Republic of China": "CHN", "Mainland China": "CHN",
    "ROC": "TWN", "Republic of China": "TWN", "Chinese Taipei": "TWN",
    "USSR": "SUN", "Soviet Russia": "SUN", "Russian Federation": "RUS",
    "Prussia": "DEU", "Federal Republic of Germany": "DEU", "West Germany": "DEU",
    "East Germany": "DDR", "GDR": "DDR",
    "Austria Hungary": "XAH", "Austrian Empire": "XAH", "Habsburg Empire": "XAH",
    "Ottoman Empire": "TUR", "Türkiye": "TUR", "Turkiye": "TUR", "Turkey": "TUR",
    "Korea": "KOR", "South Korea": "KOR", "Republic of Korea": "KOR", "ROK": "KOR",
    "North Korea": "PRK", "DPRK": "PRK",
    "Persia": "IRN", "UAE": "ARE", "Emirates": "ARE", "KSA": "SAU", "Holland": "NLD",
    "Czech Republic": "CZE", "Swaziland": "SWZ", "Burma": "MMR", "Myanmar": "MMR",
    "Macedonia": "MKD", "Bosnia": "BIH", "East Timor": "TLS", "Ivory Coast": "CIV",
    "DRC": "COD", "DR Congo": "COD", "Democratic Republic of the Congo": "COD", "Zaire": "COD",
    "Congo": "COG", "Republic of the Congo": "COG", "Viet Nam": "VNM", "North Vietnam": "VNM",
    "South Vietnam": "XVS", "South Yemen": "YMD", "North Yemen": "XYN",
    "Hong Kong": "HKG", "Macao": "MAC", "Palestine": "PSE", "Vatican": "VAT",
    "Sardinia": "ITA", "Piedmont": "ITA", "Abyssinia": "ETH", "Siam": "THA", "Ceylon": "LKA",
  ]
}
