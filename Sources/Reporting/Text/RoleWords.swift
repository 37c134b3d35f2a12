import CareModel

/// Roles as tables and sentences name them.
enum RoleWords {
    /// Short names of the roles, in the order of the profession.
    static let order = Role.allCases.map(\.name)

    /// How a heading names a role; an unknown one stays as it is.
    static func title(_ name: String) -> String {
        let words = Role.allCases.first { $0.name == name }?.title ?? name
        return TextTools.capitalised(words)
    }

    /// How a narrow table names a role: `Senior PWP`, `Trainee HIT`.
    static func brief(_ name: String) -> String {
        guard order.contains(name) else { return name }
        return TextTools.capitalised(name.replacing("pwp", with: "PWP").replacing("hit", with: "HIT"))
            .replacing("-", with: " ")
    }
}
