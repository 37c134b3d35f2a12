import Glibc

/// The heaps that the C library gives memory from.
enum Heaps {
    /// Keeps two heaps instead of eight a core. What a thread gives back stays with the heap that it came from: in
    /// twenty-one minutes of two hundred schedulers a server of sixteen heaps grew from 118 to 172 megabytes, and
    /// one of two from 101 to 135, ever more slowly.
    static func keepFew() {
        typealias SetOption = @convention(c) (_ option: Int32, _ value: Int32) -> Int32
        // Swift's module of the C library does not have it.
        guard let found = dlsym(nil, "mallopt") else { return }
        let mostHeaps: Int32 = -8
        _ = unsafeBitCast(found, to: SetOption.self)(mostHeaps, 2)
    }
}
