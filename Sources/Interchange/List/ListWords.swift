import CareModel

/// What the words of a waiting list mean, as far as there is no doubt.
enum ListWords {
    /// The step that a cell names; nil if it names none.
    static func step(_ text: String) -> Step? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let low = ["2", "step2", "low", "li", "lo", "lit", "pwp", "gsh", "s2"]
        let high = ["3", "step3", "high", "hi", "hit", "cbt", "s3", "counselling"]
        let isLow = words.contains { low.contains($0) }
        let isHigh = words.contains { high.contains($0) }
        return isLow == isHigh ? nil : isLow ? .low : .high
    }

    /// Where a person is by what a list says that they wait for, or by the name of a state; nil if that is not known.
    static func state(_ text: String) -> EpisodeState? {
        let word = SpreadsheetCell.word(text)
        if let named = EpisodeState.allCases.first(where: { $0.name == word }) { return named }
        let text = text.lowercased()
        func says(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
        if says("discharge", "closed", "declined", "withdrawn", "died", "deceased") { return .closed }
        if says("hold", "paused", "suspended") { return .onHold }
        if says("supervision") { return .awaitingSupervision }
        if says("in treatment", "in therapy", "active", "ongoing") { return .inTreatment }
        if says("dna", "did not attend", "missed") { return .missedFirstAppointment }
        if says("booked"), says("assess", "first", "1st", "triage") { return .firstAppointmentBooked }
        if says("screen", "new referral") { return .awaitingScreening }
        if says("contact", "opt in", "opt-in", "to be called") { return .awaitingContact }
        if says("assess", "first app", "1st app", "triage", "first contact") { return .waitingFirstAppointment }
        let isTreatment = says("treat", "therap", "session", "cbt", "counsel", "allocation", "step 3", "step 2")
        return isTreatment ? .waitingTreatment : nil
    }

    /// Why a person moves ahead; nil if that is not known.
    static func priority(_ text: String) -> PriorityClass? {
        let word = SpreadsheetCell.word(text)
        if let named = PriorityClass.allCases.first(where: { $0.name == word }) { return named }
        let text = text.lowercased()
        let usual = ["routine", "normal", "standard", "low", "no", "none", "n", "medium", "green"]
        if usual.contains(text) { return .routine }
        if ["perinatal", "pregnant", "postnatal", "antenatal", "maternity"].contains(where: text.contains) {
            return .perinatal
        }
        if ["veteran", "armed forces", "ex-forces"].contains(where: text.contains) { return .veteran }
        return ["urgent", "risk", "high", "priority", "yes", "y", "red"].contains(text) ? .risk : nil
    }

    /// The therapy that a cell names; nil if that is not known.
    static func therapy(_ text: String) -> Modality? {
        let word = SpreadsheetCell.word(text)
        if let named = Modality.allCases.first(where: { $0.name == word }) { return named }
        let text = text.lowercased()
        let words: [(String, Modality)] = [
            ("guided self", .guidedSelfHelp), ("gsh", .guidedSelfHelp), ("ccbt", .computerisedTherapy),
            ("computer", .computerisedTherapy), ("silvercloud", .computerisedTherapy), ("group", .psychoEducation),
            ("cbt", .cognitiveBehaviouralTherapy), ("cognitive", .cognitiveBehaviouralTherapy),
            ("counsel", .counselling), ("cfd", .counselling), ("emdr", .eyeMovementDesensitisation),
            ("couple", .coupleTherapy), ("dit", .dynamicInterpersonalTherapy), ("ipt", .interpersonalTherapy),
        ]
        return words.first { text.contains($0.0) }?.1
    }

    /// Who referred; nil if that is not known.
    static func source(_ text: String) -> ReferralSource? {
        let word = SpreadsheetCell.word(text)
        if let named = ReferralSource.allCases.first(where: { $0.name == word }) { return named }
        let text = text.lowercased()
        let words: [(String, ReferralSource)] = [
            ("web", .selfWeb), ("online", .selfWeb), ("phone", .selfTelephone), ("self", .selfWeb),
            ("gp", .generalPractitioner), ("general pract", .generalPractitioner), ("surgery", .generalPractitioner),
            ("matern", .maternity), ("midwi", .maternity), ("employ", .employer), ("work", .employer),
            ("volunt", .voluntarySector), ("charity", .voluntarySector), ("hospital", .secondaryCare),
            ("cmht", .secondaryCare), ("secondary", .secondaryCare),
        ]
        return words.first { text.contains($0.0) }?.1
    }

    /// What stands in a cell of whoever has no NHS number: none, or one that is kept for it.
    static func isNoNumber(_ text: String) -> Bool {
        let digits = text.filter(\.isNumber)
        return !text.contains(where: \.isNumber) || Set(digits).count == 1 || digits == "1234567890"
    }
}
