/// How people who missed an appointment are given time to make contact (AT-4).
@frozen
public enum MissedContact: UInt8, CaseIterable, Sendable {
    /// So many working days after a letter.
    case workingDays
    /// Seven days after a prompt, seven after a message with a date, 48 hours after a final one.
    case sevenSeven

    /// The name in scenario files.
    public var name: String { self == .workingDays ? "working-days" : "seven-seven" }
}

/// What the service does about missed appointments (AT-2 … AT-4, FA-4, FA-7, PO-5).
public struct AttendancePolicy: Sendable, Equatable {
    /// Missed or cancelled appointments during treatment that end the episode (AT-3); 0 means never.
    public var missesThatEnd = 2
    /// Whether a patient's cancellation with notice counts like a DNA (AT-3 counts both).
    public var cancellationsCount = true
    /// Working days in which a person who missed an appointment may make contact (AT-4).
    public var contactWorkingDays = 7
    /// Hours of notice below which a cancellation is late and counts (AT-2); 0 means that notice does not matter.
    public var lateCancellationHours = 0
    /// Whether misses are counted over the whole episode; else they begin anew after a step-up (AT-3).
    public var countsPerEpisode = false
    /// How people who missed an appointment are given time (AT-4).
    public var missedContact = MissedContact.workingDays
    /// Hours before an appointment by which the person must have confirmed it, else it is cancelled (FA-7); 0 means
    /// that nobody need confirm.
    public var confirmationHours = 0

    /// The policy of the sources.
    public init() {}

    /// Whether this outcome counts against the person during treatment.
    /// - Parameter noticeMinutes: how long before the appointment a cancellation came.
    @inlinable
    public func counts(_ attendance: Attendance, noticeMinutes: Int64 = 0) -> Bool {
        guard attendance == .cancelledByPatient else { return attendance.countsAsMissed }
        return cancellationsCount && isLate(noticeMinutes: noticeMinutes)
    }

    /// Whether a cancellation with this notice is late (AT-2); all are where notice does not matter.
    @inlinable
    public func isLate(noticeMinutes: Int64) -> Bool {
        lateCancellationHours == 0 || noticeMinutes < Int64(lateCancellationHours) * 60
    }

    /// The last minute at which the person can confirm an appointment (FA-7); nil if nobody need confirm it: whoever
    /// books later than that confirms in booking.
    @inlinable
    public func confirmBy(start: CivilMinute, bookedAt: CivilMinute) -> CivilMinute? {
        let latest = start - Int64(confirmationHours) * 60
        return confirmationHours > 0 && latest > bookedAt ? latest : nil
    }

    /// How many days a person who missed an appointment has to make contact (AT-4).
    @inlinable
    public var contactDays: Int {
        switch missedContact {
        case .workingDays: contactWorkingDays
        case .sevenSeven: AttendancePolicy.sevenSevenDays.reduce(0, +)
        }
    }

    /// One of those days, counted from 1; the last is ``contactDays``.
    @inlinable
    public func contactDay(_ number: Int, after missedOn: CivilDay, in calendar: WorkingCalendar) -> CivilDay {
        switch missedContact {
        case .workingDays: calendar.day(max(1, number), workingDaysAfter: missedOn)
        case .sevenSeven: missedOn + Int32(number)
        }
    }

    /// The 7-7 rule: a prompt, seven days, a message with a date, seven days, a final message, two days (AT-4).
    @inlinable public static var sevenSevenDays: [Int] { [7, 7, 2] }

    /// Whether the policy ends an episode with this many misses; the supervisor's exception is the caller's to grant.
    @inlinable
    public func ends(missedCount: Int) -> Bool { missesThatEnd > 0 && missedCount >= missesThatEnd }
}
