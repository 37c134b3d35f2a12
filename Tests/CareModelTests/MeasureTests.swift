import Testing

@testable import CareModel

@Suite("The registry of measures")
struct MeasureTests {
    @Test("names each measure once, and two promises alike only where they may have the same days")
    func names() {
        let plain = Measure.rows.map(\.label)
        for (place, label) in plain.enumerated() { #expect(plain.firstIndex(of: label) == place, "\(label)") }
        for measure in Measure.rows {
            let name = measure.name(Standards())
            #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(name)")
        }
    }

    @Test("says of each what it is, means and belongs to")
    func words() {
        for measure in Measure.rows {
            let name = measure.name(Standards())
            let title = measure.title(Standards())
            #expect((1...30).contains(title.count), "\(name): \(title)")
            #expect(measure.meaning(Standards()).hasSuffix(".") && !measure.rules.isEmpty, "\(name)")
            #expect(!measure.meaning(Standards()).contains("#"), "\(name)")
        }
    }

    @Test("follows only measures with a chart or a heading week by week, and marks those of roles as no team's")
    func splits() {
        for measure in Measure.rows {
            if case .role = measure.count {
                #expect(measure.splits == .roles && !measure.isOfTeams, "\(measure.label)")
            } else {
                #expect(!measure.splits.contains(.roles), "\(measure.label)")
            }
        }
    }

    @Test("takes every promise that names a measure, and no limit twice under one heading")
    func promises() {
        let named = Measure.rows.compactMap { measure -> PromisedMeasure? in
            if case .promised(let promise, _) = measure.label { promise } else { nil }
        }
        for promise in PromisedMeasure.allCases { #expect(named.contains(promise), "\(promise)") }
        var standards = Standards()
        standards.firstAppointmentDays = standards.nationalFirstDays
        let names = Measure.all(standards).map { $0.name(standards) }
        #expect(Set(names).count == names.count && names.count == Measure.rows.count - 3)
    }

    @Test("finds the days in a name, whatever they are")
    func days() {
        for promise in PromisedMeasure.allCases {
            #expect(promise.days(in: Standards().name(promise)) == Standards().days(promise), "\(promise)")
        }
        #expect(PromisedMeasure.breaches.days(in: "first-appointment-breaches-35") == 35)
        #expect(PromisedMeasure.breaches.days(in: "second-treatment-breaches-35") == nil)
        #expect(PromisedMeasure.firstAppointment.days(in: "first-appointment-within-x-days") == nil)
    }

    @Test("names queues, what serves them and their waits by measures that there are")
    func queues() {
        let names = MeasureNames([Standards()])
        for queue in WaitingQueue.all {
            for name in [queue.name, queue.name + WaitingQueue.atStart, queue.served.name, queue.wait] {
                #expect(names[name] != nil, "\(name)")
            }
        }
    }

    @Test("counts in places that follow one another")
    func places() {
        #expect(Counter.allCases.map(\.index) == Counter.allCases.map(\.rawValue))
        #expect(Counter.allCases.count == Counter.count)
        #expect(RoleCounter.allCases.map(\.index) == RoleCounter.allCases.map(\.rawValue))
        #expect(RoleCounter.allCases.count == RoleCounter.count)
        #expect(WaitKind.allCases.map(\.index) == WaitKind.allCases.map(\.rawValue))
        #expect(WaitKind.allCases.count == WaitKind.count)
    }
}
