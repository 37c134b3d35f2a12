import CareModel
import EventKernel

/// A post, and the present holder's comings and goings.
struct PostState: Sendable {
    /// Names the post's random streams: team, group, number in the group.
    var key: UInt64
    /// The group of the scenario that the post belongs to.
    var staff: StaffInput
    /// The post as a database has it, if it does; nil once a trainee qualifies, which makes it another post.
    var known: PresentPost?
    /// Index of the team.
    var team: Int
    /// Number of the post in the team: rotates days off and duty.
    var number: Int
    /// Which holder this is, counted from 0.
    var holder: UInt16 = 0
    /// When the present holder started.
    var startedOn: CivilDay
    /// The day the holder leaves; nil if no notice was given.
    var leavesOn: CivilDay?
    /// The last day of a vacancy; nil while the post is filled.
    var vacantUntil: CivilDay?
    /// The last day of the present sickness, if any.
    var sickUntil = CivilDay(number: Int32.min)
    /// Spells of sickness so far.
    var spells = 0
    /// What is still to befall the present holder; it is cancelled when the holder leaves.
    var holderEvents: [EventHandle] = []
    /// Leave is planned up to the end of this year.
    var leavePlannedThrough = 0
    /// What the holder declares to be able to do, of the cap and the hours (CL-10).
    var declared = 1.0

    /// Names the random streams of the present holder.
    var holderKey: UInt64 { key << 16 | UInt64(holder) }
}
