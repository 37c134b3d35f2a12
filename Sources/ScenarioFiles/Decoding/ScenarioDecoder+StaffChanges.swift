internal import CareModel
internal import ServiceSimulation

extension ScenarioDecoder {
    /// Reads who leaves, joins and is away, into the groups of staff: who leaves or is away stays who they are in
    /// their group, and who joins is a group of one.
    mutating func readStaffChanges(
        _ team: ScenarioNode, fullKey: String, _ staff: inout [(fullKey: String, group: StaffInput)]
    ) {
        guard let list = team["staff-changes"] else { return }
        let key = fullKey + ".staff-changes"
        decoding.places[key] = list.place
        guard let elements = list.elements else {
            let allowed = "a list such as '- { leaves: pwp 3, on: 2027-03-01 }'"
            decoding.report(list.place, key, list.isNot("a list"), allowed: allowed)
            return
        }
        let groups = staff.indices
        for (index, node) in elements.enumerated() {
            let changeKey = "\(key)[\(index + 1)]"
            var draft = StaffChangeDraft()
            let before = decoding.diagnostics.count
            StaffChangeKeys.table.decode(node, fullKey: changeKey, into: &draft, &decoding)
            guard decoding.diagnostics.count == before, isWhole(draft, node, changeKey) else { continue }
            staffChanges[staffChanges.count - 1].append(draft)
            if let member = draft.leaves ?? draft.away {
                change(member, draft, node.place, changeKey, groups, &staff)
            } else {
                var group = StaffInput()
                group.role = draft.joins ?? group.role
                group.wte = draft.wte
                group.modalities = draft.modalities
                group.from = draft.on
                join(group, changeKey, &staff)
            }
        }
    }

    /// Whether a line says one thing, and all that belongs to it.
    private mutating func isWhole(_ draft: StaffChangeDraft, _ node: ScenarioNode, _ key: String) -> Bool {
        let said = ["leaves", "joins", "away"].filter { node[$0] != nil }
        guard said.count == 1, draft.leaves != nil || draft.away != nil || draft.joins != nil else {
            let allowed = "one of leaves, joins, away"
            let message = said.count > 1 ? "says \(said.joined(separator: " and "))" : "says nothing"
            decoding.report(node.place, key, message, allowed: allowed)
            return false
        }
        let needed = draft.away == nil ? ["on"] : ["from", "until"]
        let known = needed + (draft.joins != nil ? ["wte", "modalities"] : draft.away != nil ? ["cover"] : [])
        let before = decoding.diagnostics.count
        for name in needed where node[name]?.isNull ?? true {
            decoding.report(node.place, "\(key).\(name)", "is missing", allowed: "a date as YYYY-MM-DD")
        }
        for entry in node.entries ?? [] where entry.key != said[0] && !known.contains(entry.key) {
            decoding.report(
                entry.place, "\(key).\(entry.key)", "does not go with \(said[0])",
                allowed: known.joined(separator: ", "))
        }
        if let from = draft.from, let until = draft.until, until < from {
            decoding.report(
                at: ["\(key).until"], "\(key).until", "\(until) is before from, \(from)", allowed: "\(from) or later")
        }
        return decoding.diagnostics.count == before
    }

    private mutating func change(
        _ member: StaffMember, _ draft: StaffChangeDraft, _ place: Place, _ key: String, _ groups: Range<Int>,
        _ staff: inout [(fullKey: String, group: StaffInput)]
    ) {
        let those = groups.filter { staff[$0].group.name == member.name || staff[$0].group.role.name == member.name }
        let count = those.reduce(0) { $0 + staff[$1].group.count }
        var left = (member.number ?? 1) - 1
        guard left < count, member.number != nil || count == 1 else {
            let name = draft.leaves != nil ? "leaves" : "away"
            let names = groups.map { staff[$0].group.role.name }
            let message =
                count == 0
                ? "the team has no '\(member.name)'" + NearestName.question(member.name, among: names)
                : "the team has \(count) of '\(member.name)'"
            let allowed = count == 0 ? names.joined(separator: ", ") : "\(member.name) 1 to \(member.name) \(count)"
            decoding.report(at: ["\(key).\(name)"], "\(key).\(name)", message, allowed: allowed)
            return
        }
        for group in those {
            guard left >= staff[group].group.count else {
                var change = StaffChange(member: left)
                if let from = draft.from, let until = draft.until { change.away = from...until }
                change.lastDay = draft.leaves == nil ? nil : draft.on
                staff[group].group.changes.append(change)
                if draft.isCovered { cover(staff[group].group, draft, key, &staff) }
                return
            }
            left -= staff[group].group.count
        }
    }

    private func cover(
        _ group: StaffInput, _ draft: StaffChangeDraft, _ key: String,
        _ staff: inout [(fullKey: String, group: StaffInput)]
    ) {
        var cover = group
        cover.changes = []
        cover.count = 1
        cover.from = draft.from
        cover.until = draft.until
        cover.qualifies = nil
        cover.topUpFrom = nil
        cover.topUpDays = 0
        join(cover, key, &staff)
    }

    /// Adds a group of one, named by its role and first day, so that it is the same whatever stands beside it.
    private func join(_ group: StaffInput, _ key: String, _ staff: inout [(fullKey: String, group: StaffInput)]) {
        var group = group
        let name = "\(group.role.name)-from-\(group.from?.description ?? "start")"
        let same = staff.count { $0.group.name.hasPrefix(name) }
        group.name = same == 0 ? name : "\(name)-\(same + 1)"
        staff.append((key, group))
    }
}
