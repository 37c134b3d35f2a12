/// Whose record a command touches, or a question is about.
public enum CommandSubject: Hashable, Sendable {
    /// The person with this number.
    case person(Int64)
    /// Whoever has the appointment with this number.
    case appointment(Int64)
    /// Whoever has the hold with this number.
    case hold(Int64)
    /// Whoever the task with this number is about.
    case task(Int64)
    /// Nobody in particular, or many.
    case nobody
}
