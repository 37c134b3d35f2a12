/// The look of the report: dark text on white or light on dark, colours that a colour-blind reader can tell apart
/// (Okabe and Ito), and none that says something by itself.
enum ReportStyle {
    /// Colours in the light.
    static let light = """
        --ink:#17222c;--soft:#4a5966;--rule:#d3dbe1;--edge:#73828d;--wash:#f3f6f8;
        --paper:#fff;--blue:#0072b2;--red:#b34700;--good:#00678f;--link:#005a8e;--grid:#e6ebef;--line:#0072b2;
        --half:#0072b25c;--most:#0072b230;--focus:#b36b00;
        --c1:#0072b2;--c2:#c04f00;--c3:#00795a;--c4:#9c4a78;--c5:#786000;--c6:#17222c;--c7:#2a7fb0
        """

    /// Colours where the reader's system has its own.
    static let forced = """
        --ink:CanvasText;--soft:CanvasText;--rule:CanvasText;--edge:CanvasText;
        --wash:Canvas;--paper:Canvas;--blue:LinkText;--red:CanvasText;--good:CanvasText;--link:LinkText;--grid:GrayText;
        --line:Highlight;--half:GrayText;--most:Canvas;--focus:Highlight;--c1:CanvasText;--c2:Highlight;--c3:LinkText;
        --c4:CanvasText;--c5:Highlight;--c6:LinkText;--c7:CanvasText
        """

    /// How the parts stand.
    static let layout = """
        *{box-sizing:border-box}
        html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
        body{margin:0;color:var(--ink);background:var(--paper);font:1rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,
        "Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
        header,main{max-width:74rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:1.25rem}
        h1{font-size:1.8rem;line-height:1.15;margin:.1rem 0 .2rem;letter-spacing:-.01em;overflow-wrap:anywhere;
        display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
        h2{font-size:1.3rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.005em}
        h3{font-size:1.05rem;margin:.6rem 0 .4rem;overflow-wrap:anywhere}
        h4{font-size:1rem;line-height:1.3;margin:0;font-weight:650}
        header p{margin:0;color:var(--soft)}
        .changes code{overflow-wrap:anywhere}
        .kicker{font-size:.85rem;font-weight:600;color:var(--blue)!important}
        section{padding:.65rem 0 0;margin-top:.65rem;border-top:1px solid var(--rule)}
        main>section:first-child{border-top:0;margin-top:0;padding-top:.6rem}
        .lead{max-width:66rem;color:var(--soft);margin:0 0 .6rem}
        .lead strong{color:var(--ink);font-weight:600}
        .prose{max-width:46rem;padding-left:1.2rem;margin:.3rem 0 .6rem}
        .prose li{margin:.15rem 0}
        dl.prose{padding:0}dt{font-weight:650;margin-top:.4rem}dd{margin:0}
        a{color:var(--link)}
        .small{font-size:.85rem;color:var(--soft);margin:.2rem 0 0}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
        nav{border-top:1px solid var(--rule);margin-top:1.2rem;padding-top:1rem}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:0 0 .6rem;padding:0}
        nav a{display:inline-block;padding:.3rem 0}

        .scopes{display:none;position:sticky;top:0;z-index:2;background:var(--paper);
        border-bottom:1px solid var(--rule);margin-top:.8rem}
        .scripted .scopes{display:block}
        .scopes fieldset{border:0;display:flex;flex-wrap:wrap;align-items:center;gap:.3rem;padding:.4rem 0;margin:0;
        min-width:0}
        .scopes+section{border-top:0;margin-top:0;padding-top:.6rem}
        .scopes legend{float:left;margin-right:.3rem;padding:0;font-size:.9rem;color:var(--soft)}
        .scopes label{position:relative;flex:none}
        .scopes input{position:absolute;opacity:0}
        .scopes span{display:block;padding:.3rem .75rem;border:1px solid var(--edge);border-radius:2rem;font-size:.9rem;
        cursor:pointer;max-width:13rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .scopes input:checked+span{background:var(--ink);border-color:var(--ink);color:var(--paper)}
        .scopes input:focus-visible+span{outline:3px solid var(--focus);outline-offset:2px}

        .words p{display:grid;grid-template-columns:9.5rem minmax(0,46rem);gap:0 1.5rem;margin:0;padding:.6rem 0;
        border-top:1px solid var(--rule)}
        .words p:first-child{border-top:0}
        .words b{font-weight:600}
        .words strong{overflow-wrap:anywhere}
        .foundation{color:var(--soft)}
        button{display:none;font:inherit;font-size:.85rem;padding:.3rem .75rem;border:1px solid var(--edge);
        border-radius:.3rem;background:var(--paper);color:var(--ink);cursor:pointer}
        .scripted button{display:inline-block}
        .copying{float:right;display:flex;flex-wrap:wrap;gap:.4rem;margin:.25rem 0 0}

        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:650;padding:0 0 .25rem;font-size:.9rem}
        th,td{padding:.3rem .6rem .3rem 0;text-align:right;vertical-align:top;font-weight:400}
        th:first-child,td.text,th.text{text-align:left}
        th:last-child,td:last-child{padding-right:0}
        thead th{color:var(--soft);font-size:.85rem;border-bottom:1px solid var(--edge);vertical-align:bottom}
        tbody tr+tr>*{border-top:1px solid var(--rule)}
        small{display:block;font-size:.82rem;color:var(--soft);line-height:1.3}
        .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr));gap:1rem 2.5rem}
        figure{margin:0;min-width:0}
        .title{font-weight:650;line-height:1.3;margin:0!important;font-size:1rem!important;color:var(--ink)!important}
        figcaption p{margin:.1rem 0 0;font-size:.9rem;color:var(--soft)}
        .plot{position:relative;height:9rem;margin-top:.3rem;display:none}
        .nothing{display:none;color:var(--soft)}
        .scripted .nothing{display:block}
        .scope[hidden]{display:none!important}
        .scripted:not(.all-scopes) .scope>h3{position:absolute;width:1px;height:1px;overflow:hidden;
        clip-path:inset(50%)}
        figure[data-kind=shaded],.more figure:only-child{grid-column:1/-1}
        figure[data-kind=lines] .plot,figure[data-kind=shaded] .plot,
        figure[data-kind=curve] .plot{height:17rem}
        figure[data-kind=difference] .plot{height:calc(var(--rows)*1.75rem + 4.5rem)}
        .scripted .plot{display:block}
        .more{border-top:1px solid var(--rule)}
        .more>summary{padding:.55rem 0;width:auto}
        .more>summary h2{display:inline;font-size:1.05rem;color:var(--ink)}
        .more .inside{padding:.2rem 0 1.5rem}
        details.table{margin-top:.25rem}
        summary{cursor:pointer;font-size:.9rem;color:var(--link);padding:.2rem 0;width:fit-content}
        .scroll{overflow-x:auto}
        details.table .scroll{max-height:24rem;overflow:auto;border:1px solid var(--rule);padding:0 .6rem}
        .numbers{font-size:.85rem}
        .numbers th,.numbers td{padding-top:.12rem;padding-bottom:.12rem}
        .numbers thead th{position:sticky;top:0;background:var(--paper)}
        .numbers th:first-child{white-space:nowrap}
        .plain{font-size:.92rem}
        .plain .group th{font-weight:650;background:var(--wash);padding-left:.5rem;text-align:left}
        .plain code,.manifest code{font-size:.88rem;overflow-wrap:anywhere}
        .staff{margin-bottom:1.5rem;max-width:60rem}
        .staff td{white-space:nowrap}
        .staff small,.measures small{display:inline;margin-left:.3rem}
        .staff .verdict{margin-left:.4rem;min-width:5.6rem;text-align:left}
        .measures th:first-child,.snapshot th:first-child{white-space:nowrap}
        .measures td{white-space:nowrap}
        .measures td small{display:inline-block;min-width:6.2rem;margin-left:.5rem}
        .assumptions{table-layout:fixed}
        .assumptions col.key{width:34%}.assumptions col.value{width:20%}.assumptions col.source{width:10%}
        .assumptions th,.assumptions td{text-align:left;overflow-wrap:anywhere}
        .assumptions tbody th{font-family:ui-monospace,monospace;font-size:.85rem}
        .assumptions td:nth-child(2) small{display:inline}
        .paper{display:none}
        .filter{display:none}
        .scripted .filter{display:block}
        select,input[type=search]{font:inherit;padding:.25rem .4rem;color:inherit;background:var(--paper);
        border:1px solid var(--edge);border-radius:.2rem;max-width:100%}
        .manifest{max-width:46rem}
        .manifest th{white-space:nowrap;color:var(--soft)}
        .keys{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin-top:.35rem}
        .key{white-space:nowrap;font-size:.88rem;color:var(--ink)}
        .key i{display:inline-block;width:1.5rem;height:.8rem;margin-right:.35rem;vertical-align:-.08rem}
        .key .line{height:0;border-top:3px solid var(--line);vertical-align:.25rem}
        .key .half{background:var(--half)}.key .most{background:var(--most);border:1px solid var(--half)}
        .key .shade{background:#f4cf8f}
        .key .dot{width:.6rem;height:.6rem;border-radius:50%;background:var(--ink)}
        """

