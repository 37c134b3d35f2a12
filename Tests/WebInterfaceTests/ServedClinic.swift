import Allocation
import BookingService
import BookingStore
import CareModel
import Diaries
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import TestSupport

@testable import WebInterface

/// A small service behind a server: two teams, three clinicians, six people who wait, and a user of each role. All
/// people are invented.
final class ServedClinic: Sendable {
    static let monday = CivilDay(year: 2027, month: 3, day: 22) ?? CivilDay(number: 0)
    static let now = CivilMinute(day: monday, minuteOfDay: 9 * 60)
    static let names = (1...6).map { "Zebedee \($0)" }

    private let folder: String
    let service: BookingService
    let web: WebApplication
    /// Users by role; the clinician is the first one.
    let users: [UserRole: Int64]
    private let application: Application<RouterResponder<WebContext>>

    /// - Parameter waitingForTreatment: whether people wait for treatment; else for a first appointment.
    init(waitingForTreatment: Bool = false, _ change: (inout WebSettings) -> Void = { _ in }) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("stepcare-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var rules = BookingRules()
        rules.groups.facilitators = 1
        let policy = ServicePolicy(
            rules: [rules, rules], releaseDays: [0, 0], standards: Standards(), closedDays: [])
        service = BookingService(try BookingStore.create(at: folder + "/service.db"), policy: policy)
        let context = BookingService.Context(now: Self.now)
        try service.found(Self.foundation(waitingForTreatment), in: context)
        var users: [UserRole: Int64] = [:]
        for role in [UserRole.administrator, .scheduler, .clinician, .manager, .commissioner] {
            var context = context
            context.author = Author(user: users.isEmpty ? 0 : 1, origin: "test")
            let clinician: Int32? = role == .clinician ? 0 : nil
            let command = AddUser(user: "Invented \(role)", role: role, clinician: clinician)
            users[role] = try service.perform(command, in: context)
        }
        self.users = users
        // Both clocks stand still: how long a test takes decides nothing.
        let start = Date()
        var settings = WebSettings(clock: ServiceClock(showing: Self.now) { start })
        settings.uptime = { 0 }
        settings.limits.machine = .init(burst: 100_000, perMinute: 100_000)
        settings.limits.signIn = .init(burst: 100_000, perMinute: 100_000)
        // Hundreds of clinics are open at once, and a process has only so many threads.
        settings.commandThreads = 2
        change(&settings)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        web = try WebApplication(service, settings, .whole, logger: logger)
        application = Application(responder: web.router().buildResponder())
        web.desk.start()
    }

