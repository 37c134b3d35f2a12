import Allocation
import BookingStore
import CareModel

extension CommandStep {
    /// A supervisor is asked whether somebody who has not recovered may be discharged (ST-8), to be answered within
    /// four working days (ST-9). The person stays until then.
    func askForDischarge(_ index: Int, _ decisions: DecisionWriter) throws {
        let kind = TaskKind.agreeDischarge
        let asked = try writer.tasks().first {
            $0.task.person == Int64(index) + 1 && $0.task.kind == kind.rawValue
        }
        if let asked {
            throw BookingError.invalid(
                "a supervisor was asked already, by task \(asked.task.task), due \(asked.task.due): their word is "
                    + "passed on with --agreed-by")
        }
        try decisions.log.tasks.add(kind, due: box.desk.dischargeAnswerDue(index), person: index)
    }
}
