/// A first day as bytes, which are made as they are taken: a country's are not in memory a second time.
public struct FirstDayBytes: Sendable {
    private let run: WarmUpRun

    init(of run: WarmUpRun) { self.run = run }

    /// How many. O(posts), not of people.
    public var count: Int {
        var writer = ByteWriter.counting
        run.write(to: &writer)
        return writer.count
    }

    /// Hands them on, a piece after the other.
    public func each(_ take: @escaping (_ piece: [UInt8]) -> Void) {
        var writer = ByteWriter(take)
        run.write(to: &writer)
        writer.finish()
    }

    /// All of them together.
    public var all: [UInt8] {
        var writer = ByteWriter()
        run.write(to: &writer)
        return writer.bytes
    }
}
