import Balancing
import Panels
import Reports

/// The tables of `balance burden`.
struct BurdenTables {
  let sharing: BurdenSharing

  init(_ sharing: BurdenSharing) { self.sharing = sharing }

  func table(_ view: Primacy.Balance.Burden.View) -> Table {
    switch view {
    case .correlation: correlation
    case .members: members
    case .strength: strength
    }
  }

  /// A row a year.
  private var correlation: Table {
    Table(
      "balance burden",
      columns: [
        "year", "alliance", "members", "rank_correlation", "low", "high", "leader_share_milex",
        "leader_share_gdp",
      ],
      rows: sharing.years.map { year in
        switch year.members {
        case .failure(let why): head(year) + unavailable(why, columns: 6)
        case .success(let members): head(year) + correlation(members)
        }
      })
  }

  private func correlation(_ members: [BurdenSharing.Member]) -> [Table.Cell] {
    let ranks = members.rankCorrelation
    return [
      .count(members.count), ranks.map { .ratio($0.value) } ?? .missing,
      ranks.map { .ratio($0.low) } ?? .missing, ranks.map { .ratio($0.high) } ?? .missing,
      .ratio(members[0].spending / members.spending), .ratio(members[0].output / members.output),
    ]
  }

  /// A row a year and member, the largest first.
  private var members: Table {
    var table = Table(
      "balance burden --members",
      columns: [
        "year", "alliance", "power", "gdp_share", "milex_share", "free_ride_gap", "burden",
      ])
    for year in sharing.years {
      switch year.members {
      case .failure(let why): table.append(head(year) + unavailable(why, columns: 5))
      case .success(let members):
        for member in members {
          table.append(
            head(year) + [
              .text(member.power.code), .ratio(member.output / members.output),
              .ratio(member.spending / members.spending),
              .ratio(members.freeRideGap(of: member)), .number(member.burden),
            ])
        }
      }
    }
    return table
  }

  /// A row a year: the alliance as a sum, as its best shot, and if all bore the leader's burden.
  private var strength: Table {
    Table(
      "balance burden --strength",
      columns: [
        "year", "alliance", "members", "spending", "best_shot", "best_shot_share",
        "without_free_riding",
      ],
      rows: sharing.years.map { year in
        switch year.members {
        case .failure(let why): return head(year) + unavailable(why, columns: 5)
        case .success(let members):
          let best = members.max { $0.spending < $1.spending }
          return head(year) + [
            .count(members.count), .number(members.spending), Table.Cell(best?.power.code),
            Table.Cell(best.map { $0.spending / members.spending }),
            members.strengthWithoutFreeRiding.map { .ratio($0) } ?? .missing,
          ]
        }
      })
  }

  private func head(_ year: BurdenSharing.Year) -> [Table.Cell] {
    [.year(year.year), .text(sharing.alliance.name)]
  }

  private func unavailable(_ why: Unavailable, columns: Int) -> [Table.Cell] {
    [.missing, .text("\(why)")] + [Table.Cell](repeating: .missing, count: columns - 2)
  }
}
