import CareModel

/// What an entry of the log is by itself, without what it says: enough to fold it.
struct EntryHead {
    /// Its place in the log, from 1.
    let sequence: Int64
    /// When it was made.
    let at: CivilMinute
    /// What kind of event it tells.
    let kind: EventKind
}
