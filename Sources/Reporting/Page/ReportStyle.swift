/// The look of the report: dark text on white, colours that a colour-blind reader can tell apart (Okabe and Ito).
enum ReportStyle {
    static let screen = """
        :root{--ink:#17222c;--soft:#4a5966;--rule:#d3dbe1;--wash:#f3f6f8;--blue:#0072b2;--red:#b34700;--link:#005a8e}
        *{box-sizing:border-box}
        html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
        body{margin:0;color:var(--ink);background:#fff;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
        "Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
        header,main,.scopes fieldset{max-width:72rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2.25rem;padding-bottom:1rem}
        h1{font-size:2rem;line-height:1.15;margin:.15rem 0 .4rem;letter-spacing:-.01em;overflow-wrap:anywhere}
        h2{font-size:1.4rem;line-height:1.2;margin:0 0 .5rem;letter-spacing:-.005em}
        h3{font-size:1.05rem;margin:1.6rem 0 .5rem}
        h4{font-size:1rem;margin:0;font-weight:650}
        header p{margin:0;color:var(--soft)}
        .changes code{overflow-wrap:anywhere}
        .kicker{font-size:.85rem;font-weight:600;color:var(--blue)!important}
        section{padding:2.25rem 0 0;margin-top:2.25rem;border-top:1px solid var(--rule)}
        nav+section{border-top:0;margin-top:0;padding-top:1rem}
        .lead{max-width:46rem;color:var(--soft);margin:0 0 1rem}
        .prose{max-width:46rem;padding-left:1.2rem}
        .prose li{margin:.35rem 0}
        a{color:var(--link)}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.9rem 0 0;padding:0;font-size:.9rem}
        nav a{display:inline-block;padding:.3rem 0}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        :focus-visible{outline:3px solid #e69f00;outline-offset:2px;border-radius:2px}

        .scopes{display:none;position:sticky;top:0;z-index:2;background:#fff;border-bottom:1px solid var(--rule)}
        .scripted .scopes{display:block}
        .scopes fieldset{border:0;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem;padding:.55rem 1.25rem}
        .scopes legend{float:left;margin-right:.3rem;padding:0;font-size:.9rem;color:var(--soft)}
        .scopes input{position:absolute;opacity:0}
        .scopes span{display:block;padding:.35rem .8rem;border:1px solid #8796a1;border-radius:2rem;font-size:.9rem;
        cursor:pointer;white-space:nowrap}
        .scopes input:checked+span{background:var(--ink);border-color:var(--ink);color:#fff}
        .scopes input:focus-visible+span{outline:3px solid #e69f00;outline-offset:2px}

        .words p{display:grid;grid-template-columns:9.5rem minmax(0,46rem);gap:0 1.5rem;margin:0;padding:.8rem 0;
        border-top:1px solid var(--rule)}
        .words p:first-child{border-top:0}
        .words b{font-weight:600}
        .foundation{color:var(--soft)}
        button{display:none;font:inherit;font-size:.9rem;padding:.4rem .9rem;border:1px solid #8796a1;
        border-radius:.3rem;
        background:#fff;color:var(--ink);cursor:pointer}
        .scripted button{display:inline-block}

        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27rem),1fr));gap:1.75rem 3rem}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:650;padding:0 0 .35rem}
        th,td{padding:.4rem .6rem .4rem 0;text-align:right;vertical-align:top;font-weight:400}
        th:first-child,td.text,th.text{text-align:left}
        th:last-child,td:last-child{padding-right:0}
        thead th{color:var(--soft);font-size:.85rem;border-bottom:1px solid #8796a1;vertical-align:bottom}
        tbody tr+tr>*{border-top:1px solid var(--rule)}
        small{display:block;font-size:.82rem;color:var(--soft);line-height:1.35}
        .card{align-self:start}
        .card caption{font-size:1.05rem}
        .card td{white-space:nowrap}
        .card td:nth-child(2){font-weight:650}
        .card small{font-weight:400}
        .card td:last-child,.card thead th:last-child{width:7rem;text-align:left;padding-left:.7rem}
        .verdict{display:inline-block;white-space:nowrap;font-size:.9rem;font-weight:400}
        .verdict b{display:inline-block;width:1.25rem;height:1.25rem;line-height:1.25rem;border-radius:50%;
        text-align:center;font-size:.8rem;color:#fff;margin-right:.15rem}
        .meets b{background:#00678f}.misses b{background:var(--red)}.either b{background:#66727c}

        .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr));gap:2rem 2.5rem}
        figure{margin:0;min-width:0}
        figcaption p{margin:.15rem 0 0;font-size:.9rem;color:var(--soft)}
        .plot{position:relative;height:16rem;margin-top:.5rem;display:none}
        figure[data-kind=breach] .plot{height:20rem}
        figure[data-kind=breach]:first-child{grid-column:1/-1}
        .nothing{display:none;color:var(--soft)}
        .scripted .nothing{display:block}
        .scope[hidden]{display:none!important}
        figure[data-kind=shaded],figure:only-child{grid-column:1/-1}
        figure[data-kind=lines] .plot,figure[data-kind=difference] .plot{height:18rem}
        figure[data-kind=shaded] .plot{height:20rem}
        .scripted .plot{display:block}
        details{margin-top:.35rem}
        summary{cursor:pointer;font-size:.9rem;color:var(--link);padding:.25rem 0;width:fit-content}
        .scroll{overflow-x:auto}
        details .scroll{max-height:24rem;overflow:auto;border:1px solid var(--rule);padding:0 .6rem}
        .numbers{font-size:.85rem}
        .numbers caption{padding-top:.4rem}
        .numbers th,.numbers td{padding-top:.12rem;padding-bottom:.12rem}
        .numbers thead th{position:sticky;top:0;background:#fff}
        .numbers th:first-child{white-space:nowrap}
        .plain{font-size:.95rem}
        .plain .group th{font-weight:650;background:var(--wash);padding-left:.5rem}
        .plain code,.manifest code{font-size:.88rem;overflow-wrap:anywhere}
        .causes{max-width:46rem;margin:0 0 1.5rem}
        .causes .share{width:30%}
        meter{width:100%;height:.75rem;vertical-align:middle}
        meter::-webkit-meter-bar{background:var(--wash);border:0;border-radius:0}
        meter::-webkit-meter-optimum-value{background:var(--blue)}
        meter::-moz-meter-bar{background:var(--blue)}
        .staff{margin-bottom:1.75rem;max-width:60rem}
        .staff td{white-space:nowrap}
        .staff small,.measures small{display:inline;margin-left:.3rem}
        .staff .verdict{margin-left:.4rem;min-width:5.6rem;text-align:left}
        .measures th:first-child,.snapshot th:first-child{white-space:nowrap}
        .measures td{white-space:nowrap}
        .measures td small{display:inline-block;min-width:6.2rem;margin-left:.5rem}
        .measures .group th,.snapshot .group th{text-align:left}
        .assumptions{table-layout:fixed}
        .assumptions col.key{width:34%}.assumptions col.value{width:20%}.assumptions col.source{width:10%}
        .assumptions td.value{text-align:left;overflow-wrap:anywhere}
        .assumptions code{overflow-wrap:anywhere}
        .paper{display:none}
        .assumptions th:nth-child(n){text-align:left}
        .assumptions .value small{display:inline}
        .filter{display:none}
        .scripted .filter{display:block}
        select{font:inherit;padding:.25rem .4rem}
        .manifest{max-width:46rem}
        .manifest th{white-space:nowrap;color:var(--soft)}

        .keys{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin-top:.35rem}
        .key{white-space:nowrap;font-size:.88rem;color:var(--ink)}
        .key i{display:inline-block;width:1.5rem;height:.8rem;margin-right:.35rem;vertical-align:-.08rem}
        .key .line{height:0;border-top:3px solid var(--blue);vertical-align:.25rem}
        .key .half{background:#8dbfdd}.key .most{background:#d0e5f1}
        .key .bar{background:#6aaed6}.key .chance{background:#d55e00}.key .shade{background:#f4cf8f}
        .key .whisker{width:2px;background:#17222c;margin:0 .6rem 0 .3rem}
        .key .dot{width:.6rem;height:.6rem;border-radius:50%;background:#17222c}
        """
}
