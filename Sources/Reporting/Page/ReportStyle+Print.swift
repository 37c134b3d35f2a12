extension ReportStyle {
    /// Telephones, and paper: A4, all teams, charts two abreast, weekly tables by steps of four weeks in small type.
    static let narrowAndPrint = """
        @media (max-width:40rem){
        header{padding-top:1.5rem}
        h1{font-size:1.6rem}
        .scopes fieldset{flex-wrap:nowrap;overflow-x:auto}
        .scopes legend{white-space:nowrap}
        nav ul{gap:0 1rem}
        .key:first-of-type{margin-left:0}
        .key{display:inline-block;margin-left:0;margin-right:.8rem}
        .plot{height:14.5rem}
        .plain{font-size:.9rem}
        .assumptions thead{display:none}
        .assumptions tr,.assumptions th,.assumptions td{display:block;text-align:left;padding:.1rem 0;border:0}
        .assumptions tr{padding:.5rem 0;border-top:1px solid var(--rule)!important}
        .assumptions tbody tr+tr>*{border:0}
        .manifest th,.manifest td{display:block;padding:.15rem 0;border:0!important}
        .causes .share,.causes thead th:last-child{display:none}
        .staff .verdict{font-size:0}
        .staff .verdict b{font-size:.8rem}
        }
        @page{size:A4;margin:14mm 13mm}
        @media print{
        body{font-size:9.5pt;line-height:1.4}
        header,main{max-width:none;padding:0}
        .scopes,nav,button,.filter,.scripted .filter,.scripted button,.scripted .scopes{display:none}
        h1{font-size:20pt}h2{font-size:14pt}h3{font-size:11pt;margin-top:4mm}h4{font-size:9.5pt}
        h2,h3,h4,figcaption,caption,thead{break-after:avoid}
        section{margin-top:6mm;padding-top:5mm}
        .scope[hidden],tr[hidden]{display:revert!important}
        .words{max-width:none;font-size:10pt}
        .lead,.prose,.causes,.staff,.manifest{max-width:none}
        .cards{grid-template-columns:1fr 1fr;gap:5mm 8mm}
        .card,tr,.plot{break-inside:avoid}
        .figures{display:block;columns:2;column-gap:8mm}
        figure{break-inside:avoid;margin-bottom:6mm}
        figure[data-kind=shaded]{column-span:all}
        .plot,figure .plot,figure[data-kind=breach] .plot,figure[data-kind=shaded] .plot{height:auto}
        .plot canvas{width:100%!important;height:auto!important}
        summary{display:none}
        .defaults summary{display:block}
        details::details-content{content-visibility:visible;height:auto;opacity:1}
        details .scroll{max-height:none;overflow:visible;border:0;padding:0}
        .scroll{overflow:visible}
        .numbers{font-size:6.5pt;line-height:1.15}
        .numbers caption{display:none}
        .numbers thead th{font-size:6pt;position:static}
        .numbers th,.numbers td{padding:.1mm 1.5mm .1mm 0}
        .numbers.weeks tbody tr:not(:nth-child(4n+1)){display:none}
        .plain{font-size:8pt}
        .plain th,.plain td{padding-top:.6mm;padding-bottom:.6mm}
        .measures td,.measures thead th{min-width:0}
        .assumptions{font-size:7.5pt}
        a{color:inherit;text-decoration:none}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """
}
