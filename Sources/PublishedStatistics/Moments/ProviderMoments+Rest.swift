extension ProviderMoments {
    /// What is left of a country when some of its providers are taken away: flows and stocks less theirs, at least 0;
    /// of shares, means, sources and season, which few providers left over tell badly, those of the country.
    /// - Parameters:
    ///   - others: providers of the country, over the same months; what cannot be estimated of one counts 0.
    ///   - code: what the rest is called.
    public func rest(without others: [ProviderMoments], code: String) -> ProviderMoments {
        let left = MomentQuantity.allCases.map { quantity -> Estimate in
            guard quantity.addsUp else { return self[quantity] }
            return self[quantity].map { whole in
                let known = others.reduce(0.0) { sum, other in
                    guard case .success(let moment) = other[quantity] else { return sum }
                    return sum + moment.value
                }
                return Moment(
                    value: max(0, whole.value - known), standardError: whole.standardError, months: whole.months)
            }
        }
        return ProviderMoments(code: code, until: until, referrals: referrals, sources: sources, estimates: left)
    }
}

extension MomentQuantity {
    /// Whether the country's is the sum of its providers'.
    public var addsUp: Bool {
        switch definition {
        case .perWeek: true
        case .pattern(let figure): figure == .perWeek
        case .mean(let measure): measure == .waitingForTreatment
        case .share: false
        }
    }
}
