import Allocation
import Glibc

/// A network as a file that other solvers read as well.
enum NetworkFile {
    static func write(_ network: FlowNetwork, to name: String) {
        guard let file = fopen(name, "w") else { fatalError("cannot write \(name)") }
        let header = "\(network.supplies.count) \(network.tails.count)\n"
        _ = header.utf8CString.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count - 1, file) }
        for numbers in [network.tails, network.heads, network.capacities] { write(numbers, to: file) }
        write(network.costs, to: file)
        write(network.supplies, to: file)
        guard fclose(file) == 0 else { fatalError("cannot write \(name)") }
    }

    static func read(_ name: String) -> FlowNetwork {
        guard let file = fopen(name, "r") else { fatalError("cannot read \(name)") }
        var header: [UInt8] = []
        while case let character = getc(file), character != 10, character != EOF { header.append(UInt8(character)) }
        let counts = String(decoding: header, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        precondition(counts.count == 2, "\(name) is no network")
        var network = FlowNetwork(nodeCount: 0)
        network.tails = read(counts[1], from: file)
        network.heads = read(counts[1], from: file)
        network.capacities = read(counts[1], from: file)
        network.costs = read(counts[1], from: file)
        network.supplies = read(counts[0], from: file)
        fclose(file)
        return network
    }

    private static func write<Number: FixedWidthInteger>(_ numbers: [Number], to file: UnsafeMutablePointer<FILE>) {
        _ = numbers.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    }

    private static func read<Number: FixedWidthInteger>(
        _ count: Int, from file: UnsafeMutablePointer<FILE>
    ) -> [Number] {
        [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = fread(buffer.baseAddress, MemoryLayout<Number>.size, count, file)
        }
    }
}
