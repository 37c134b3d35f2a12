import CareModel
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// What says how a result is made again.
@Suite struct RunAgainTests {
    /// A shell gives back exactly the words that were quoted.
    @Test(arguments: [
        "plain", "teams.alpha.staff.pwp.wte=0.2", "", "two words", "it's", "\"both\" 'kinds'", "$HOME `id` $(id)",
        "a\\b", "line\nbreak", "tab\t", "~", "*", "[1, 2]", "{a: 1}", "é – ü", "!", "#x", "a;b|c&d<e>f", "-x",
        "escape \u{1B}[2J and 'quote'", "\\'",
    ])
    func aShellReadsItBack(word: String) throws {
        let said = try RunningProgram.run(["/bin/bash", "-c", "printf '%s|' " + ShellText.line([word, "next"])])
        #expect(said.out == word + "|next|")
    }

    @Test func whatNeedsNoQuotesHasNone() {
        #expect(
            ShellText.line(["stepcare", "forecast", "Scenarios/a.yaml", "--set", "a.b=0.2"])
                == "stepcare forecast Scenarios/a.yaml --set a.b=0.2")
    }

    @Test func aManifestListsOnlyOrdinaryNames() {
        let text = ManifestFile.text(SmallForecast.empty().manifest, files: ["measures.csv", "report.html"])
        #expect(ManifestFile.files(in: text) == ["measures.csv", "report.html"])
        let evil = "what,value\r\nfile,../x.csv\r\nfile,/etc/passwd\r\nfile,.hidden\r\nfile,a b.csv\r\nfile,ok.csv\r\n"
        #expect(ManifestFile.files(in: evil) == ["ok.csv"])
        #expect(ManifestFile.files(in: "file,ok.csv\r\n").isEmpty)
    }

    @Test func theChangesStandEverywhere() {
        var forecast = SmallForecast.empty()
        forecast.measures = [SmallForecast.summary("referrals", "people", 10)]
        forecast.manifest.changes = [RunChange(key: "weeks", value: "<8>\u{1B}")]
        forecast.manifest.command = "stepcare forecast a.yaml --set 'weeks=<8>'"
        let shown = "weeks=<8>\u{FFFD}"
        #expect(ForecastTable.text(forecast).contains("with \(shown)"))
        #expect(PlainWords.summary(forecast).contains("Changed for this run: \(shown)."))
        #expect(ForecastCSV.measures(forecast).text.contains(",changes\r\n"))
        #expect(ForecastCSV.measures(forecast).text.contains(",\(shown)\r\n"))
        #expect(ForecastJSON.document(forecast).contains("\"changes\":[{\"key\":\"weeks\""))
        let page = ReportHTML.page(forecast, chartScript: "")
        #expect(page.contains("with <code>weeks=&lt;8&gt;"))
        #expect(page.contains("stepcare forecast a.yaml --set &#39;weeks=&lt;8&gt;&#39;"))
        #expect(page.contains("<title>Small test, with weeks=&lt;8&gt;"))
    }
}
