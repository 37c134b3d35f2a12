extension ReportStyle {
    /// Paper, A4: two pages for a board, safe in black and white; everything else only if it is asked for, charts three
    /// abreast, and what fills pages stands in files.
    static let print = """
        @page{size:A4;margin:11mm 12mm}
        @media print{
        :root{color-scheme:light;--ink:#000;--soft:#333;--rule:#999;--edge:#555;--wash:#f0f0f0;--paper:#fff;
        --blue:#003f66;        --red:#000;--good:#000;
        --link:#000;--grid:#ddd;--line:#003f66;--half:#8aa7bb;--most:#cfdbe3}
        html{font-size:8.6pt}
        body{line-height:1.35}
        header,main{max-width:none;padding:0}
        .scopes,nav,button,.copying,.filter,.scripted .filter,.scripted button,.scripted .scopes,.scripted .copying,
        details.table,details.others{display:none}
        .more{display:none}
        .everything .more{display:block;border:0}
        .everything .more>summary{list-style:none;padding:3mm 0 1mm}
        .everything #words-behind,.everything #glossary{break-inside:avoid}
        .grid td,.grid thead th:not(:first-child){min-width:0}
        h1{font-size:17pt;-webkit-line-clamp:2}h2{font-size:12.5pt}
        h3,h4,figcaption,caption,thead{break-after:avoid}
        section{margin-top:2.5mm;padding-top:2.5mm;break-inside:avoid}
        #why{break-before:page;border-top:0;padding-top:0;margin-top:0}
        .more>summary,.inside>.lead{break-after:avoid}
        .more figure[data-kind=lines],.more figure[data-kind=shaded]{grid-column:span 2}
        .more figure:only-child:not([data-kind=lines]):not([data-kind=shaded]){grid-column:auto}
        .grid .verdict{font-size:7.2pt;letter-spacing:-.01em}.grid .verdict b{margin-right:0}
        .grid{min-width:0}.grid td small{display:block;margin:0}
        .grid th:first-child,.grid td:first-child{width:24mm}
        html:not(.scripted) .scope~.scope{display:none}
        tr[hidden]{display:revert!important}
        .paper{display:block;color:var(--soft);font-size:8pt}
        .words p{grid-template-columns:28mm 1fr;padding:1mm 0}
        .nothing,.scripted .nothing{display:none!important}
        .more:has(.scope):not(:has(.scope:not([hidden]):not(.nothing))){display:none}
        figcaption p{font-size:8pt;line-height:1.25}
        .head{break-inside:avoid;break-after:avoid}
        .lead,.prose,.staff,.manifest,.finding{max-width:none}
        .tiles{gap:4mm}
        .pair{grid-template-columns:1fr 1fr;gap:3mm 7mm}
        .scripted .scope>h3,.scope>h3{position:static!important;width:auto!important;height:auto!important;
        clip-path:none!important;font-size:9pt;margin:0 0 1mm}
        .figures{grid-template-columns:1fr 1fr;gap:3mm 6mm}
        .more .figures{grid-template-columns:1fr 1fr 1fr;gap:3mm 5mm}
        tr,.plot,figure,.tile{break-inside:avoid}
        .plot,figure[data-kind] .plot{height:auto}
        .plot canvas{width:100%!important;height:auto!important}
        .scroll{overflow:visible}
        .plain{font-size:8pt}
        .plain th,.plain td{padding-top:.4mm;padding-bottom:.4mm}
        .measures td small{min-width:15mm;margin-left:1.5mm}
        .measures td,.measures thead th{min-width:0}
        .measures{font-size:6.8pt}
        .chosen{column-count:2;column-gap:8mm}
        .assumptions{font-size:6pt;line-height:1.15}
        .assumptions caption{font-size:8pt}
        .assumptions tbody th{font-size:6pt}
        .assumptions th,.assumptions td{padding-top:.1mm!important;padding-bottom:.1mm!important}
        .assumptions small{font-size:6pt;line-height:1.15}
        .assumptions td:last-child,.assumptions th:last-child,.assumptions col:last-child,.defaults{display:none}
        .assumptions col.key{width:52%}.assumptions col.value{width:34%}.assumptions col.source{width:14%}
        a{color:inherit;text-decoration:none}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """
}
