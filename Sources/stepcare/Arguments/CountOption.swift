import ArgumentParser

/// How many of something are asked for on the command line.
struct CountOption: ExpressibleByArgument {
    let count: Int

    init(_ count: Int) { self.count = count }

    init?(argument: String) {
        guard let count = Int(argument), (0...100_000).contains(count) else { return nil }
        self.count = count
    }
}
