import BookingService
import BookingStore
import CareModel

/// Commands about courses in a group.
enum GroupForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "join-group", title: "Give a seat in a group", subject: .person, right: .book,
            fields: { _ in [.number("group", "Number of the course", hint: "Empty: the next that fits").optional] },
            make: { entered, setting in
                .joinGroup(
                    JoinGroup(
                        person: setting.number,
                        group: entered.optionalNumber("group", "the number", Int64(1)...1_000_000)))
            }),
        CommandForm(
            name: "leave-group", title: "Give up the seat in the group", subject: .person, right: .book,
            isWarning: true, make: { _, setting in .leaveGroup(LeaveGroup(person: setting.number)) }),
        CommandForm(
            name: "decide", title: "Decide whether the course starts", subject: .group, right: .book,
            words: "With too few people it is put off or cancelled, as the rule says.",
            make: { _, setting in .decideGroup(DecideGroup(group: setting.number)) }),
        CommandForm(
            name: "cancel", title: "Cancel the course", subject: .group, right: .book, isWarning: true,
            make: { _, setting in .cancelGroup(CancelGroup(group: setting.number)) }),
    ]
}
