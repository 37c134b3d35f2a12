/// Every address of the server. Nothing else answers.
enum RouteTable {
    static let all: [Route] =
        SignInScreens.routes + TodayScreens.routes + PersonScreens.routes + OfferScreens.routes + CommandScreens.routes
        + DiaryScreens.routes + StaffScreens.routes + AccountScreens.routes + PublicScreens.routes
        + SystemRoutes.routes + CalendarScreens.routes + Endpoints.routes
}
