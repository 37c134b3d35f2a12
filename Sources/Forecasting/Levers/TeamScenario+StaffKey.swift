import CareModel
public import ServiceSimulation

extension TeamScenario {
    /// The key of how many there are of a group of staff, below the team: by the name or the role that only this group
    /// answers to, else by its place in the file's list.
    /// - Parameter place: the group, by index.
    public func keyOfCount(ofStaff place: Int) -> String {
        let names = staff.map { $0.name.isEmpty ? $0.role.name : $0.name }
        let selector = names.count { $0 == names[place] } == 1 ? names[place] : "[\(place + 1)]"
        return "staff.\(selector).count"
    }
}
