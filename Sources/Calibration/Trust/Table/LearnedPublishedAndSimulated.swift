/// What forecasts by the way `published-and-simulated` may promise; written by `Tests/Studies/trust`, never by hand.
enum LearnedPublishedAndSimulated {
    static let table = """
        stepcare-trust,2,published-and-simulated,2025-03
        figure,referrals,span,growth,own,low90,low50,high50,high90,errors,services,origins,furthest

        """
}
