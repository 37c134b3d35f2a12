import BookingStore
import TestSupport
import Testing

/// A server writes to one file for weeks: however long it grows, what is in memory of it does not.
@Suite struct CachedPagesTests {
    @Test func whatIsInMemoryOfTheFileIsBounded() throws {
        let folder = try Folder()
        let store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
        let what = String(repeating: "w", count: 2000)
        var sizes: [Int] = []
        for _ in 0..<12 {
            let size = try store.writeBlocking { writer in
                for _ in 0..<1000 {
                    try writer.recordAccess(toPerson: 1, what: what, at: Clinic.now, by: Clinic.author)
                }
                return writer.cachedBytes
            }
            sizes.append(size)
        }
        // Twenty-four megabytes were written, and eight may be kept.
        let bound = 9 * 1024 * 1024
        #expect(sizes.allSatisfy { $0 < bound } && (sizes.last ?? 0) > bound / 2, "\(sizes)")
        #expect(try store.read { try $0.accesses().count == 12_000 && $0.cachedBytes < bound })
    }
}
