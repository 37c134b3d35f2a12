import RandomStreams

extension Harbour {
    /// What is drawn, a stream for each purpose.
    struct Laws: ~Copyable {
        var gaps: RandomStream
        var sizes: RandomStream
        var winds: RandomStream
        var directions: RandomStream
        var announcements: RandomStream
        var moves: RandomStream
        var unloadings: RandomStream

        init(_ random: RandomSource) {
            gaps = random.stream(purpose: 1, subject: 0)
            sizes = random.stream(purpose: 2, subject: 0)
            winds = random.stream(purpose: 3, subject: 0)
            directions = random.stream(purpose: 4, subject: 0)
            announcements = random.stream(purpose: 5, subject: 0)
            moves = random.stream(purpose: 6, subject: 0)
            unloadings = random.stream(purpose: 7, subject: 0)
        }
    }
}

extension RandomStream {
    /// A PERT law: a beta law between its ends, with its mean at a sixth of least, four times usual and most.
    mutating func pert(_ least: Double, _ usual: Double, _ most: Double, varies: Bool) -> Double {
        guard varies else { return usual }
        let width = most - least
        return least + width * beta(alpha: 1 + 4 * (usual - least) / width, beta: 1 + 4 * (most - usual) / width)
    }

    /// Rayleigh's law; nothing where its scale is nothing.
    mutating func rayleigh(scale: Double) -> Double {
        scale > 0 ? weibull(shape: 2, scale: scale * 2.0.squareRoot()) : 0
    }

    /// An Erlang law; nothing where its mean is nothing.
    mutating func erlang(stages: Int, mean: Double) -> Double {
        mean > 0 ? gamma(shape: Double(stages), scale: mean / Double(stages)) : 0
    }
}
