/// Which kinds of request found nothing in this round, so that the same search is not made again for each person.
struct RefusedRequests {
    struct Kind {
        var bit: UInt8
        init(shortNotice: Bool, hasWish: Bool, hasPriority: Bool) {
            // A wish or a priority is a request of its own kind: it is tried for each person.
            bit = hasWish || hasPriority ? 0 : (shortNotice ? 2 : 1)
        }
    }
    private var bits: UInt8 = 0
    private var triedSinceBothRefused = 0

    mutating func contains(_ kind: Kind) -> Bool {
        if bits == 3 { triedSinceBothRefused += 1 }
        return kind.bit != 0 && bits & kind.bit != 0
    }

    mutating func insert(_ kind: Kind) { bits |= kind.bit }

    /// After both usual kinds have found nothing, so many more are looked at; the rest waits for the next round.
    var isEverybody: Bool { triedSinceBothRefused >= 60 }
}
