import KernelModels
import Testing

/// A published model, built again. The reference is itself a simulation of 35 replications, so the gates are those set
/// beforehand: 1% before and during lockdown, 5% after. Our means are checked to have a standard error under 0.25%, so a
/// mean that truly differs from the published one by no more than 0.4% before and during, or 4.4% after, is refused less
/// than once in 100 times. The seeds are fixed.
@Suite("Kernel: a published talking-therapies network")
struct KernelNetworkTests {
    @Test("Mean assessment queue before, during and after lockdown")
    func assessmentQueue() {
        let network = ThreeNodeTalkingTherapiesNetwork()
        let queues = (0..<35).map { network.run(seed: 5, replication: $0).assessment }
        let count = Double(queues.count)
        for (period, (published, gate)) in [(3658.0, 0.01), (2740, 0.01), (6702, 0.05)].enumerated() {
            let mean = queues.reduce(0) { $0 + $1[period] } / count
            let variance = queues.reduce(0) { $0 + ($1[period] - mean) * ($1[period] - mean) } / (count - 1)
            #expect(abs(mean / published - 1) <= gate, "period \(period): mean \(mean)")
            #expect((variance / count).squareRoot() < 0.0025 * published, "period \(period): variance \(variance)")
        }
    }
}
