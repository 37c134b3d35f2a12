import CareModel
public import Replications
public import ServiceSimulation

// A record as bytes, for another process of the same program.

extension ReplicationRecord {
    /// It, packed, as bytes.
    var bytes: [UInt8] {
        let columns = columns
        var writer = ByteWriter()
        writer.put(columns.starts)
        writer.put(columns.weeks)
        writer.put(columns.teams)
        writer.put(columns.packed) { writer, column in
            writer.put(column.count)
            writer.put(column.starts)
            writer.put(column.bytes)
        }
        writer.put(columns.startCounts)
        writer.put(columns.ends)
        writer.put(columns.queues)
        writer.put(columns.events)
        writer.put(columns.eventsOfEverybody)
        return writer.bytes
    }

    /// What was written; nil if it is not whole.
    init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        do {
            let columns = Columns(
                starts: try reader.get(), weeks: try reader.get(), teams: try reader.get(),
                packed: try reader.get { (reader: inout ByteReader) throws(ByteReader.Fault) in
                    Columns.Column(count: try reader.get(), starts: try reader.get(), bytes: try reader.get())
                }, startCounts: try reader.get(), ends: try reader.get(), queues: try reader.get(),
                events: try reader.get(), eventsOfEverybody: try reader.get())
            guard reader.isAtEnd else { return nil }
            self.init(columns)
        } catch {
            return nil
        }
    }
}

extension PieceForm<ReplicationRecord> {
    /// Records of runs.
    public static let records = PieceForm(write: { $0.bytes }, read: { ReplicationRecord(bytes: $0) })
}
