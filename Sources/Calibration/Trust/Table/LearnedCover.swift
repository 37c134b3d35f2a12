/// What ranges of 90% held in years that have passed: way, services, years, shares of months, quarters and
/// years within; written by `Tests/Studies/trust`, never by hand.
enum LearnedCover {
    static let table = """
        published,103,3,0.9124,0.8928,0.8923
        level,103,3,0.9104,0.8924,0.8891

        """
}
