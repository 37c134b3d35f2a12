public import Reporting

/// What became of a forecast that is kept.
public enum KeptOutcome: Sendable {
    /// What has happened since, laid over it.
    case scored(ScoreReport)
    /// Nothing has come about yet that it told of, in a sentence.
    case nothingYet(String)
    /// Nothing can be laid over it, and why.
    case refused(String)
    /// The figures are of a provider that was not given, or not rightly: what to say.
    case noProvider(String)
}
