/// Keys that are not due for a while, in pages: page after page of ranks, in no order within a page.
///
/// A heap of everything that is ever going to happen outgrows the caches, and most of what lies far ahead is cancelled
/// before its time. So a key beyond the present page is only appended to its own; the heap takes the page in once it
/// has nothing nearer, and looks at each leftover just once (Brown, "Calendar queues", 1988; Tang, Goh and Thng,
/// "Ladder queue", 2005). Pages are chains of chunks from one pool. What lies beyond the last page of the present
/// window waits in one more list, and is dealt out when the window moves.
@frozen
@usableFromInline
struct LaterKeys: ~Copyable {
    /// The number of a page is the rank shifted by so much.
    @usableFromInline let pageBits: UInt64
    /// Keys up to this rank belong into the heap.
    @usableFromInline var lastNear: UInt64
    /// The number of the first page in the window.
    @usableFromInline var firstPage: UInt64
    /// The place in the window of the page that is turned next.
    @usableFromInline var nextPlace = 0
    /// Keys held, leftovers included.
    @usableFromInline var count = 0
    /// The pages of the window, and the list of what lies beyond.
    @usableFromInline let lists: UnsafeMutablePointer<ChunkList>
    @usableFromInline var chunks: UnsafeMutablePointer<StampedKey>
    /// The next chunk of a chain, by chunk.
    @usableFromInline var links: UnsafeMutablePointer<Int32>
    @usableFromInline var chunkCapacity = 0
    @usableFromInline var chunkCount = 0
    @usableFromInline var firstFree: Int32 = -1

    /// - Parameters:
    ///   - start: the lowest rank that comes.
    ///   - pageBits: pages are 2 to this power ranks long; 0 puts nothing off.
    @inlinable
    init(from start: UInt64, pageBits: Int) {
        guard pageBits >= 0, pageBits < 60 else { misuse("page bits are in 0 … 59", pageBits) }
        self.pageBits = UInt64(pageBits)
        firstPage = start &>> UInt64(pageBits)
        lastNear = pageBits == 0 ? .max : start | ((1 &<< UInt64(pageBits)) &- 1)
        nextPlace = 1
        let listCount = pageBits == 0 ? 0 : LaterKeys.pages + 1
        lists = .allocate(capacity: max(1, listCount))
        lists.initialize(repeating: ChunkList(), count: listCount)
        chunks = .allocate(capacity: 1)
        links = .allocate(capacity: 1)
    }

    @inlinable
    deinit {
        lists.deallocate()
        chunks.deallocate()
        links.deallocate()
    }

    /// Pages in a window.
    @inlinable static var pages: Int { 1024 }
    /// Keys in a chunk.
    @inlinable static var chunkKeys: Int { 64 }
    /// The place of the list of what lies beyond the window.
    @inlinable static var beyond: Int { pages }

    /// The list that a key beyond ``lastNear`` belongs to.
    @inlinable
    func place(of key: StampedKey) -> Int {
        let ahead = (key.rank &>> pageBits) &- firstPage
        return ahead < UInt64(LaterKeys.pages) ? Int(truncatingIfNeeded: ahead) : LaterKeys.beyond
    }

    /// Whether one more key may need more memory.
    @inlinable var isFull: Bool { firstFree < 0 && chunkCount == chunkCapacity }

    /// Puts a key off. O(1) on average.
    @inlinable
    mutating func append(_ key: StampedKey) {
        let place = place(of: key)
        if lists[place].last < 0 || lists[place].filled == LaterKeys.chunkKeys {
            let chunk = takeChunk()
            if lists[place].last < 0 {
                lists[place].first = chunk
            } else {
                links[Int(lists[place].last)] = chunk
            }
            lists[place].last = chunk
            lists[place].filled = 0
        }
        chunks[Int(lists[place].last) * LaterKeys.chunkKeys + lists[place].filled] = key
        lists[place].filled += 1
        count += 1
    }

    /// The next page that has keys becomes the present one; its keys are the caller's to ``drain(_:_:)``. There must be
    /// some.
    /// - Returns: its list.
    @inlinable
    mutating func turnPage() -> ChunkList {
        while true {
            while nextPlace < LaterKeys.pages, lists[nextPlace].last < 0 { nextPlace += 1 }
            guard nextPlace == LaterKeys.pages else { break }
            moveWindow()
        }
        let page = takeList(nextPlace)
        lastNear = ((firstPage &+ UInt64(nextPlace)) &<< pageBits) | ((1 &<< pageBits) &- 1)
        nextPlace += 1
        return page
    }

    /// The window moves to the first key beyond it.
    @inlinable
    mutating func moveWindow() {
        let far = takeList(LaterKeys.beyond)
        var first = UInt64.max
        visit(far) { first = min(first, $0.rank &>> pageBits) }
        firstPage = first
        nextPlace = 0
        drain(far) { $0.append($1) }
    }

    /// Takes the keys of a place out of it.
    @inlinable
    mutating func takeList(_ place: Int) -> ChunkList {
        let list = lists[place]
        lists[place] = ChunkList()
        return list
    }

    /// Looks at the keys of a list.
    @inlinable
    func visit(_ list: ChunkList, _ body: (StampedKey) -> Void) {
        var chunk = list.first
        while chunk >= 0 {
            let filled = chunk == list.last ? list.filled : LaterKeys.chunkKeys
            for place in 0..<filled { body(chunks[Int(chunk) * LaterKeys.chunkKeys + place]) }
            chunk = chunk == list.last ? -1 : links[Int(chunk)]
        }
    }

    /// Gives up a list that was taken out, key by key.
    @inlinable
    mutating func drain(_ list: ChunkList, _ body: (inout LaterKeys, StampedKey) -> Void) {
        var chunk = list.first
        while chunk >= 0 {
            let isLast = chunk == list.last
            let filled = isLast ? list.filled : LaterKeys.chunkKeys
            for place in 0..<filled { body(&self, chunks[Int(chunk) * LaterKeys.chunkKeys + place]) }
            count -= filled
            let next = isLast ? -1 : links[Int(chunk)]
            links[Int(chunk)] = firstFree
            firstFree = chunk
            chunk = next
        }
    }

    @inlinable
    mutating func takeChunk() -> Int32 {
        if firstFree >= 0 {
            let chunk = firstFree
            firstFree = links[Int(chunk)]
            return chunk
        }
        if chunkCount == chunkCapacity { addChunks() }
        chunkCount += 1
        return Int32(chunkCount - 1)
    }

    @inlinable @inline(never)
    mutating func addChunks() {
        let larger = max(64, chunkCapacity * 2)
        let newChunks = UnsafeMutablePointer<StampedKey>.allocate(capacity: larger * LaterKeys.chunkKeys)
        newChunks.initialize(repeating: .sentinel, count: larger * LaterKeys.chunkKeys)
        newChunks.update(from: chunks, count: chunkCount * LaterKeys.chunkKeys)
        let newLinks = UnsafeMutablePointer<Int32>.allocate(capacity: larger)
        newLinks.initialize(repeating: -1, count: larger)
        newLinks.update(from: links, count: chunkCount)
        chunks.deallocate()
        links.deallocate()
        (chunks, links, chunkCapacity) = (newChunks, newLinks, larger)
    }
}

/// A chain of chunks: all are full but the last.
@frozen
@usableFromInline
struct ChunkList: BitwiseCopyable {
    @usableFromInline var first: Int32 = -1
    @usableFromInline var last: Int32 = -1
    /// Keys in the last chunk.
    @usableFromInline var filled = 0

    @inlinable init() {}
}
