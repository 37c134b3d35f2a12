import BookingService
import BookingStore
import CareModel

/// What somebody who refers themselves has entered so far (BK-11). It travels with each page and is kept nowhere until
/// it is sent: no address, no cookie and no log has any of it.
struct SelfReferral: Sendable {
    let form: WebForm
    let teams: [SelfReferralTeam]
    let now: CivilMinute

    // MARK: Parts

    /// The questions of a part, with what was entered.
    func fields(_ part: SelfReferralPart, _ faults: [Page.Fault] = []) -> [Field] {
        SelfReferralFields.of(part, teams).map { $0.filled(from: form, faults) }
    }

    /// What was entered in all other parts, so that it goes with the page.
    func carried(besides part: SelfReferralPart?) -> [Field] {
        SelfReferralPart.allCases.filter { $0 != part }.flatMap { other in
            SelfReferralFields.of(other, teams).flatMap { field in
                form.all(field.name).filter { !$0.isEmpty }.map { Field.hidden(field.name, $0) }
            }
        }
    }

    /// Everything that is wrong in a part, at its fields.
    func faults(_ part: SelfReferralPart) -> [Page.Fault] {
        let entered = Entered(form)
        switch part {
        case .safety: _ = entered.choice("need", "whether you need help now", SelfReferralNeed.self)
        case .place:
            _ = entered.day("date-of-birth", "your date of birth")
            let places = teams.indices.map { "\($0 + 1)" } + [SelfReferralFields.elsewhere]
            _ = entered.choice("team", "where you live", places.map { ($0, $0) })
            let answers = ["yes", "no", "not-sure"]
            _ = entered.choice("practice", "whether you are registered with a GP there", answers.map { ($0, $0) })
        case .about: _ = entered.text("name", "your full name", most: IdentityCheck.longestName)
        case .reach: reachFaults(entered)
        case .needs: _ = entered.optionalText("language", most: 60)
        }
        let names = SelfReferralFields.of(part, teams).map(\.name)
        for fault in IdentityCheck.faults(of: identity, today: now.day)
        where names.contains(fault.field.rawValue)
            && !entered.faults.contains(where: { $0.field == fault.field.rawValue })
        {
            entered.fault(fault.field.rawValue, fault.inWords)
        }
        return entered.faults
    }

    private func reachFaults(_ entered: Entered) {
        let wanted = entered.choice(
            "preferred", "how we should write to you", SelfReferralFields.writing.map { ($0.0, $0) })
        if let wanted, form.text(wanted.field) == nil { entered.fault(wanted.field, "Enter \(wanted.detail)") }
        if form.all("consents").contains("voicemail"), form.text("phone") == nil, wanted?.field != "phone" {
            entered.fault("phone", "Enter a telephone number, so that we can leave messages")
        }
    }

    // MARK: What it comes to

    /// How urgent it is said to be.
    var need: SelfReferralNeed { form.text("need").flatMap { SelfReferralNeed(rawValue: $0) } ?? .no }

    /// The index of the team of the place.
    var team: Int? {
        guard let number = form.text("team").flatMap({ Int($0) }), teams.indices.contains(number - 1) else {
            return nil
        }
        return number - 1
    }

    /// Why the service is not the one for the person; nil if it may be.
    var limit: SelfReferralLimit? {
        guard let team else { return .elsewhere }
        if let born = identity.dateOfBirth, born.wholeYears(until: now.day) < teams[team].youngestAge {
            return .tooYoung(teams[team].youngestAge)
        }
        return form.text("practice") == "no" ? .noPractice : nil
    }

    /// Who it is and how to reach them.
    var identity: Identity {
        var identity = Identity(name: form.text("name") ?? "")
        identity.nhsNumber = form.text("nhs-number")
        identity.dateOfBirth = form.text("date-of-birth").flatMap { Entered.day($0) }
        identity.phone = form.text("phone")
        identity.email = form.text("email")
        identity.address = form.text("address")
        let formats = [form.text("format"), form.text("language").map { "language: \($0)" }].compactMap { $0 }
        identity.format = formats.isEmpty ? nil : formats.joined(separator: ", ")
        if let wanted = SelfReferralFields.writing.first(where: { $0.0 == form.text("preferred") }) {
            identity.preferredChannel = wanted.2
            identity.consents.formUnion(wanted.2.consent)
        }
        let agreed = form.all("consents")
        if agreed.contains("voicemail") { identity.consents.formUnion(.voicemail) }
        if agreed.contains("gp-letter") { identity.consents.formUnion(.practitionerLetter) }
        return identity
    }

    /// The referral, received now (RF-13).
    var referral: Referral {
        var referral = Referral(received: now, source: .selfWeb, team: UInt8(team ?? 0))
        referral.sex = SelfReferralFields.sexes.first { $0.0 == form.text("sex") }?.2 ?? .unknown
        referral.ethnicity = SelfReferralFields.groups.first { $0.0 == form.text("ethnicity") }?.2 ?? .unknown
        let ticked = form.all("about")
        func known(_ name: String) -> Known { ticked.contains(name) ? .yes : .unknown }
        referral.accessibilityNeed = known("access")
        referral.perinatal = known("perinatal")
        referral.veteran = known("veteran")
        referral.longTermCondition = known("long-term")
        referral.interpreter = form.text("interpreter").map { $0 == "yes" ? .yes : .no } ?? .unknown
        referral.channel =
            form.text("channel").flatMap { UInt8($0) }.flatMap { ConsultationChannel(rawValue: $0) } ?? .unknown
        referral.timeOfDay = SelfReferralFields.times.first { $0.0 == form.text("time") }?.2 ?? .any
        referral.therapistSex = SelfReferralFields.sexes.first { $0.0 == form.text("therapist") }?.2 ?? .unknown
        switch need {
        case .now: referral.isUrgent = true
        case .thoughts: referral.matrix.risk = .medium
        case .no: break
        }
        return referral
    }
}
