import CareModel
import EventKernel

/// A post, and the present holder's comings and goings.
struct PostState: Sendable {
    /// Who the post is, and the name of its random streams: team, group, number in the group (``StableKey``).
    var key: UInt64
    /// The group of the scenario that the post belongs to.
    var staff: StaffInput
    /// The post as a database has it, if it does; nil once a trainee qualifies, which makes it another post.
    var known: PresentPost?
    /// Index of the team.
    var team: Int
    /// Number of the post in its group.
    var member: Int
    /// Rotates days off; it depends on no other post.
    var number: Int
    /// Whether the scenario does not have the post, and only a first day's list does: the holder has left.
    var isGone = false
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
    /// Parental leave was announced, or has been (CL-6).
    var hadParentalLeave = false
    /// What is still to befall the present holder; it is cancelled when the holder leaves.
    var holderEvents: [EventHandle] = []
    /// Leave is planned up to the end of this year.
    var leavePlannedThrough = 0
    /// What the holder declares to be able to do, of the cap and the hours (CL-10).
    var declared = 1.0

    /// Days on which notes of the holder's are late (CL-17).
    var lateNotes: [ClosedRange<CivilDay>] = []

    /// Names the random streams of the present holder.
    var holderKey: UInt64 { StableKey.of(key, UInt64(holder)) }

    /// Whether the holder is a woman: evenly along the group, so that one more changes nobody (KT-10).
    var isWoman: Bool {
        let before = (staff.women * Double(member)).rounded()
        return (staff.women * Double(member + 1)).rounded() > before
    }
}

extension PostState {
    /// Whether a day lies between the first and the last of the post itself, whoever holds it.
    func isEmployed(on day: CivilDay) -> Bool { day >= staff.from ?? day && day <= staff.until ?? day }

    /// A post that a first day's list has and the scenario does not: its holder has left.
    init(leftBy known: PostSnapshot, team: Int, lastDay: CivilDay) {
        var staff = StaffInput()
        staff.role = known.role
        staff.until = lastDay
        self.init(key: known.key, staff: staff, team: team, member: 0, number: 0, startedOn: known.startedOn)
        isGone = true
        holder = known.holder
    }
}