    /// All of it.
    static let screen = """
        :root{color-scheme:light dark;\(light)}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eef2;--soft:#b0bec8;--rule:#33414b;--edge:#8b9aa5;
        --wash:#1b252d;--paper:#11181e;--blue:#6cc0f0;--red:#ff9d6b;--good:#6cc0f0;--link:#8fcfff;--grid:#2a363f;
        --line:#6cc0f0;--half:#6cc0f066;--most:#6cc0f038;--focus:#ffc14d;
        --c1:#6cc0f0;--c2:#ff9d6b;--c3:#5fd3ae;--c4:#e29cc4;--c5:#e0c455;--c6:#e8eef2;--c7:#a9d8f5}}
        @media (forced-colors:active){:root{\(forced)}
        .bar span,.work i,.causes i,.verdict b,.key i{forced-color-adjust:none;border:1px solid CanvasText}
        .scopes input:checked+span{forced-color-adjust:none;background:Highlight;color:HighlightText}
        .spark{forced-color-adjust:none}}
        .on-paper{--ink:#000;--soft:#333;--rule:#999;--edge:#555;--wash:#f0f0f0;--paper:#fff;--blue:#003f66;--red:#000;
        --good:#000;--link:#000;--grid:#ddd;--line:#003f66;--half:#8aa7bb;--most:#cfdbe3;
        --c1:#003f66;--c2:#000;--c3:#555;--c4:#003f66;--c5:#000;--c6:#555;--c7:#777}
        \(layout)
        """
}
