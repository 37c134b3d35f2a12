import CareModel
import Foundation
import Testing

@testable import Reporting

/// The words of a report can be read by whoever it is forwarded to.
@Suite struct PlainEnglishTests {
    /// Forecasts of many kinds: their names are what is told when one fails.
    static let kinds: [(name: String, forecast: Forecast)] = [
        ("pressed", SampleForecast(weeks: 60).make()), ("a quarter", SampleForecast(weeks: 13).make()),
        (
            "one team",
            {
                var sample = SampleForecast(weeks: 30)
                sample.teams = [TeamName(name: "only", title: "Only Sample")]
                return sample.make()
            }()
        ),
        (
            "calm",
            {
                var sample = SampleForecast(weeks: 52)
                sample.pressure = [0, 0, 0]
                return sample.make()
            }()
        ),
        (
            "changed from a published past",
            {
                var forecast = SampleForecast(weeks: 52).make()
                forecast.trusted.basis = .publishedAndChanged
                forecast.manifest.replications = 5
                return forecast
            }()
        ),
        (
            "from a published past",
            {
                var forecast = SampleForecast(weeks: 52).make()
                forecast.trusted.basis = .published
                forecast.manifest.replications = 1
                return forecast
            }()
        ),
    ]

    /// The sentences of all answers and of the words to paste, without their tags.
    static func sentences(_ forecast: Forecast) -> [String] {
        let page = ReportHTML.page(forecast, chartScript: "")
        let front = page.components(separatedBy: "<main>")[1].components(separatedBy: "<nav ")[0]
        let ends = [
            "p", "li", "h1", "h2", "h3", "h4", "td", "th", "caption", "legend", "label", "summary", "small", "svg",
        ]
        var text = front.replacing(/<table class="numbers.*?<\/table>/.dotMatchesNewlines(), with: "")
        for end in ends { text = text.replacing("</\(end)>", with: "\n") }
        let told = text.replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'").replacing("&amp;", with: "and")
        return sentences(of: told) + sentences(of: PlainWords.summary(forecast))
    }

    static func sentences(of text: String) -> [String] {
        text.replacing(#/[.!?] /#, with: ".\n").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.split(separator: " ").count > 3 }
    }

    static func words(_ sentence: String) -> [Substring] {
        sentence.split(whereSeparator: { $0 == " " || $0 == "–" || $0 == "/" }).filter {
            $0.contains(where: \.isLetter)
        }
    }

    /// Syllables of a word: its groups of vowels, without an e that is not spoken at its end.
    static func syllables(_ word: Substring) -> Int {
        let letters = word.lowercased().filter(\.isLetter)
        var (count, isAfterVowel) = (0, false)
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !isAfterVowel { count += 1 }
            isAfterVowel = isVowel
        }
        if letters.count > 3, letters.hasSuffix("e"), !letters.hasSuffix("le"), count > 1 { count -= 1 }
        if letters.count > 3, letters.hasSuffix("ed"), !letters.hasSuffix("ted"), !letters.hasSuffix("ded"), count > 1 {
            count -= 1
        }
        return max(1, count)
    }

    /// The age at which a text can be read: five years above the grade of Flesch and Kincaid (1975).
    static func readingAge(_ sentences: [String]) -> Double {
        let words = sentences.flatMap(words)
        let syllables = words.reduce(0) { $0 + Self.syllables($1) }
        guard !words.isEmpty else { return 0 }
        let perSentence = Double(words.count) / Double(sentences.count)
        return 0.39 * perSentence + 11.8 * Double(syllables) / Double(words.count) - 15.59 + 5
    }

    @Test(arguments: kinds.indices) func noSentenceIsLong(_ kind: Int) {
        for sentence in Self.sentences(Self.kinds[kind].forecast) {
            let count = sentence.split(separator: " ").filter { $0.contains { $0.isLetter || $0.isNumber } }.count
            #expect(count <= 25, "\(Self.kinds[kind].name), \(count) words: \(sentence)")
        }
    }

    @Test(arguments: kinds.indices) func aReaderOfFourteenCanReadIt(_ kind: Int) {
        let age = Self.readingAge(Self.sentences(Self.kinds[kind].forecast))
        #expect(age <= 14 && age > 5, "\(Self.kinds[kind].name): \(age)")
    }

    @Test func theFormulaTellsEasyFromHard() {
        #expect(Self.readingAge(["The cat sat on the mat and it was glad."]) < 8)
        let hard = "Stochastic discretisation necessitates methodological considerations regarding heteroscedasticity."
        #expect(Self.readingAge([hard]) > 20)
    }

    /// Abbreviations and words of the field are explained, and words of statisticians are not used.
    @Test(arguments: kinds.indices) func everyWordOfTheFieldIsInTheGlossary(_ kind: Int) {
        let forecast = Self.kinds[kind].forecast
        let known = Set(Glossary.entries.map(\.word))
        let others = ["replication", "quantile", "percentile", "centile", "median", "stochastic", "variance", "seed"]
        for sentence in Self.sentences(forecast) {
            for word in sentence.matches(of: /\b[A-Z]{2,}s?\b/).map({ String($0.output) }) {
                let one = word.hasSuffix("s") ? String(word.dropLast()) : word
                #expect(known.contains(one), "\(word) in: \(sentence)")
            }
            for other in others { #expect(!sentence.lowercased().contains(other), "\(other) in: \(sentence)") }
        }
        let page = ReportHTML.page(forecast, chartScript: "")
        for entry in Glossary.entries { #expect(page.contains("<dt>\(entry.word)</dt>"), "\(entry.word)") }
    }

    @Test func theGlossaryIsInOrder() {
        let words = Glossary.entries.map { $0.word.lowercased() }
        #expect(words == words.sorted() && Set(words).count == words.count)
        #expect(Glossary.entry(of: "WTE") != nil && Glossary.entry(of: "quantile") == nil)
    }

    /// A number of the answers is followed by what it counts.
    @Test(arguments: kinds.indices) func noNumberStandsWithoutItsUnit(_ kind: Int) {
        let units = ["day", "people", "person", "week", "run", "in 100", "in 10", "%", "standard", "allowed", "year"]
        for sentence in Self.sentences(of: PlainWords.summary(Self.kinds[kind].forecast))
        where sentence.contains(/\b\d/) && !sentence.contains("appointment: ") {
            #expect(units.contains { sentence.contains($0) }, "\(sentence)")
        }
    }
}
