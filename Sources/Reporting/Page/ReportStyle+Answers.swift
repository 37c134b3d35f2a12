extension ReportStyle {
    /// The five answers: tiles, the grid of promises, the bar of causes, weeks of work.
    static let answers = """
        .tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem}
        .tile{border:1px solid var(--rule);border-top:3px solid var(--line);padding:.5rem .8rem .6rem;min-width:0}
        .tile h3{margin:0;font-size:.95rem}
        .tile p{margin:.1rem 0 0;font-size:.9rem}
        .tile .big{font-size:2rem;line-height:1.15;font-weight:650}
        .big span{font-size:.9rem;font-weight:400;color:var(--soft)}
        .tile .small{font-size:.82rem}
        .fit{max-width:56rem}.fit td{white-space:nowrap}.fit .text{padding-left:1.2rem}.fit th small{display:inline}
        .wide{max-width:none}.wide th[scope=row]{min-width:13rem}.wide td{white-space:normal}
        .tile .aim-key{float:right}
        .trend b{font-size:1.1rem;line-height:1}
        .spark{display:block;width:100%;height:2.6rem;margin:.3rem 0 0}
        .spark polyline{fill:none;stroke:var(--line);stroke-width:2;vector-effect:non-scaling-stroke}
        .spark .aim{stroke:var(--ink);stroke-width:1;stroke-dasharray:4 3}
        .spark polygon{fill:var(--most)}
        .finding{max-width:none;margin:.1rem 0 .6rem}
        .grid{font-size:.92rem;line-height:1.3;table-layout:fixed;min-width:46rem}
        .grid th:first-child,.grid td:first-child{width:11.5rem}
        .grid td{padding-right:.3rem}
        .grid th[scope=row]{font-weight:650;overflow-wrap:anywhere;hyphens:auto}
        @media screen{.two-lines{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}}
        .grid td,.grid thead th:not(:first-child){text-align:left}
        @media (max-width:72rem){.grid td small{white-space:normal!important}}
        .grid thead th small{font-size:.8rem}
        .grid .sides th{border-bottom:0;padding-bottom:0;font-weight:650;color:var(--ink)}
        .grid .own{background:var(--wash);padding-left:.6rem;color:var(--soft)}
        .grid .sides .own{color:var(--soft);font-weight:400}
        .grid .value{font-weight:650}
        .grid .own .value{font-weight:400}
        .grid td small{display:inline;font-weight:400;margin-left:.2rem;font-size:.75rem;
        letter-spacing:-.01em;white-space:nowrap}
        .grid .label,.levers .label,.narrow{display:none}
        #how-long .lead{max-width:none}
        .verdict{display:block;white-space:nowrap;font-size:.88rem;font-weight:400}
        .staff .verdict{display:inline-block}
        .verdict b,.key-line b{display:inline-block;width:1.2rem;height:1.2rem;line-height:1.2rem;border-radius:50%;
        text-align:center;font-size:.8rem;color:var(--paper);background:var(--soft);margin-right:.15rem}
        .meets b{background:var(--good)}.misses b{background:var(--red);border-radius:.2rem}
        .either b{background:var(--paper);color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink)}
        .three{display:grid;grid-template-columns:1fr 1.1fr 1.15fr;gap:1rem 2rem}
        .three>div{min-width:0}
        .three p{margin:.15rem 0 .4rem}
        .three h3{margin:0;font-size:1rem;line-height:1.3}.three ul+h3,.three p+h3{margin-top:.3rem}
        .three{font-size:.92rem;line-height:1.28}
        .three td,#hangs-on td{white-space:nowrap}.three th small{display:inline}
        .levers{line-height:1.3}
        .levers{table-layout:fixed;min-width:46rem}
        .levers th:nth-child(1){width:28%}.levers th:nth-child(2){width:15%}.levers th:nth-child(3){width:24%}
        .levers th:nth-child(4){width:12%}
        .levers td{text-align:left}.levers thead th{text-align:left}
        .levers th small{max-width:26rem}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:1rem 2.5rem}
        .pair>div{min-width:0}
        .pair p{margin:.15rem 0 .5rem}
        .bar{display:flex;height:2rem;margin:.4rem 0;border:1px solid var(--ink)}
        .bar span{flex-basis:0;min-width:2px;overflow:hidden;text-align:center;line-height:1.9rem;font-size:.85rem;
        border-left:1px solid var(--paper)}
        .causes i{display:inline-block;width:.9rem;height:.9rem;margin-right:.3rem;vertical-align:-.1rem;
        border:1px solid var(--ink)}
        .c0{background:var(--ink);color:var(--paper)}
        .c1{background:repeating-linear-gradient(45deg,var(--half) 0 4px,var(--paper) 4px 7px);color:var(--ink)}
        .c2{background:var(--paper);color:var(--ink)}
        .c3{background:radial-gradient(var(--ink) 1px,var(--paper) 1.5px) 0 0/5px 5px;color:var(--ink)}
        .c1:not(i),.c3:not(i){text-shadow:0 0 3px var(--paper),0 0 3px var(--paper),0 0 3px var(--paper);
        font-weight:650}
        .work{white-space:nowrap}.amount{display:inline-block;min-width:5.4rem}
        .track{display:inline-block;width:3rem;margin-right:.4rem;text-align:left}
        .track i{display:inline-block;height:.7rem;background:var(--line);min-width:2px}
        .key-line b{background:var(--paper);color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink)}
        """
}
