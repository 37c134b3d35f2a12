extension ReportStyle {
    /// Telephones: one column, a promise a line, nothing that must be pinched.
    static let narrow = """
        @media (max-width:46rem){
        header,main{padding-left:.9rem;padding-right:.9rem}
        header{padding-top:.8rem}
        h1{font-size:1.45rem}
        .scopes fieldset{flex-wrap:nowrap;overflow-x:auto}
        .scopes legend{white-space:nowrap}
        .tiles{grid-template-columns:1fr;gap:.5rem}
        .amount{min-width:0}
        .tile{display:grid;grid-template-columns:1fr auto;gap:0 .5rem;align-items:baseline;padding:.35rem .7rem .45rem}
        .tile>*{grid-column:1/-1}.tile h3{grid-column:1}.tile .big{grid-column:2;font-size:1.6rem}
        .tile h3{white-space:nowrap}.big span{font-size:.72rem}
        .tile h3{font-size:.9rem}
        .twin,section .copying,.tile .waiting{display:none}
        .three p,.three .prose li:nth-child(n+3),section .plain caption{display:none}
        section{padding-top:.5rem;margin-top:.5rem}
        .finding{font-size:.95rem}
        .levers,.levers tbody,.levers tr,.levers th,.levers td{display:block;padding:.05rem 0;border:0!important}
        .levers thead,.levers th small{display:none}
        .levers tr{border-top:1px solid var(--rule)!important;padding:.3rem 0}
        .levers{min-width:0}.levers th{font-weight:650;width:auto!important}
        .levers .label{display:block;font-size:.85rem;color:var(--soft)}
        .levers td{display:grid!important;grid-template-columns:7rem 1fr;gap:0 .6rem}
        .levers td small{display:inline}
        .fit,.fit tbody,.fit tr,.fit th[scope=row],.fit td{display:block;padding:0;border:0!important}
        .fit thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .fit tr{padding:.3rem 0;border-top:1px solid var(--rule)!important}
        .fit th[scope=row]{font-weight:650}
        .fit td{display:inline-block!important;margin-right:1rem;text-align:left}
        .fit td::before{content:attr(data-label) " ";color:var(--soft)}
        .narrow{display:inline;margin-left:.5rem}
        .grid tbody tr+tr .own,.grid tbody tr+tr .met{display:none}
        .grid tbody tr+tr .label small{display:none}
        .plot{height:9.5rem}figure[data-kind=difference] .plot{height:calc(var(--rows)*2.2rem + 4.5rem)}
        .plain{font-size:.88rem}
        .grid,.grid tbody,.grid tr,.grid td,.grid th[scope=row]{display:block;
        width:auto!important;min-width:0;max-width:none}
        .grid thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .grid tr{padding:.35rem 0;border-top:1px solid var(--edge)}
        .grid tbody tr+tr>*{border:0}
        .grid td{display:grid;grid-template-columns:1fr auto;gap:0 .6rem;padding:.1rem 0;align-items:baseline}
        .grid .label{display:block;font-size:.85rem;line-height:1.25}
        .grid .label small{margin:0}
        .grid td .value{text-align:right}
        .grid td .value small{display:none}
        .grid .verdict{grid-column:1/-1;text-align:right;line-height:1.2}
        .grid .own{padding-left:0}
        .measures th:first-child,.snapshot th:first-child{white-space:normal;min-width:8.5rem;position:sticky;left:0;
        background:var(--paper)}
        .assumptions thead{display:none}
        .assumptions tr,.assumptions th,.assumptions td{display:block;text-align:left;padding:.1rem 0;border:0}
        .assumptions tr[hidden]{display:none}
        .assumptions td:nth-child(2),.assumptions td:nth-child(3){display:inline-block;margin-right:1rem}
        .assumptions tr{padding:.5rem 0;border-top:1px solid var(--rule)!important}
        .assumptions tbody tr+tr>*{border:0}
        .words p{display:block}
        .words strong{display:block}
        .manifest th,.manifest td{display:block;padding:.15rem 0;border:0!important}
        .staff td small,.staff .verdict{display:block;margin:0;min-width:0;text-align:right}
        .track{display:none}
        .three{grid-template-columns:1fr}
        .prose{padding-left:1rem}
        }
        """
}
