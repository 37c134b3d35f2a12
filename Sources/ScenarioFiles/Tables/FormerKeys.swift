/// Keys of earlier releases that never did anything: a scenario that has one is read, with a warning.
enum FormerKeys {
    /// Those of practice, by path, and what to say instead.
    static let practice: [String: String] = [  // lookup only
        "low-intensity.needed-sessions-plus":
            "people at step 3+ are treated at step 3: leave it out; high-intensity.needed-sessions-plus acts"
    ]
}