    deinit {
        web.desk.stopSoon()
        try? service.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    // MARK: Who is there

    private static func foundation(_ waitingForTreatment: Bool) -> ServiceFoundation {
        var foundation = ServiceFoundation(
            scenario: ServiceInitialised(name: "small", fingerprint: "", scenario: "", firstDay: monday),
            teams: ["north", "south"], clinicians: (0..<3).map(details))
        var week = WeekTemplate()
        for weekday in Weekday.allCases.prefix(5) {
            week[weekday, .firstAppointment] = DayGrid(
                Quanta.index(minuteOfDay: 9 * 60)..<Quanta.index(minuteOfDay: 12 * 60))
            week[weekday, .treatment] = DayGrid(
                Quanta.index(minuteOfDay: 13 * 60)..<Quanta.index(minuteOfDay: 16 * 60))
        }
        foundation.rooms = [RoomAdded(room: 1, team: 0, name: "Blue", venue: 1)]
        foundation.weeks = (0..<3).map { _ in (usual: week, assessment: week) }
        foundation.people = (1...6).map { (Identity(name: names[$0 - 1]), person($0, waitingForTreatment)) }
        return foundation
    }

    private static func details(_ index: Int) -> ClinicianDetails {
        ClinicianDetails(
            clinician: Int32(index), team: index < 2 ? 0 : 1, name: "Clinician \(index)",
            role: index == 1 ? .highIntensityTherapist : .wellbeingPractitioner, wholeTimePercent: 100,
            caseloadCap: 30, trainedIn: ModalitySet([.guidedSelfHelp, .cognitiveBehaviouralTherapy]),
            startedOn: monday - 365)
    }

    private static func person(_ number: Int, _ waitsForTreatment: Bool) -> Person {
        let received = CivilMinute(day: monday - Int32(number), minuteOfDay: 600)
        var episode = StoredEpisode(received: received)
        episode.state = .waitingFirstAppointment
        episode.step = .low
        episode.stateSince = received
        if waitsForTreatment {
            (episode.state, episode.modality) = (.waitingTreatment, .guidedSelfHelp)
            (episode.waitingSince, episode.firstAppointment) = (received, received)
        }
        let referral = Referral(received: received, source: .selfWeb, team: number < 5 ? 0 : 1)
        var person = Person(key: UInt64(number), referral: referral)
        person.episode = Episode(episode)
        return person
    }

    // MARK: Asking

    /// What a request is answered.
    struct Answer: Sendable {
        var status: Int
        var type: String
        var headers: HTTPFields
        var body: Data

        var json: AnyJSON { (try? AnyJSON(reading: body)) ?? .null }
        var text: String { String(decoding: body, as: UTF8.self) }
        /// The code of a problem.
        var code: String? { if case .text(let code) = json["code"] { code } else { nil } }
    }

    /// A token with some rights, of the administrator.
    func token(_ rights: some Sequence<Permission>, of role: UserRole = .administrator) throws -> String {
        let secret = Secrets.text()
        var key = EntryKey(
            digest: Secrets.digest(secret), kind: .machine, user: users[role] ?? 0, title: "test", madeAt: 0)
        key.scopes = rights.reduce(0) { $0 | $1.bit }
        let kept = key
        try service.changeAccounts { try $0.keep(kept) }
        return secret
    }

    /// Who asks now, in a role, without a page.
    func context(_ role: UserRole) -> BookingService.Context {
        BookingService.Context(now: Self.now, author: Author(user: users[role] ?? 0, origin: "test"))
    }

    /// Somebody who is signed in: the cookie, and the secret of their forms.
    func session(_ role: UserRole) async throws -> (cookie: String, form: String) {
        let secret = try await web.accounts.begin(users[role] ?? 0, .signedIn)
        let session = try service.accounts { try $0.session(Secrets.digest(secret)) }
        return ("\(Gate.cookieName)=\(secret)", session.map { Secrets.text(of: $0.formSecret) } ?? "")
    }

    /// Asks, once.
    func ask(
        _ method: HTTPRequest.Method = .get, _ path: String, token: String? = nil, body: AnyJSON? = nil,
        _ more: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        var headers: HTTPFields = [:]
        if let token { headers[.authorization] = "Bearer \(token)" }
        if body != nil { headers[.contentType] = "application/json" }
        for (name, value) in more.sorted(by: { $0.key.rawName < $1.key.rawName }) { headers[name] = value }
        return try await send(method, path, headers, body.map { ByteBuffer(bytes: $0.data) })
    }

    /// Sends a form, as somebody who is signed in.
    func submit(_ path: String, _ role: UserRole, _ fields: [(String, String)]) async throws -> Answer {
        let (cookie, form) = try await session(role)
        var parts = URLComponents()
        parts.queryItems = (fields + [("form", form)]).map { URLQueryItem(name: $0.0, value: $0.1) }
        let headers: HTTPFields = [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"]
        return try await send(.post, path, headers, ByteBuffer(string: parts.percentEncodedQuery ?? ""))
    }

    /// Sends a form, as anybody.
    func submit(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        var parts = URLComponents()
        parts.queryItems = fields.map { URLQueryItem(name: $0.0, value: $0.1) }
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        return try await send(.post, path, headers, ByteBuffer(string: parts.percentEncodedQuery ?? ""))
    }

    /// Sends a form with a file, as somebody who is signed in.
    func upload(
        _ path: String, _ role: UserRole, _ bytes: Data, _ fields: [(String, String)] = []
    ) async throws -> Answer {
        let (cookie, form) = try await session(role)
        var body = Data()
        for (name, value) in fields + [("form", form)] {
            body += Data("--mark\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "Content-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv"
        body += Data("--mark\r\n\(head)\r\n\r\n".utf8) + bytes + Data("\r\n--mark--\r\n".utf8)
        let headers: HTTPFields = [.cookie: cookie, .contentType: "multipart/form-data; boundary=mark"]
        return try await send(.post, path, headers, ByteBuffer(bytes: body))
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> Answer {
        try await application.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: headers, body: body) { response in
                Answer(
                    status: response.status.code, type: response.headers[.contentType] ?? "",
                    headers: response.headers, body: Data(response.body.readableBytesView))
            }
        }
    }
}

extension AnyJSON {
    /// A part of an object.
    subscript(_ name: String) -> AnyJSON? { if case .object(let parts) = self { parts[name] } else { nil } }

    /// The entries of a list; none of anything else.
    var entries: [AnyJSON] { if case .list(let entries) = self { entries } else { [] } }
}
