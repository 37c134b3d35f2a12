import BookingStore
import CareModel

/// Times that were assumed for days give way to what is known of the same day, so that no assumption is a fault.
extension TableCheck {
    /// What happened today has happened by now, what followed a referral was not before it, and no two appointments
    /// that are over are at one time because nobody wrote the time down.
    func settleAssumed(_ files: inout TableFiles) {
        settleReceived(&files)
        for index in files.episodes.rows.indices where !files.episodes.rows[index].assumed.isEmpty {
            let received = files.episodes.rows[index].row.episode.received
            func settle(_ key: String, _ path: WritableKeyPath<EpisodeRow, CivilMinute?>) {
                guard files.episodes.rows[index].assumed.contains(key),
                    let minute = files.episodes.rows[index].row[keyPath: path]
                else { return }
                files.episodes.rows[index].row[keyPath: path] = happened(minute, after: received)
            }
            if files.episodes.rows[index].assumed.contains("state-since") {
                let minute = files.episodes.rows[index].row.episode.stateSince
                files.episodes.rows[index].row.episode.stateSince = happened(minute, after: received)
            }
            settle("waiting-since", \.episode.waitingSince)
            settle("first-appointment", \.episode.firstAppointment)
            settle("first-treatment", \.episode.firstTreatment)
            settle("second-treatment", \.episode.secondTreatment)
            settle("last-treatment", \.episode.lastTreatment)
            settle("reached-at", \.facts.reachedAt)
            settle("listed-at", \.facts.listedAt)
        }
        settleAppointments(&files.appointments)
    }

    /// A minute of a day that is at the latest now, and not before another minute of the same day.
    private func happened(_ minute: CivilMinute, after earlier: CivilMinute? = nil) -> CivilMinute {
        var minute = minute
        if let earlier, earlier.day == minute.day { minute = max(minute, earlier) }
        if let now, now.day == minute.day { minute = min(minute, now) }
        return minute
    }

    /// Both tables have the minute of a referral: the one that has a time is right.
    private func settleReceived(_ files: inout TableFiles) {
        var known: [Int64: Int] = [:]  // lookup only
        for (index, row) in files.people.rows.enumerated() where known[row.row.person] == nil {
            known[row.row.person] = index
        }
        for index in files.episodes.rows.indices {
            let isAssumed = files.episodes.rows[index].assumed.contains("received")
            guard let place = known[files.episodes.rows[index].row.person] else { continue }
            let (here, there) = (
                files.episodes.rows[index].row.episode.received, files.people.rows[place].row.referral.received
            )
            let isAssumedThere = files.people.rows[place].assumed.contains("received")
            guard here.day == there.day, isAssumed != isAssumedThere else { continue }
            if isAssumed {
                files.episodes.rows[index].row.episode.received = there
            } else {
                files.people.rows[place].row.referral.received = here
            }
        }
        for index in files.people.rows.indices where files.people.rows[index].assumed.contains("received") {
            files.people.rows[index].row.referral.received = happened(files.people.rows[index].row.referral.received)
        }
        for index in files.episodes.rows.indices where files.episodes.rows[index].assumed.contains("received") {
            files.episodes.rows[index].row.episode.received = happened(files.episodes.rows[index].row.episode.received)
        }
    }

    /// An appointment that is still to come needs its time. Those that are over are put one after another.
    func settleAppointments(_ file: inout TableFile<AppointmentRow>) {
        var taken: [CivilDay: [Range<Int64>]] = [:]  // lookup only
        func range(_ placement: Placement) -> Range<Int64> {
            placement.start.minutes..<placement.start.minutes + Int64(max(5, (placement.minutes + 4) / 5 * 5))
        }
        for row in file.rows where !row.assumed.contains("start") && !row.hasFault("start") {
            taken[row.row.record.placement.start.day, default: []].append(range(row.row.record.placement))
        }
        for index in file.rows.indices where !file.rows[index].assumed.isEmpty {
            if file.rows[index].assumed.contains("start") {
                let record = file.rows[index].row.record
                guard record.status != .standing || record.attendance != nil else {
                    file.rows[index].fail(
                        "start", "\(record.placement.start.day) has no time, and the appointment has no outcome",
                        "a day and a time, as YYYY-MM-DD HH:MM", file: file.path)
                    continue
                }
                var placement = record.placement
                let day = placement.start.day
                while taken[day, default: []].contains(where: { $0.overlaps(range(placement)) }),
                    placement.start.minuteOfDay + 2 * placement.minutes + 5 <= 1320
                {
                    placement.start = CivilMinute(minutes: range(placement).upperBound)
                }
                taken[day, default: []].append(range(placement))
                file.rows[index].row.record.booking.placement.start = placement.start
            }
            if file.rows[index].assumed.contains("booked-at") {
                file.rows[index].row.record.bookedAt = happened(file.rows[index].row.record.bookedAt)
            }
            if file.rows[index].assumed.contains("cancelled-at"), let minute = file.rows[index].row.record.cancelledAt {
                file.rows[index].row.record.cancelledAt = happened(
                    minute, after: file.rows[index].row.record.bookedAt)
            }
        }
    }
}
