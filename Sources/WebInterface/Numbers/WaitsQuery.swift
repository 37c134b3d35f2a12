import BookingService

/// What stands in the address of the waits in numbers: a part of each division that is asked for.
struct WaitsQuery {
    /// Parts that are asked for.
    private(set) var wanted: [WaitDivision: String] = [:]  // lookup only

    init(_ form: WebForm) {
        for division in WaitDivision.allCases { wanted[division] = form.text(division.rawValue) }
    }

    /// The address with another part of a division; nil asks for all of it.
    func address(_ path: String = "/waits-now", _ division: WaitDivision? = nil, _ part: String? = nil) -> String {
        let parts = WaitDivision.allCases.compactMap { each -> String? in
            let value = each == division ? part : wanted[each]
            return value.map { "\(each.rawValue)=\($0.escapedForAddress)" }
        }
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }
}
