// Times batch allocation on made-up services; the driver beside this folder runs it against its peers.
//
//     batch-benchmarks write SEED PREFIX    writes the network of each stage to PREFIX.1, PREFIX.2, …; prints the names
//     batch-benchmarks solve FILE           seconds, total cost
//     batch-benchmarks propose SEED         seconds, people, slots, fitting places, stages, without a place
//
// A file is a line of text with the numbers of nodes and arcs, then, as little-endian integers, tails, heads and
// capacities (32 bits), costs (64 bits) and supplies (32 bits).

import Allocation

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func write(seed: UInt64, prefix: String) {
    for (index, network) in BatchAllocation.networks(of: MadeUpService(seed: seed).problem).enumerated() {
        let name = "\(prefix).\(index + 1)"
        NetworkFile.write(network, to: name)
        print(name)
    }
}

func solve(_ name: String) {
    let network = NetworkFile.read(name)
    let clock = ContinuousClock()
    let start = clock.now
    let solution = network.solve()
    let elapsed = seconds(clock.now - start)
    print(elapsed, solution.cost)
}

func propose(seed: UInt64) {
    let problem = MadeUpService(seed: seed).problem
    let clock = ContinuousClock()
    let start = clock.now
    let proposal = BatchAllocation.propose(problem)
    let elapsed = seconds(clock.now - start)
    let networks = BatchAllocation.networks(of: problem)
    let fits =
        networks.first.map { network in network.heads.prefix { Int($0) + 1 < network.supplies.count }.count } ?? 0
    print(elapsed, problem.people.count, problem.slots.count, fits, networks.count, proposal.unplaced.count)
}

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("write", 4): write(seed: UInt64(arguments[2]) ?? 0, prefix: arguments[3])
case ("solve", 3): solve(arguments[2])
case ("propose", 3): propose(seed: UInt64(arguments[2]) ?? 0)
default: print("usage: batch-benchmarks write SEED PREFIX | solve FILE | propose SEED")
}
