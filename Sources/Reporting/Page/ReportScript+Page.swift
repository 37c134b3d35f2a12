extension ReportScript {
    /// Draws what comes into view, shows one team at a time, filters the assumptions, and draws for print.
    static let page = """
        const charts = new Map();
        const build = figure => {
          if (charts.has(figure)) return;
          const made = draw[figure.dataset.kind](read(figure));
          made.type = made.type || 'line';
          Object.assign(made.options, { animation: false, maintainAspectRatio: false, responsive: true,
            interaction: { mode: 'index', intersect: false }, layout: { padding: { top: 16 } } });
          made.options.plugins.tooltip = { callbacks: { label: item => item.dataset.label + ': '
            + (Array.isArray(item.raw) ? item.raw.join(' to ') : item.formattedValue) } };
          charts.set(figure, new Chart(figure.querySelector('canvas'), made));
        };
        const figures = [...document.querySelectorAll('figure')];
        if (window.Chart) {
          Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
          Chart.register(marks);
          const seen = new IntersectionObserver(entries => entries.forEach(entry => {
            if (entry.isIntersecting) { seen.unobserve(entry.target); build(entry.target); }
          }), { rootMargin: '600px' });
          figures.forEach(figure => seen.observe(figure));
        } else {
          document.documentElement.classList.remove('scripted');
        }

        const scopes = [...document.querySelectorAll('.scope')];
        const show = key => scopes.forEach(scope => { scope.hidden = key !== '' && scope.dataset.scope !== key; });
        document.querySelectorAll('.scopes input').forEach(input => {
          if (input.checked) show(input.value);
          input.addEventListener('change', () => show(input.value));
        });

        const source = document.getElementById('source');
        if (source) source.addEventListener('change', () => {
          document.querySelectorAll('[data-source]').forEach(row => {
            row.hidden = source.value !== '' && row.dataset.source !== source.value;
          });
          document.querySelectorAll('.defaults').forEach(details => { if (source.value) details.open = true; });
        });

        const copy = document.getElementById('copy');
        copy.addEventListener('click', () => {
          const range = document.createRange();
          range.selectNodeContents(document.getElementById('words'));
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
          copy.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: copy with the keyboard';
        });

        // On paper stand the charts of the team that is chosen; the tables of their numbers stay folded.
        addEventListener('beforeprint', () => {
          if (!window.Chart) return;
          const shown = figures.filter(figure => !figure.closest('.scope[hidden]'));
          shown.forEach(build);
          shown.forEach(figure => {
            const wide = getComputedStyle(figure).gridColumnEnd === '-1';
            const chart = charts.get(figure);
            chart.options.devicePixelRatio = 2;
            chart.resize(wide ? 700 : 330, wide ? 190 : { breach: 250, lines: 240 }[figure.dataset.kind] || 190);
          });
        });
        addEventListener('afterprint', () => {
          charts.forEach(chart => { chart.options.devicePixelRatio = devicePixelRatio; chart.resize(); });
        });
        })();
        """
}
