import Allocation
import BookingStore
import CareModel

/// Links with which people choose a time themselves (BK-10).
struct OpenLinks: StepPart {
    let step: CommandStep

    /// How many times a link shows.
    private static var mostChoices: Int { 5 }

    /// The link with a secret, if it is good.
    func link(_ secret: String) throws -> LinkRecord {
        guard let link = try writer.link(withDigest: TextDigest.of(secret)), link.outcome == nil,
            link.link.expires > context.now
        else { throw BookingError.noSuchLink }
        return link
    }

    /// The offered slot first, if it is still free, then the best of the others.
    func slots(_ link: LinkRecord, _ kind: AppointmentKind, _ index: Int) -> [SlotOffer] {
        let offered = box.desk.fitted(
            SlotOffer(clinician: link.link.clinician, start: link.link.start, minutes: 0, reasons: []), for: index,
            kind: kind)
        let isFree = box.desk.refusals(of: offered, for: index, kind: kind).isEmpty
        var starts: [CivilMinute] = isFree ? [offered.start] : []
        var slots = isFree ? [offered] : []
        // Two clinicians at one time are one choice: the person chooses a time.
        for slot in box.desk.offers(for: index, kind: kind, limit: 20).slots where !starts.contains(slot.start) {
            starts.append(slot.start)
            slots.append(slot)
        }
        return Array(slots.prefix(Self.mostChoices))
    }

    func view(_ link: LinkRecord) throws -> LinkView {
        let index = try step.index(of: link.link.person)
        guard let kind = box.desk.nextKind(of: index) else { throw BookingError.noSuchLink }
        let slots = slots(link, kind, index)
        return LinkView(
            expires: link.link.expires,
            choices: slots.map { slot in
                LinkView.Choice(
                    start: slot.start, minutes: slot.minutes, room: slot.roomNumber.flatMap { box.roomNames[$0] })
            }, isStillFree: slots.first?.start == link.link.start)
    }
}

extension CommandStep {
    /// Links with which people choose a time themselves.
    var links: OpenLinks { OpenLinks(step: self) }
}
