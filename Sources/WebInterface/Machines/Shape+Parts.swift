extension ShapePart {
    /// With what is known of it besides its type: what stands for it where it is left out, and what it means.
    func completed(in type: String) -> ShapePart {
        var part = self
        part.absent = ShapePart.absent["\(type).\(name)"] ?? part.absent
        part.meaning = part.meaning ?? ShapePart.meanings["\(type).\(name)"] ?? ShapePart.meanings[name]
        if let range = ShapePart.ranges["\(type).\(name)"] { part.shape = .whole(range) }
        return part
    }

    /// Numbers that mean something nowhere else than here.
    static let ranges: [String: ClosedRange<Int64>] = [
        "ChangeHours.limit": 0...20, "EnterAbsence.limit": 0...20,
        "CloseRoom.limit": 0...20, "ChangeClinician.limit": 0...20, "WantedSlot.minutes": 0...480,
        "PlanCourse.sessions": 1...40, "IssueLink.days": 1...28,
    ]

    /// What stands for a part that is left out, by type and part, as it is kept.
    static let absent: [String: AnyJSON] = [
        "Refer.isAnother": false, "ReferMany.isAnother": false, "ToldReferral.isNow": true, "Identity.consents": 0,
        "WantedSlot.minutes": 0, "Book.channel": 0, "Confirm.channel": 0,
        "Screen.mentionsRisk": false, "Screen.isExcluded": false, "Screen.looksLikeHighIntensity": false,
        "Screen.isUnderAge": false, "Screen.isDiverted": false,
        "Cancel.byPerson": true, "Cancel.rebooks": true, "Cancel.why": "", "Reschedule.byPerson": true,
        "ContactRecord.treatmentBegan": true, "ContactRecord.takesComputerised": false,
        "ContactRecord.exception": false, "ContactRecord.endsCourse": false, "ContactRecord.asksException": false,
        "ContactRecord.riskFound": false,
        "Correct.why": "", "CorrectSeat.why": "", "Reopen.why": "", "FinishTask.note": "",
        "CallOffAssessmentWeek.why": "", "AskSupervision.isUrgent": false, "GroupOpening.leaders": [],
        "PlanCourse.books": true, "ReceiveContact.said": "", "IssueLink.days": 3, "RoomAdded.room": 0,
        "RoomAdded.venue": 0, "RoomAdded.isAccessible": false, "ClinicianChange.stays": false,
        "EnterAbsence.limit": 3, "ChangeHours.limit": 3, "CloseRoom.limit": 3, "ChangeClinician.limit": 3,
        "ProposedPlace.clinicianName": "", "ProposedPlace.reason": "", "ProposedPlace.whyNotSooner": "",
    ]

    /// What parts mean, by type and part, or by part wherever it is.
    static let meanings: [String: String] = [
        "person": "The person's number.", "appointment": "The appointment's number.", "hold": "The hold's number.",
        "task": "The task's number.", "group": "The number of the course in a group.", "room": "The room's number.",
        "BookedSlot.room": "The room's name.", "DiaryEntry.room": "The room's name.",
        "Choice.room": "The room's name.", "LinkBooked.room": "The room's name.",
        "clinician": "Index of the clinician, from 0.", "team": "Index of the team, from 0.",
        "AssessmentWeekEntry.team": "The team's number, from 1.", "GroupEntry.team": "The team's name.",
        "WaitingEntry.team": "The team's name.", "WaitingEntry.clinician": "The name of the clinician.",
        "FoundPerson.team": "The team's name.", "PublicMeasures.team": "The team's name.",
        "start": "When it starts, by clocks in London.", "minutes": "How long, in minutes.",
        "WantedSlot.minutes": "How long, in minutes; 0 is as long as the kind of appointment.",
        "due": "By when.", "name": "The name.", "clinicianName": "The clinician's name.",
        "Book.reason": "Why a rule is overridden, if it must be; it takes the right to override.",
        "Hold.reason": "Why a rule is overridden, if it must be; it takes the right to override.",
        "Confirm.reason": "Why a rule is overridden, if it must be; it takes the right to override.",
        "Reschedule.reason": "Why a rule is overridden, if it must be; it takes the right to override.",
        "Cancel.saidAt": "When the person said so, if not now: notice is counted from then.",
        "Cancel.byPerson": "Whether the person cancels, and not the service.",
        "Cancel.rebooks": "Whether another time is to be found.",
        "ToldReferral.isNow": "Whether it is received now: then the minute in the referral does not count.",
        "EnterAbsence.limit": "New times that are proposed for each appointment.",
        "ChangeHours.limit": "New times that are proposed for each appointment.",
        "CloseRoom.limit": "New times that are proposed for each appointment.",
        "ChangeClinician.limit": "New times that are proposed for each appointment.",
        "FinishTask.note": "What came of it.", "IssueLink.days": "Days for which it is good.",
    ]
}
