/// Which kinds of request found nothing in this round, so that the same search is not made again for each person.
struct RefusedRequests {
    struct Kind {
        var bit: UInt8
        init(shortNotice: Bool, hasWish: Bool, hasPriority: Bool) {
            // A wish or a priority is a request of its own kind.
            bit = hasWish || hasPriority ? 0 : (shortNotice ? 2 : 1)
        }
    }
    private var bits: UInt8 = 0
    private var wishes: [SlotRequest] = []
    private var triedSinceBothRefused = 0

    mutating func contains(_ kind: Kind) -> Bool {
        if bits == 3 { triedSinceBothRefused += 1 }
        return kind.bit != 0 && bits & kind.bit != 0
    }

    mutating func insert(_ kind: Kind) { bits |= kind.bit }

    /// Whether the very same request, with its wishes, found nothing. O(different wishes).
    func contains(_ request: SlotRequest) -> Bool { wishes.contains(request) }

    mutating func insert(_ request: SlotRequest) { wishes.append(request) }

    /// After both usual kinds have found nothing, so many more are looked at; the rest waits for the next round.
    var isEverybody: Bool { triedSinceBothRefused >= 60 }
}
