public import CareModel

extension PublishedFile {
    /// The figures of England as a whole; nil if the file has none.
    public var england: ProviderSeries? { nation.map { plainSeries(of: $0) } }

    /// The figures of a provider, whatever they are.
    /// - Parameters:
    ///   - code: the provider's code, such as `RWRG3`; case makes no difference.
    ///   - joinsPredecessors: whether figures under codes that became this one are added to its own.
    /// - Throws: ``PublishedError/faults(_:)`` if there is no such provider, with codes and names that are near.
    public func series(of code: String, joinsPredecessors: Bool = true) throws(PublishedError) -> ProviderSeries {
        guard let found = organisation(code) else { throw .faults([unknown(code)]) }
        let own = plainSeries(of: found)
        guard joinsPredecessors else { return own }
        return own.joined(with: predecessors(of: found.code).map { plainSeries(of: $0) })
    }

    /// The figures of a provider, if they are enough to say something of the time before a month, and what should be
    /// known about them.
    /// - Parameters:
    ///   - month: the last month that is used.
    ///   - leastMonths: with referrals, up to and with that month.
    /// - Throws: ``PublishedError/faults(_:)``: everything that is wrong with it.
    public func series(
        of code: String, until month: PublishedMonth, leastMonths: Int = 12
    ) throws(PublishedError) -> (series: ProviderSeries, warnings: [FileFault]) {
        var faults: [FileFault] = []
        if month > lastMonth || month < firstMonth {
            faults.append(
                FileFault(
                    file: path, key: "until", message: "there is nothing of \(month)",
                    allowed: "\(firstMonth) to \(lastMonth)"))
        }
        guard organisation(code) != nil else { throw .faults(faults + [unknown(code)]) }
        let series = try series(of: code)
        faults += Self.tooLittle(series, until: month, leastMonths: leastMonths)
        guard faults.isEmpty else { throw .faults(faults) }
        let codes = [series.code] + series.predecessors
        let duplicates = disagreements.filter { codes.contains($0.code) }.map(\.fault)
        let joined = series.predecessors.isEmpty ? [] : [Self.joins(series)]
        return (series, duplicates + joined + Self.ends(series, until: month) + series.implausibleFigures())
    }

    /// Where the figures of a provider end before they are needed, and what became of it.
    private static func ends(_ series: ProviderSeries, until month: PublishedMonth) -> [FileFault] {
        guard let last = series.months.last(where: { series.line(.referrals, in: $0) > 0 }), last < month else {
            return []
        }
        let next = ProviderSuccession.known.filter { $0.predecessor == series.code }
            .map { "ask for \($0.successor), which it became in \($0.from)" }
        return [
            FileFault(
                .warning, file: series.file, line: series.line(.referrals, in: last), key: series.code,
                message: "its figures end with \(last), before \(month)",
                allowed: next.isEmpty ? "a month up to \(last)" : next.joined(separator: ", or "))
        ]
    }

    /// What was known under other codes before, and whether this one went on elsewhere.
    private static func joins(_ series: ProviderSeries) -> FileFault {
        FileFault(
            .warning, file: series.file, key: series.code,
            message:
                "the figures of \(series.predecessors.joined(separator: ", ")) are added, which became this provider",
            allowed: "counts add up; means and percentages are weighted")
    }

    private static func tooLittle(
        _ series: ProviderSeries, until month: PublishedMonth, leastMonths: Int
    ) -> [FileFault] {
        let rows = series.months.filter { $0 <= month && series.line(.referrals, in: $0) > 0 }
        let known = rows.filter { series.value(.referrals, in: $0) != nil }
        if !rows.isEmpty, known.isEmpty {
            return [
                FileFault(
                    file: series.file, line: series.line(.referrals, in: rows[0]), key: series.code,
                    message: "all \(rows.count) numbers of referrals up to \(month) are suppressed",
                    allowed: "a provider with 5 referrals a month or more")
            ]
        }
        guard known.count < leastMonths else { return [] }
        let has = known.first.map { first in "\(known.count), the first of them \(first)" } ?? "none"
        return [
            FileFault(
                file: series.file, key: series.code, message: "too few months with referrals up to \(month): \(has)",
                allowed: "\(leastMonths) or more")
        ]
    }

    private func unknown(_ code: String) -> FileFault {
        let near = suggestions(for: code)
        let list = near.map { "\($0.code) \($0.name)" }.joined(separator: "; ")
        return FileFault(
            file: path, key: "ORG_CODE2", message: "there is no provider '\(code)'",
            allowed: near.isEmpty ? "one of \(organisations.count) codes" : "near it: \(list)")
    }

    /// Up to five providers that somebody may have meant: by a part of the name, or a code or name that is near.
    public func suggestions(for text: String) -> [(code: String, name: String)] {
        let wanted = text.uppercased()
        var ranked: [(distance: Int, code: String, name: String)] = []
        for organisation in organisations {
            let name = organisation.names.max { $0.last < $1.last }?.text ?? ""
            let isPart = wanted.count >= 3 && organisation.names.contains { $0.text.uppercased().contains(wanted) }
            let code = NearestName.distance(wanted, organisation.code.uppercased())
            let whole = NearestName.distance(wanted, name.uppercased())
            let limit = max(1, text.count / 3)
            let distance = isPart ? 0 : min(code, whole)
            if distance <= limit { ranked.append((distance, organisation.code, name)) }
        }
        ranked.sort { ($0.distance, $0.code) < ($1.distance, $1.code) }
        return ranked.prefix(5).map { ($0.code, $0.name) }
    }

    private func organisation(_ code: String) -> Organisation? {
        let wanted = code.uppercased()
        return organisations.first { $0.code.uppercased() == wanted }
    }

    private func predecessors(of code: String) -> [Organisation] {
        ProviderSuccession.known.filter { $0.successor == code }.compactMap { organisation($0.predecessor) }
    }

    func plainSeries(of organisation: Organisation) -> ProviderSeries {
        ProviderSeries(
            code: organisation.code, names: organisation.names, months: months, file: path,
            rows: rows[organisation.rows])
    }
}
