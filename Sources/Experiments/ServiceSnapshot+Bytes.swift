import CareModel

// A snapshot as bytes, but for what is to come in the very run that it was taken from: a forecast has other luck. A
// test holds each type to its number of properties.

extension ByteWriter {
    mutating func put(_ snapshot: ServiceSnapshot) {
        put(snapshot.taken)
        put(snapshot.teams)
        put(snapshot.rooms)
        put(snapshot.people)
        put(snapshot.posts) { $0.put($1) }
        put(snapshot.appointments)
        put(snapshot.blocked)
        put(snapshot.closedRooms)
        put(snapshot.lastAssessmentWeek)
        put(snapshot.groups) { $0.put($1) }
        put(snapshot.employment) { writer, team in
            writer.put(team.supported)
            writer.put(team.waitingSince)
        }
        put(snapshot.former)
        put(snapshot.firstShares)
        put(snapshot.running.map { [$0] } ?? []) { $0.put($1) }
    }

    private mutating func put(_ post: PostSnapshot) {
        put(post.key)
        put(post.team)
        put(post.role)
        put(post.holder)
        put(post.startedOn)
        put(post.leavesOn)
        put(post.vacantUntil)
        put(post.leavePlannedThrough)
        put(post.absences)
        put(post.running.map { [$0] } ?? []) { $0.put($1) }
    }

    private mutating func put(_ holder: HolderSnapshot) {
        put(holder.sickUntil)
        put(holder.spells)
        put(holder.hadParentalLeave)
        put(holder.declared)
        put(holder.lastDay)
        put(holder.windsDownFrom)
        put(holder.meteredWeek)
        put(holder.takenThisWeek)
        put(holder.completedToday)
        put(holder.lateNotes.map(\.lowerBound))
        put(holder.lateNotes.map(\.upperBound))
        put(holder.owesNotes)
        put(holder.blocked)
        put(holder.decided)
    }

    private mutating func put(_ group: GroupSnapshot) {
        put(group.facts.team)
        put(group.facts.rule)
        put(group.facts.plannedFor)
        put(group.facts.days)
        put(group.facts.held)
        put(group.facts.facilitators)
        put(group.facts.stage)
        put(group.facts.putOffs)
        put(group.facts.sessionPutOffs)
        put(group.members)
    }

    private mutating func put(_ running: RunningSnapshot) {
        put(running.recentWaits) { writer, team in
            writer.put(team.seen)
            writer.put(team.takenOn)
        }
        put(running.weeksSeen)
        put(running.isWeekToTurn)
        put(running.isDayToStart)
        put(running.assessmentWeeks)
        put(running.assessmentShares)
        put(running.cancelledCourses)
        put(running.levers) { writer, lever in
            writer.put(lever.name)
            writer.put(lever.teams)
        }
        put(running.seenSinceLook)
        put(running.weeksSinceLook)
        put(running.isRotaMade)
        put(running.screeningBusyUntil)
        put(running.seniorBusyUntil)
        put(running.clerksBusyUntil)
    }
}

extension ByteReader {
    mutating func snapshot() throws(Fault) -> ServiceSnapshot {
        var snapshot = ServiceSnapshot(taken: try get())
        snapshot.teams = try get()
        snapshot.rooms = try get()
        snapshot.people = try get()
        snapshot.posts = try get { (reader: inout ByteReader) throws(Fault) in try reader.post() }
        snapshot.appointments = try get()
        snapshot.blocked = try get()
        snapshot.closedRooms = try get()
        snapshot.lastAssessmentWeek = try get()
        snapshot.groups = try get { (reader: inout ByteReader) throws(Fault) in try reader.group() }
        snapshot.employment = try get { (reader: inout ByteReader) throws(Fault) in
            EmploymentSnapshot(supported: try reader.get(), waitingSince: try reader.get())
        }
        snapshot.former = try get()
        snapshot.firstShares = try get()
        snapshot.running = try get { (reader: inout ByteReader) throws(Fault) in try reader.running() }.first
        return snapshot
    }

    private mutating func post() throws(Fault) -> PostSnapshot {
        var post = PostSnapshot(
            key: try get(), team: try get(), role: try get(), startedOn: CivilDay(number: 0))
        post.holder = try get()
        post.startedOn = try get()
        post.leavesOn = try get()
        post.vacantUntil = try get()
        post.leavePlannedThrough = try get()
        post.absences = try get()
        post.running = try get { (reader: inout ByteReader) throws(Fault) in try reader.holder() }.first
        return post
    }

    private mutating func holder() throws(Fault) -> HolderSnapshot {
        var holder = HolderSnapshot()
        holder.sickUntil = try get()
        holder.spells = try get()
        holder.hadParentalLeave = try get()
        holder.declared = try get()
        holder.lastDay = try get()
        holder.windsDownFrom = try get()
        holder.meteredWeek = try get()
        holder.takenThisWeek = try get()
        holder.completedToday = try get()
        let first: [CivilDay] = try get()
        let last: [CivilDay] = try get()
        guard first.count == last.count, zip(first, last).allSatisfy({ $0 <= $1 }) else { throw Fault() }
        holder.lateNotes = zip(first, last).map { $0...$1 }
        holder.owesNotes = try get()
        holder.blocked = try get()
        holder.decided = try get()
        return holder
    }

    private mutating func group() throws(Fault) -> GroupSnapshot {
        var facts = GroupFacts(team: try get(), rule: try get(), plannedFor: try get())
        facts.days = try get()
        facts.held = try get()
        facts.facilitators = try get()
        facts.stage = try get()
        facts.putOffs = try get()
        facts.sessionPutOffs = try get()
        return GroupSnapshot(facts: facts, members: try get())
    }

    private mutating func running() throws(Fault) -> RunningSnapshot {
        var running = RunningSnapshot()
        running.recentWaits = try get { (reader: inout ByteReader) throws(Fault) in
            var waits = RecentWaitsSnapshot()
            waits.seen = try reader.get()
            waits.takenOn = try reader.get()
            return waits
        }
        running.weeksSeen = try get()
        running.isWeekToTurn = try get()
        running.isDayToStart = try get()
        running.assessmentWeeks = try get()
        running.assessmentShares = try get()
        running.cancelledCourses = try get()
        running.levers = try get { (reader: inout ByteReader) throws(Fault) in
            LeverSnapshot(name: try reader.get(), teams: try reader.get())
        }
        running.seenSinceLook = try get()
        running.weeksSinceLook = try get()
        running.isRotaMade = try get()
        running.screeningBusyUntil = try get()
        running.seniorBusyUntil = try get()
        running.clerksBusyUntil = try get()
        return running
    }
}
