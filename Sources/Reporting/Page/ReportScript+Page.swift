extension ReportScript {
    /// Draws one figure.
    static let building = """
        const charts = new Map();
        const build = figure => {
          if (charts.has(figure)) return;
          const made = draw[figure.dataset.kind](read(figure));
          made.type = made.type || 'line';
          const ends = (made.options.plugins.marks.ends || []).map(end => end.text);
          const widest = Math.max(0, ...ends.map(text => text.length)) * 7.1;
          const wide = figure.clientWidth || 480;
          const right = widest && widest < wide / 3 ? widest + 10 : 8;
          if (ends.length && right === 8) made.options.plugins.legend = legend;
          Object.assign(made.options, { animation: false, maintainAspectRatio: false, responsive: true,
            interaction: { mode: 'index', intersect: false }, layout: { padding: { top: 12, right } } });
          made.options.plugins.tooltip = { callbacks: { label: item => item.dataset.label + ': '
            + (Array.isArray(item.raw) ? item.raw.join(' to ') : item.formattedValue) } };
          charts.set(figure, new Chart(figure.querySelector('canvas'), made));
        };

        """

    /// Draws what comes into view, shows one team at a time, filters the assumptions, and draws for print.
    static let page = """
        const figures = [...document.querySelectorAll('figure')];
        readTheme();
        if (window.Chart && Chart.register) {
          Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
          Chart.register(marks);
          const seen = new IntersectionObserver(entries => entries.forEach(entry => {
            if (entry.isIntersecting) { seen.unobserve(entry.target); build(entry.target); }
          }), { rootMargin: '600px' });
          figures.forEach(figure => seen.observe(figure));
        } else {
          document.documentElement.classList.remove('scripted');
        }
        const again = () => {
          readTheme();
          const drawn = [...charts.keys()];
          charts.forEach(chart => chart.destroy());
          charts.clear();
          drawn.forEach(build);
        };
        themes.forEach(query => query.addEventListener('change', again));

        const scopes = [...document.querySelectorAll('.scope')];
        const show = key => {
          scopes.forEach(scope => { scope.hidden = key !== '' && scope.dataset.scope !== key; });
          document.documentElement.classList.toggle('all-scopes', key === '');
        };
        document.querySelectorAll('.scopes input').forEach(input => {
          if (input.checked) show(input.value);
          input.addEventListener('change', () => show(input.value));
        });

        // A link opens what it leads to.
        const open = () => {
          const key = decodeURIComponent(location.hash.slice(1));
          const target = key && document.getElementById(key);
          for (let part = target; part; part = part.parentElement) if (part.matches('details')) part.open = true;
          if (target) target.scrollIntoView();
        };
        addEventListener('hashchange', open);

        const source = document.getElementById('source'), find = document.getElementById('find');
        const filter = () => {
          const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
          document.querySelectorAll('[data-source]').forEach(row => {
            const text = row.textContent.toLowerCase();
            row.hidden = (source.value !== '' && row.dataset.source !== source.value)
              || !words.every(word => text.includes(word));
          });
          document.querySelectorAll('.defaults').forEach(details => {
            if (source.value || words.length) details.open = true;
          });
        };
        if (source && find) { source.addEventListener('change', filter); find.addEventListener('input', filter); }

        // Two pages for a board, unless everything is asked for; charts are drawn for the paper's width.
        const everything = isAll => {
          document.documentElement.classList.toggle('everything', isAll);
          if (isAll) document.querySelectorAll('details.more').forEach(details => { details.open = true; });
        };
        if (location.hash === '#everything') everything(true); else open();
        document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => {
          everything(button.dataset.print === 'all');
          print();
        }));
        const isShown = figure => !figure.closest('.scope[hidden]')
          && (document.documentElement.classList.contains('everything') || !figure.closest('.more'));
        addEventListener('beforeprint', () => {
          if (!window.Chart) return;
          onPaper = true;
          document.documentElement.classList.add('on-paper');
          again();
          const shown = figures.filter(isShown);
          shown.forEach(build);
          shown.forEach(figure => {
            const chart = charts.get(figure), inside = figure.closest('.more');
            const wide = ['lines', 'shaded'].includes(figure.dataset.kind);
            chart.options.devicePixelRatio = 2;
            chart.resize(!inside ? 360 : wide ? 520 : 250, !inside ? 190 : wide ? 230 : 160);
          });
        });
        addEventListener('afterprint', () => {
          onPaper = false;
          document.documentElement.classList.remove('on-paper');
          again();
        });

        """

    /// Buttons that copy words, the picture of a chart, and its table.
    static let copying = """
        const select = node => {
          const range = document.createRange();
          range.selectNodeContents(node);
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
          return document.execCommand('copy') ? 'Copied' : 'Selected: copy with the keyboard';
        };
        const copy = document.getElementById('copy');
        if (copy) copy.addEventListener('click', () => {
          copy.textContent = select(document.getElementById('words'));
        });
        const button = (text, what) => {
          const made = document.createElement('button');
          made.type = 'button';
          made.textContent = text;
          made.setAttribute('aria-label', text + ': ' + what);
          return made;
        };
        // A picture goes into a document, whose paper is white, whatever the screen is.
        const picture = (figure, title) => {
          const root = document.documentElement;
          const redraw = () => {
            readTheme();
            if (charts.has(figure)) charts.get(figure).destroy();
            charts.delete(figure);
            build(figure);
          };
          onPaper = true;
          root.classList.add('on-paper');
          redraw();
          const paper = copied(figure, title);
          onPaper = false;
          root.classList.remove('on-paper');
          redraw();
          return paper;
        };
        const copied = (figure, title) => {
          const canvas = figure.querySelector('canvas'), paper = document.createElement('canvas');
          const scale = canvas.width / (canvas.clientWidth || canvas.width), top = 34 * scale;
          paper.width = canvas.width;
          paper.height = canvas.height + top;
          const ctx = paper.getContext('2d');
          ctx.fillStyle = theme.paper;
          ctx.fillRect(0, 0, paper.width, paper.height);
          ctx.fillStyle = theme.ink;
          ctx.font = '600 ' + 15 * scale + 'px ' + Chart.defaults.font.family;
          ctx.fillText(title, 8 * scale, 22 * scale, paper.width - 16 * scale);
          ctx.drawImage(canvas, 0, top);
          return paper;
        };
        if (window.Chart && Chart.register) figures.forEach(figure => {
          const title = figure.querySelector('.title').textContent;
          const [first, second] = [button('Copy picture', title), button('Copy table', title)];
          first.addEventListener('click', () => picture(figure, title).toBlob(blob => {
            const save = () => {
              const link = document.createElement('a');
              link.href = URL.createObjectURL(blob);
              link.download = title + '.png';
              link.click();
              first.textContent = 'Saved';
            };
            if (!navigator.clipboard || !window.ClipboardItem) return save();
            navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
              .then(() => { first.textContent = 'Copied'; }, save);
          }));
          second.addEventListener('click', () => {
            figure.querySelector('details').open = true;
            second.textContent = select(figure.querySelector('table'));
          });
          const row = document.createElement('p');
          row.className = 'copying';
          row.append(first, second);
          figure.querySelector('details').before(row);
        });
        })();
        """
}
