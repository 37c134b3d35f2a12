import CareModel
import Testing

@testable import WebInterface

/// What people enter in forms, as they write it.
@Suite struct EnteredTests {
    @Test(
        arguments: [
            ("27/3/2027", "2027-03-27"), ("27 3 2027", "2027-03-27"), ("27.03.27", "2027-03-27"),
            ("2027-03-27", "2027-03-27"), ("27 March 2027", "2027-03-27"), ("1 sept 2026", "2026-09-01"),
            ("31/2/2027", nil), ("27/3", nil), ("tomorrow", nil), ("", nil), ("27/3/2027/4", nil), ("3/27/2027", nil),
        ] as [(String, String?)])
    func days(text: String, day: String?) { #expect(Entered.day(text)?.description == day) }

    @Test(
        arguments: [
            ("14:30", 870), ("14.30", 870), ("2:30pm", 870), ("2 pm", 840), ("12am", 0), ("12pm", 720), ("9", 540),
            ("24:00", nil), ("9:60", nil), ("13pm", nil), ("", nil), ("nine", nil),
        ] as [(String, Int?)])
    func times(text: String, minute: Int?) { #expect(Entered.time(text) == minute) }

    @Test func formsAreReadAsBrowsersSendThem() {
        let form = WebForm(encoded: "a=1+2&b=%C3%A9%26&c=&a=3&d=100%25&e=50%&f=a%0D%0Ab%00c&=x&g")
        #expect(form["a"] == "1 2" && form.all("a") == ["1 2", "3"] && form["b"] == "é&" && form.text("c") == nil)
        #expect(form["d"] == "100%" && form["e"] == "50%" && form["f"] == "a\nbc")
        for odd in ["%", "%%%", "%zz=%", "&&&", "=", "a==b", "💥=💥", String(repeating: "a=1&", count: 2000)] {
            #expect(WebForm(encoded: odd).fields.count <= WebForm.mostFields, "\(odd.prefix(9))")
        }
    }

    @Test func everyFaultIsToldAtOnceAtItsField() {
        let entered = Entered(WebForm(encoded: "day=never&number=12x"))
        _ = entered.text("why", "why")
        _ = entered.day("day", "the day")
        let _: Int = entered.number("number", "a number", 1...9)
        #expect(entered.faults.map(\.field) == ["why", "day", "number"])
    }

    @Test func theDeskSpeaksOfDaysInWords() {
        #expect(
            Words.inWords("until 2026-11-27 13:20, or 2026-12-01") == "until Fri 27 Nov 2026, 1:20pm, or Tue 1 Dec 2026"
        )
        #expect(Words.inWords("cancel it first ('cancel')") == "cancel it first")
        #expect(Words.inWords("2026-99-99") == "2026-99-99")
    }

    @Test(arguments: [
        ("/people/1", "/people/1"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/"), ("", "/"),
    ])
    func afterSigningInOneStaysHere(text: String, place: String) { #expect(SignInScreens.place(text) == place) }

    @Test func everyCommandOfAPersonHasOneForm() {
        for state in EpisodeState.allCases {
            let forms = CommandForms.possible(for: state)
            #expect(!forms.isEmpty && Set(forms.map(\.name)).count == forms.count, "\(state)")
        }
        let names = CommandForms.all.map { "\($0.subject.rawValue)/\($0.name)" }
        #expect(Set(names).count == names.count)
    }
}
