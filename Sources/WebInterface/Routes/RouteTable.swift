/// Every address of the server. Nothing else answers.
enum RouteTable {
    static let all: [Route] =
        SignInScreens.routes + TodayScreens.routes + PersonScreens.routes + OfferScreens.routes + MoveScreens.routes
        + CommandScreens.routes + DiaryScreens.routes + GroupScreens.routes + StaffScreens.routes + ImportScreens.routes
        + AccountScreens.routes + WaitsNowScreens.routes + CaseloadScreens.routes + ForecastScreens.routes
        + KeptScreens.routes + SetUpScreens.routes + PlanScreens.routes + ProviderScreens.routes + FitScreens.routes
        + CommissioningScreens.routes + PublicScreens.routes + SelfReferralScreens.routes + SystemRoutes.routes
        + CalendarScreens.routes + Endpoints.routes
}

extension WebTable {
    /// Everything that the server answers to.
    static let whole = WebTable(routes: RouteTable.all) { error, path in
        path.hasPrefix("/fhir/") ? OperationOutcome.response(to: Problem(of: error)) : Problem(of: error).response
    }
}
