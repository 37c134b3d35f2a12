public import CareModel

/// Whoever refers themselves online and says that it is urgent is shown this at once (BK-11): it is no answer to
/// anything that they wrote.
public enum UrgentHelp {
    /// Where help is to be had now, a sentence each: the same for everybody, at every hour.
    public static let sentences = [
        "If your life or somebody else's is in danger, call 999 now or go to A&E.",
        "For urgent help with your mental health call NHS 111 and choose option 2, at any hour.",
        "Samaritans answer on 116 123 day and night; the call is free.",
    ]

    /// When somebody of the service calls, in a sentence that says no more than what is planned.
    /// - Parameters:
    ///   - call: from when on it is to be made.
    ///   - now: the present minute.
    public static func call(_ call: CivilMinute, now: CivilMinute) -> String {
        if call.day <= now.day { return "Somebody of this service is to call you today." }
        return "Nobody of this service is there now: somebody is to call you on \(call.day.longText)."
    }
}
