extension ReportStyle {
    /// Telephones, and paper: A4, charts three abreast of the team that is chosen; what fills pages stands in files.
    static let narrowAndPrint = """
        @media (max-width:40rem){
        header{padding-top:1.5rem}
        h1{font-size:1.6rem}
        .scopes fieldset{flex-wrap:nowrap;overflow-x:auto}
        .scopes legend{white-space:nowrap}
        nav ul{gap:0 1rem;flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}
        .plot{height:14.5rem}
        .plain{font-size:.9rem}
        .measures th:first-child,.snapshot th:first-child{white-space:normal;min-width:8.5rem;position:sticky;left:0;
        background:#fff}
        .measures .group th,.snapshot .group th{background:var(--wash)!important}
        .assumptions thead{display:none}
        .assumptions tr,.assumptions th,.assumptions td{display:block;text-align:left;padding:.1rem 0;border:0}
        .assumptions td.value,.assumptions td.value+td{display:inline-block;margin-right:1rem}
        .assumptions tr{padding:.5rem 0;border-top:1px solid var(--rule)!important}
        .assumptions tbody tr+tr>*{border:0}
        .words p{display:block}
        .words strong{display:block}
        .manifest th,.manifest td{display:block;padding:.15rem 0;border:0!important}
        .causes .share,.causes thead th:last-child{display:none}
        .staff td small,.staff .verdict{display:block;margin:0;min-width:0;text-align:right}
        }
        @page{size:A4;margin:14mm 13mm}
        @media print{
        html{font-size:9.5pt}
        body{line-height:1.4}
        header,main{max-width:none;padding:0}
        .scopes,nav,button,.filter,.scripted .filter,.scripted button,.scripted .scopes{display:none}
        h1{font-size:20pt}h2{font-size:14pt}h3{font-size:11pt;margin-top:4mm}h4{font-size:9.5pt}
        h3,h4,figcaption,caption,thead{break-after:avoid}
        section{margin-top:6mm;padding-top:5mm}
        tr[hidden]{display:revert!important}
        .paper{display:block;color:var(--soft);font-size:8.5pt}
        .words p{grid-template-columns:28mm 1fr;padding:2mm 0}
        .nothing,.scripted .nothing{display:none!important}
        section:has(.scope):not(:has(.scope:not([hidden]):not(.nothing))){display:none}
        figcaption p{font-size:8pt;line-height:1.3}
        .head{break-inside:avoid;break-after:avoid}
        .lead{margin-bottom:2mm}
        #glance{break-inside:avoid}
        .lead,.prose,.causes,.staff,.manifest{max-width:none}
        .cards{grid-template-columns:1fr 1fr;gap:5mm 8mm}
        .card,tr,.plot{break-inside:avoid}
        .figures{grid-template-columns:1fr 1fr 1fr;gap:4mm 5mm}
        figure[data-kind=breach]:first-child{grid-column:auto}
        figure[data-kind=breach]:first-child:last-child{grid-column:1/-1}
        figure{break-inside:avoid}
        .plot,figure[data-kind] .plot{height:auto}
        .plot canvas{width:100%!important;height:auto!important}
        details{display:none}
        .scroll{overflow:visible}
        .plain,.card{font-size:8.5pt}
        .card caption{font-size:10pt}
        .card th,.card td{padding-top:.8mm;padding-bottom:.8mm}
        .measures td small{min-width:15mm;margin-left:1.5mm}
        .plain th,.plain td{padding-top:.6mm;padding-bottom:.6mm}
        .measures td,.measures thead th{min-width:0}
        .chosen{column-count:2;column-gap:8mm}
        .assumptions{font-size:6.5pt;line-height:1.2}
        .assumptions caption{font-size:8pt}
        .assumptions code{font-size:6.5pt}
        .assumptions th,.assumptions td{padding-top:.2mm!important;padding-bottom:.2mm!important}
        .assumptions small,.assumptions .value small{font-size:6.5pt;line-height:1.2}
        .assumptions td:last-child,.assumptions th:last-child,.assumptions col:last-child{display:none}
        .assumptions col.key{width:52%}.assumptions col.value{width:34%}.assumptions col.source{width:14%}
        a{color:inherit;text-decoration:none}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """
}
