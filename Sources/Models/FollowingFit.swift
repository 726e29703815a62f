public import Panels
public import Probability

/// A fit whose futures follow those of another indicator, which are drawn before.
public protocol FollowingFit: FittedModel {
  /// The indicator that is followed.
  var followed: Indicator { get }

  /// Draws one block of levels that follow another indicator's.
  ///
  /// - Parameters:
  ///   - years: The years of the paths; years up to a power's last are not touched.
  ///   - stream: The block's deviates.
  ///   - channel: The first of `BlockStream.channelsPerIndicator` channels.
  ///   - leading: The other's levels in the shape of the room, missing ones NaN; empty where they
  ///     are not drawn.
  ///   - powers: Those of the rows of the room.
  ///   - room: Where to.
  func draw(
    years: ClosedRange<Int>, from stream: BlockStream, channel: Int, following leading: [Float],
    of powers: [Power], into room: PathRoom)
}
