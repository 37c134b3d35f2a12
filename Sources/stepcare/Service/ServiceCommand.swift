import ArgumentParser

/// `stepcare service`: the booking desk on the command line.
struct ServiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: "Books for a real service: who is next, which slot, why.",
        discussion: """
            A database file holds the service: who waits, who is booked, who works when. Every change is written to \
            its log before the command returns, and nobody can be booked twice.
            """,
        subcommands: [
            ServiceInit.self, ServiceFind.self, ServiceDiary.self, ServiceChange.self, ServiceWaitingList.self,
            ServiceOffer.self, ServiceHold.self, ServiceConfirm.self,
            ServiceRelease.self, ServiceReschedule.self, ServiceCancel.self, ServiceAttend.self, ServiceCorrect.self,
            ServiceReopen.self, ServiceRefer.self,
            ServiceScreen.self, ServiceContact.self, ServiceDischarge.self, ServiceCourse.self, ServiceAbsent.self,
            ServiceBack.self,
            ServiceBackfill.self, ServiceAllocate.self, ServiceKit.self, ServicePerson.self, ServiceAudit.self,
            ServiceTasks.self, ServiceCaseManagement.self, ServiceDone.self, ServiceTicket.self,
            ServiceContactReceived.self, ServiceOutbox.self, ServiceSent.self, ServiceLink.self,
            ServiceOpenLink.self,
            ServiceChooseLink.self, ServiceMoveCase.self, ServiceStepUp.self, ServiceOnHold.self,
            ServiceAssessmentWeek.self,
            ServiceRisk.self, ServiceGroup.self,
            ServiceConfirmed.self, ServiceUnconfirmed.self,
            ServicePublic.self, ServiceMeasuresCommand.self,
            ServiceRoom.self, ServiceCloseRoom.self, ServiceOpenRoom.self, ServiceVenue.self,
            ServiceClinician.self, ServiceHours.self,
            ServiceUser.self,
            ServiceVerify.self,
            ServiceExport.self, ServiceBackup.self, ServiceRestore.self,
        ])
}
