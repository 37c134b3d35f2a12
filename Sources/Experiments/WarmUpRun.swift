import CareModel
import ServiceSimulation

/// One service run until the scenario's first day, from empty or from the lists that the scenario says.
struct WarmUpRun: Sendable {
    /// Who is there in the end.
    var day: FirstDay
    /// Whether it began with the lists that the scenario says.
    var beganWithLists: Bool
    /// Who waits in the end (KT-8).
    var waiting: [WaitingPerson]
    /// People in the service, and referrals, week by week.
    var inService: [Double]
    var referrals: [Double]
    /// Events that fired.
    var events: UInt64
}

extension WarmUpRun {
    /// As bytes, without what is to come in the same run: whoever begins with the day has other luck.
    func write(to writer: inout ByteWriter) {
        writer.put(day.parts) { $0.put($1) }
        writer.put(beganWithLists)
        writer.put(waiting)
        writer.put(inService)
        writer.put(referrals)
        writer.put(events)
    }

    /// What was kept; nil if it is not whole.
    init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        do {
            let parts = try reader.get { (reader: inout ByteReader) throws(ByteReader.Fault) in try reader.snapshot() }
            guard !parts.isEmpty else { return nil }
            self.init(
                day: FirstDay(parts: parts), beganWithLists: try reader.get(), waiting: try reader.get(),
                inService: try reader.get(), referrals: try reader.get(), events: try reader.get())
        } catch {
            return nil
        }
        guard reader.isAtEnd else { return nil }
    }
}
