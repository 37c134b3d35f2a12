extension RunningSnapshot {
    /// The same with the places of a service that starts from it.
    func seated(in places: SnapshotPlaces) -> RunningSnapshot {
        var seated = self
        seated.recentWaits = places.byTeam(recentWaits, else: RecentWaitsSnapshot())
        seated.assessmentWeeks = places.byTeam(assessmentWeeks, else: [])
        seated.assessmentShares = places.byTeam(assessmentShares, else: [])
        seated.cancelledCourses = places.byTeam(cancelledCourses, else: [])
        for index in seated.levers.indices {
            seated.levers[index].teams = levers[index].teams.compactMap(places.team)
        }
        seated.seenSinceLook = places.byTeam(seenSinceLook, else: [])
        seated.weeksSinceLook = places.byTeam(weeksSinceLook, else: 0)
        let never = CivilMinute(minutes: Int64.min / 2)
        seated.screeningBusyUntil = places.byTeam(screeningBusyUntil, else: never)
        seated.seniorBusyUntil = places.byTeam(seniorBusyUntil, else: never)
        seated.clerksBusyUntil = places.byTeam(clerksBusyUntil, else: [])
        return seated
    }

    /// Two services of one day as one.
    /// - Parameters:
    ///   - second: the other, with the places that its teams have behind this one's.
    ///   - counts: the teams of each.
    func joined(with second: RunningSnapshot, _ counts: (Int, Int)) -> RunningSnapshot {
        var both = self
        func byTeam<Known>(_ path: WritableKeyPath<RunningSnapshot, [Known]>, else nothing: Known) {
            both[keyPath: path] = joinedByTeam(
                self[keyPath: path], second[keyPath: path], else: nothing, counts)
        }
        byTeam(\.recentWaits, else: RecentWaitsSnapshot())
        byTeam(\.assessmentWeeks, else: [])
        byTeam(\.assessmentShares, else: [])
        byTeam(\.cancelledCourses, else: [])
        byTeam(\.seenSinceLook, else: [])
        byTeam(\.weeksSinceLook, else: 0)
        let never = CivilMinute(minutes: Int64.min / 2)
        byTeam(\.screeningBusyUntil, else: never)
        byTeam(\.seniorBusyUntil, else: never)
        byTeam(\.clerksBusyUntil, else: [])
        both.weeksSeen = max(weeksSeen, second.weeksSeen)
        both.isRotaMade = isRotaMade && second.isRotaMade
        // Parts of one service have the same levers, each in its own teams.
        for (index, lever) in second.levers.enumerated() {
            if index < both.levers.count {
                both.levers[index].teams += lever.teams
            } else {
                both.levers.append(lever)
            }
        }
        return both
    }
}

/// What is known of each team of two services that become one; nothing where nothing is known of any.
/// - Parameters:
///   - own: of the first, by team.
///   - others: of the second, by the places that its teams have behind the first's.
///   - counts: the teams of each.
func joinedByTeam<Known>(
    _ own: [Known], _ others: [Known], else nothing: Known, _ counts: (Int, Int)
) -> [Known] {
    if own.isEmpty, others.isEmpty { return [] }
    let first = own.isEmpty ? [Known](repeating: nothing, count: counts.0) : own
    return others.isEmpty
        ? first + [Known](repeating: nothing, count: counts.1) : first + others[counts.0...]
}
