import CareModel
import Diaries
import TestSupport
import Testing

/// What is booked, against arrays.
@Suite("Diary book")
struct DiaryBookTests {
    private static let first = CivilDay(number: 9_800)

    @Test(
        "BK-1: what is booked cannot be booked again, whole or in part",
        arguments: [
            (60, 70), (55, 61), (69, 75), (62, 65), (50, 80), (60, 61), (69, 70),
        ])
    func overlapsAreRefused(low: Int, high: Int) {
        var book = DiaryBook(first: Self.first, dayCount: 10, resourceCount: 3)
        expect(book.book(1, on: Self.first + 4, quanta: 60..<70))
        let before = book.booked(1, on: Self.first + 4)
        expect(!book.book(1, on: Self.first + 4, quanta: low..<high))
        expect(book.booked(1, on: Self.first + 4) == before, "a refusal changes nothing")
    }

    @Test("BK-1: beside it, with another clinician, or on another day is free")
    func besideIsFree() {
        var book = DiaryBook(first: Self.first, dayCount: 10, resourceCount: 3)
        expect(book.book(1, on: Self.first + 4, quanta: 60..<70))
        expect(book.book(1, on: Self.first + 4, quanta: 50..<60))
        expect(book.book(1, on: Self.first + 4, quanta: 70..<80))
        expect(book.book(0, on: Self.first + 4, quanta: 60..<70))
        expect(book.book(2, on: Self.first + 4, quanta: 60..<70))
        expect(book.book(1, on: Self.first + 3, quanta: 60..<70))
        expect(book.book(1, on: Self.first + 5, quanta: 60..<70))
    }

    @Test("BK-1: random bookings and releases, against arrays")
    func againstArrays() {
        for seed: UInt64 in 1...150 {
            var random = SplitMix(seed: seed)
            let (days, resources) = (1 + random.below(6), 1 + random.below(4))
            var book = DiaryBook(first: Self.first, dayCount: days, resourceCount: resources)
            var naive = [[Bool]](repeating: [Bool](repeating: false, count: 192), count: days * resources)
            var standing: [(resource: Int, day: Int, range: Range<Int>)] = []
            for _ in 0..<200 {
                if random.below(3) == 0, !standing.isEmpty {
                    let booking = standing.remove(at: random.below(standing.count))
                    book.release(booking.resource, on: Self.first + Int32(booking.day), quanta: booking.range)
                    for index in booking.range { naive[booking.resource * days + booking.day][index] = false }
                } else {
                    let (resource, day, low) = (random.below(resources), random.below(days), random.below(180))
                    let range = low..<(low + 1 + random.below(12))
                    let page = resource * days + day
                    let isFree = range.allSatisfy { !naive[page][$0] }
                    if book.book(resource, on: Self.first + Int32(day), quanta: range) != isFree {
                        Issue.record("seed \(seed): \(range) on day \(day) of \(resource)")
                        return
                    }
                    guard isFree else { continue }
                    for index in range { naive[page][index] = true }
                    standing.append((resource, day, range))
                }
            }
            for page in naive.indices {
                let grid = book.booked(page / days, on: Self.first + Int32(page % days))
                if DayGridTests.bits(grid) != naive[page] {
                    Issue.record("seed \(seed): page \(page)")
                    return
                }
            }
        }
    }

    @Test("FA-5: what is released can be booked again")
    func release() {
        var book = DiaryBook(first: Self.first, dayCount: 2, resourceCount: 1)
        expect(book.book(0, on: Self.first, quanta: 60..<70))
        book.release(0, on: Self.first, quanta: 60..<65)
        expect(!book.book(0, on: Self.first, quanta: 64..<66))
        expect(book.book(0, on: Self.first, quanta: 60..<65))
    }

    @Test("A diary has the pages of its range")
    func pages() {
        let book = DiaryBook(first: Self.first, dayCount: 10, resourceCount: 2)
        expect(
            (-2...11).map { book.hasPage(for: Self.first + $0) } == [false, false]
                + [Bool](
                    repeating: true, count: 10) + [false, false])
        expect(book.first == Self.first && book.dayCount == 10 && book.resourceCount == 2)
        expect(book.booked(1, on: Self.first + 9).isEmpty)
    }

    @Test("A page that is not there, or the release of what is not booked, is a mistake of the caller")
    func misuse() async {
        await #expect(processExitsWith: .failure) {
            let book = DiaryBook(first: CivilDay(number: 9_800), dayCount: 10, resourceCount: 2)
            _ = book.booked(2, on: CivilDay(number: 9_800))
        }
        await #expect(processExitsWith: .failure) {
            let book = DiaryBook(first: CivilDay(number: 9_800), dayCount: 10, resourceCount: 2)
            _ = book.booked(0, on: CivilDay(number: 9_810))
        }
        await #expect(processExitsWith: .failure) {
            var book = DiaryBook(first: CivilDay(number: 9_800), dayCount: 10, resourceCount: 2)
            _ = book.book(0, on: CivilDay(number: 9_799), quanta: 0..<1)
        }
        await #expect(processExitsWith: .failure) {
            var book = DiaryBook(first: CivilDay(number: 9_800), dayCount: 10, resourceCount: 2)
            _ = book.book(0, on: CivilDay(number: 9_800), quanta: 10..<20)
            book.release(0, on: CivilDay(number: 9_800), quanta: 10..<21)
        }
    }
}
