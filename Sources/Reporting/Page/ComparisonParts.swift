/// The parts of a comparison's page for a page of another house: the same words, charts and tables, and what they are
/// drawn and styled with. Whoever shows them puts them below an element of the class `report-parts`, and says
/// `report-parts` to the document when they are new.
public enum ComparisonParts {
    /// The parts, of the whole service first; teams stand in the tables.
    public static func html(_ report: ComparisonReport) -> String {
        var report = report
        report.command = ""
        let service = ComparisonHTML.scopes(report).prefix(1)
        let charts = ComparisonHTML.charts(report, Array(service))
        let front =
            [ComparisonHTML.words(report), ComparisonHTML.differences(report)] + charts.dropLast()
            + [ComparisonHTML.costs(report)]
        let behind = charts.suffix(1) + [ComparisonHTML.measures(report), ComparisonHTML.manifest(report)]
        return ReportParts.html(front: front.compactMap { $0 }, behind: behind.compactMap { $0 })
    }

    /// Parts for a page whose policy allows no style in an element: the script sets it.
    static func withoutStyles(_ html: String) -> String { html.replacing("style=\"--rows:", with: "data-rows=\"") }

    /// What one scenario does beside the first, in sentences.
    public static func sentences(_ report: ComparisonReport, _ place: Int) -> [String] {
        ComparisonWords.sentences(place, report, eachAlone: true).map(TextTools.capitalised)
    }

    /// Styles of the parts, in the light: the page around them has no other.
    public static var style: String {
        """
        .report-parts{color-scheme:light;\(ReportStyle.light)}
        @media (forced-colors:active){.report-parts{\(ReportStyle.forced)}}
        .report-parts{
        \(ReportStyle.layout)
        \(ReportStyle.answers)
        \(ReportStyle.narrow)
        .figures{grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:1rem 2rem}
        figure[data-kind=lines] .plot,figure[data-kind=curve] .plot{height:12rem}
        #differences .figures{grid-template-columns:minmax(0,1fr);max-width:46rem}
        figure[data-kind=stacked] .plot{height:calc(var(--rows)*3.3rem + 7rem)}
        @media (max-width:46rem){figure[data-kind=difference] .plot{height:calc(var(--rows)*3rem + 4.5rem)}}
        @media (max-width:24rem){.fit td,.three td{white-space:normal}}
        @media (max-width:46rem){.fit .text{padding-left:0}#standing .tile{display:block}}
        @media (max-width:46rem){#standing h3{white-space:normal}}
        .plot{display:none;overflow:hidden}
        &.scripted .plot{display:block}
        #copy{display:none}
        &.scripted .scope:only-of-type>h3{display:none}
        }

        """
    }

    /// What draws the charts of the parts, by Chart.js 3.9.
    public static var script: String {
        ReportScript.opening.replacing("(document.documentElement)", with: "(place() || document.documentElement)")
            .replacing(
                "'use strict';", with: "'use strict';\nconst place = () => document.querySelector('.report-parts');")
            + ReportScript.marks + ReportScript.draw + ReportScript.building + glue
    }

    private static let glue = """
        const drawAll = () => {
          [...charts].forEach(([figure, chart]) => {
            if (figure.isConnected) return;
            chart.destroy();
            charts.delete(figure);
          });
          if (!window.Chart || !Chart.register || !place()) return;
          readTheme();
          place().classList.add('scripted');
          place().querySelectorAll('figure').forEach(figure => {
            const plot = figure.querySelector('.plot');
            if (plot.dataset.rows) plot.style.setProperty('--rows', plot.dataset.rows);
            build(figure);
          });
        };
        if (window.Chart && Chart.register) {
          Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
          Chart.register(marks);
        }
        document.addEventListener('report-parts', drawAll);
        themes.forEach(query => query.addEventListener('change', () => {
          charts.forEach(chart => chart.destroy());
          charts.clear();
          drawAll();
        }));
        drawAll();
        })();

        """
}
