/// The page's own script: it draws each chart from the table that stands below it.
enum ReportScript {
    /// All of it.
    static let all = opening + marks + draw + building + page + copying

    /// Colours from the page's style, so that dark mode and forced colours hold for charts too; and the tables.
    static let opening = """
        (() => {
        'use strict';
        const themes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query));
        let onPaper = false, theme = {};
        const readTheme = () => {
          const style = getComputedStyle(document.documentElement);
          const of = name => style.getPropertyValue('--' + name).trim();
          theme = { ink: of('ink'), soft: of('soft'), grid: of('grid'), paper: of('paper'), line: of('line'),
            half: of('half'), most: of('most'), red: of('red'),
            colours: [1, 2, 3, 4, 5, 6, 7].map(n => of('c' + n)) };
          if (onPaper) theme.paper = '#fff';
        };
        const dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], [1, 2]];

        const number = text => { const n = parseFloat(text.replace(/,/g, '')); return Number.isFinite(n) ? n : null; };
        const read = figure => {
          const table = figure.querySelector('table');
          const rows = [...table.tBodies[0].rows];
          const columns = [...table.tHead.rows[0].cells].slice(1).map((head, i) => ({
            key: head.dataset.key, label: head.textContent.trim(),
            values: rows.map(row => number(row.cells[i + 1].textContent)) }));
          const limits = figure.dataset.limits.split(';').filter(Boolean).map(text => {
            const [at, label] = text.split('|');
            return { at: Number(at), label };
          });
          return { labels: rows.map(row => row.cells[0].textContent.trim()), columns, limits,
            unit: figure.dataset.unit, axis: figure.dataset.axis,
            bar: Number(figure.dataset.bar), wide: figure.clientWidth,
            values: key => (columns.find(c => c.key === key) || { values: [] }).values };
        };

        """

    /// Lines across a chart, labels at the ends of lines, shaded weeks.
    static let marks = """
        const stroke = (ctx, x0, y0, x1, y1, dash = [5, 4]) => {
          ctx.beginPath(); ctx.setLineDash(dash); ctx.lineWidth = 1.25; ctx.moveTo(x0, y0); ctx.lineTo(x1, y1);
            ctx.stroke();
        };
        const told = (ctx, text, x, y) => {
          ctx.save(); ctx.lineWidth = 4; ctx.strokeStyle = theme.paper; ctx.lineJoin = 'round';
          ctx.strokeText(text, x, y); ctx.restore();
          ctx.fillText(text, x, y);
        };
        const ends = (chart, labels) => {
          const { ctx, chartArea: area, scales } = chart;
          const known = labels.map(({ values, text, colour, scale }) => {
            let last = values.length - 1;
            while (last >= 0 && values[last] === null) last -= 1;
            return last < 0 ? null : { text, colour, y: scales[scale || 'y'].getPixelForValue(values[last]) };
          }).filter(Boolean).sort((a, b) => a.y - b.y);
          known.forEach((label, i) => { if (i > 0) label.y = Math.max(label.y, known[i - 1].y + 13); });
          const over = known.length ? known[known.length - 1].y - area.bottom : 0;
          if (over > 0) known.reverse().forEach((label, i) => {
            label.y = Math.min(label.y, i === 0 ? area.bottom : known[i - 1].y - 13);
          });
          ctx.textAlign = 'left';
          ctx.textBaseline = 'middle';
          known.forEach(({ text, colour, y }) => { ctx.fillStyle = colour; told(ctx, text, area.right + 6, y); });
          ctx.textBaseline = 'alphabetic';
        };
        const marks = { id: 'marks',
          beforeDatasetsDraw(chart, _, options) {
            const { ctx, chartArea: area, scales: { x } } = chart;
            const step = x.width / Math.max(1, chart.data.labels.length);
            ctx.save();
            (options.shade || []).forEach((chance, i) => {
              if (!chance) return;
              ctx.fillStyle = `rgba(230,159,0,${0.12 + 0.6 * chance / 100})`;
              const width = Math.max(3, step);
              ctx.fillRect(x.getPixelForValue(i) - width / 2, area.top, width, area.height);
            });
            ctx.restore();
          },
          afterDatasetsDraw(chart, _, options) {
            const { ctx, chartArea: area, scales } = chart;
            ctx.save();
            ctx.font = '600 12px ' + Chart.defaults.font.family;
            ctx.fillStyle = ctx.strokeStyle = theme.ink;
            (options.vertical || []).forEach(({ at, label }, i) => {
              const x = scales.x.getPixelForDecimal(at);
              if (!(x >= area.left && x <= area.right + 1)) return;
              stroke(ctx, x, area.top, x, area.bottom);
              const right = x + 4 + ctx.measureText(label).width > area.right;
              ctx.textAlign = right ? 'right' : 'left';
              told(ctx, label, right ? x - 4 : x + 4, area.top + 11 + 14 * (i % 2));
            });
            (options.horizontal || []).forEach(({ at, label }) => {
              const y = scales.y.getPixelForValue(at);
              if (!(y >= area.top - 1 && y <= area.bottom)) return;
              stroke(ctx, area.left, y, area.right, y);
              ctx.textAlign = 'left';
              told(ctx, label, area.left + 4, y - 5);
            });
            if (options.ends && chart.options.layout.padding.right > 20) ends(chart, options.ends);
            ctx.restore();
          } };

        """

    /// How each kind of figure is drawn.
    static let draw = """
        const month = label => label.split(' ').slice(-2).join(' ');
        // Months under an axis of weeks: each, or where there are many each third; the year below January.
        const weeks = labels => {
          const words = labels.map(month), first = words.map((m, i) => i === 0 || words[i - 1] !== m);
          const many = first.filter(Boolean).length;
          const isMonthly = labels.length && labels.every(label => /^[A-Z]/.test(label));
          return { grid: { display: false }, ticks: { maxRotation: 0, autoSkip: false, color: theme.soft,
            callback(_, i) {
              const [name, year] = words[i].split(' ');
              const narrow = this.chart.width < 420, long = many > 26 || (narrow && many > 14);
              const step = long ? 6 : many > 14 || (narrow && many > 7) ? 3 : 1;
              const place = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(name) / 3;
              const own = words.findIndex(word => word !== words[0]);
              const isCut = i === 0 && !isMonthly && own > 0 && own * this.chart.width / words.length < 46;
              if (!first[i] || (step > 1 && place % step) || isCut) return null;
              return name === 'Jan' || !first.slice(0, i).some(Boolean) || i === first.indexOf(true)
                ? [name, year] : name;
            } } };
        };
        // A name in lines of at most so many characters: broken at spaces; a word that is longer, such as a key of a
        // scenario, after a dot or hyphen of it, and one without these anywhere.
        const inLines = (name, most) => {
          const words = name.trim().split(/\\s+/).flatMap((word, i) => {
            const parts = word.length > most ? word.match(/[^.-]*[.-]|[^.-]+/g) : [word];
            return parts.flatMap((part, j) => (part.match(RegExp(`.{1,${most}}`, 'g')) || [''])
              .map((text, k) => ({ text, gap: i > 0 && j + k === 0 ? ' ' : '' })));
          });
          const lines = [''];
          words.forEach(({ text, gap }) => {
            const line = lines[lines.length - 1];
            if (line && (line + gap + text).length > most) lines.push(text);
            else lines[lines.length - 1] = line + (line ? gap : '') + text;
          });
          return lines;
        };
        const whole = text => /^(people|appointments)/.test(text) ? { precision: 0 } : {};
        const height = (text, more = {}) => ({ beginAtZero: true, grid: { color: theme.grid, drawBorder: false },
          ticks: { color: theme.soft, maxTicksLimit: 6, ...whole(text) },
          title: { display: true, text, color: theme.soft },
          suggestedMax: 1, ...more });
        const above = t => ({ suggestedMax: Math.max(1, ...t.limits.map(l => 1.15 * l.at)) });
        // An axis with a tenth of room around what is drawn, but none below nothing or above all of a share.
        const around = (t, keys) => {
          const drawn = keys.flatMap(key => t.values(key)).filter(v => v !== null);
          if (!drawn.length) return {};
          const low = Math.min(...drawn), high = Math.max(...drawn), more = (high - low) / 10;
          const most = t.unit.startsWith('%') && high <= 100 ? 100 : Infinity;
          return { beginAtZero: false, suggestedMin: low < 0 ? low - more : Math.max(0, low - more),
            suggestedMax: Math.min(most, Math.max(1, high + more)) };
        };
        // An axis from nothing on, with room above what is drawn.
        const roomy = (values, share) => ({ suggestedMax: Math.max(1, (1 + share) * Math.max(0, ...values)) });
        // The end of an axis: a number of one figure, or near it.
        const upTo = value => {
          const power = 10 ** Math.floor(Math.log10(value));
          return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find(n => n * power >= value) * power;
        };
        const line = (label, values, colour, more = {}) => ({ type: 'line', label, data: values, borderColor: colour,
          backgroundColor: colour, borderWidth: 2, pointRadius: 0, pointHitRadius: 6, tension: 0, ...more });
        const legend = { display: true, position: 'bottom', align: 'start',
          labels: { color: theme.ink, padding: 12, boxWidth: 34, boxHeight: 0,
          generateLabels: chart => Chart.defaults.plugins.legend.labels.generateLabels(chart).map((label, i) =>
            ({ ...label, fontColor: theme.ink, lineWidth: 2, lineDash: chart.data.datasets[i].borderDash })) } };
        const edge = (label, values, more) => line(label, values, 'transparent', { borderWidth: 0, order: 2, ...more });
        const none = { display: false };

        const draw = {
          fan(t) {
            const has = key => t.values(key).some(v => v !== null);
            return { data: { labels: t.labels, datasets: [
              line('Middle', t.values('p50'), theme.line, { order: 0 }),
              edge('1 in 20 below', t.values('p05'), {}),
              edge('1 in 20 above', t.values('p95'), { fill: '-1', backgroundColor: theme.most }),
              edge('1 in 4 below', t.values('p25'), { order: 1 }),
              edge('1 in 4 above', t.values('p75'), { fill: '-1', order: 1, backgroundColor: theme.half }) ] },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, above(t)) },
                plugins: { legend: none, marks: { horizontal: t.limits, ends: has('p95') ? [
                  { values: t.values('p95'), text: '1 in 20 above', colour: theme.soft },
                  { values: t.values('p50'), text: 'middle', colour: theme.line },
                  { values: t.values('p05'), text: '1 in 20 below', colour: theme.soft } ] : [] } } } };
          },
          lines(t) {
            const many = t.columns.length > 1;
            return { data: { labels: t.labels, datasets: t.columns.map((c, i) => line(c.label, c.values,
                theme.colours[i % 7], { borderDash: dashes[i % 7] })) },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, t.limits.length ? { suggestedMax: 115,
                ticks: { stepSize: 25, color: theme.soft } } : {}) },
                plugins: { legend: none, marks: { horizontal: t.limits, ends: many ? t.columns.map((c, i) =>
                  ({ values: c.values, text: c.label, colour: theme.colours[i % 7] })) : [] } } } };
          },
          histogram(t) {
            return { type: 'bar', data: { labels: t.labels, datasets: [
              { label: 'People', data: t.values('bar'), backgroundColor: theme.line, barPercentage: 0.94,
                categoryPercentage: 1 } ] },
              options: { scales: { x: { grid: none, title: { display: true, text: t.axis, color: theme.soft },
                  ticks: { color: theme.soft, maxRotation: 0, autoSkipPadding: 12 } },
                y: height(t.unit, roomy(t.values('bar'), 0.2)) },
                plugins: { legend: none, marks: { vertical: t.limits.map(l =>
                    ({ at: l.at / t.bar / t.labels.length, label: l.label })) } } } };
          },
          shaded(t) {
            const [, ...rest] = t.columns;
            const scale = c => c.label.includes('people') ? 'people' : 'y';
            return { data: { labels: t.labels, datasets: rest.map((c, i) => line(c.label, c.values, theme.colours[i],
                { borderDash: dashes[i], yAxisID: scale(c) })) },
              options: { scales: { x: weeks(t.labels), y: height(t.unit),
                people: height('people waiting', { position: 'right', grid: none }) },
                plugins: { legend, marks: { shade: t.values('shade') } } } };
          },
          outcome(t) {
            const low = t.values('low'), high = t.values('high'), came = t.values('actual');
            const isIn = came.map((v, i) => v === null || low[i] === null || (v >= low[i] && v <= high[i]));
            return { data: { labels: t.labels, datasets: [
              line('What came', came, theme.ink, { showLine: false, order: 0, pointRadius: 5,
                pointStyle: isIn.map(v => v ? 'circle' : 'crossRot'),
                borderColor: isIn.map(v => v ? theme.ink : theme.red),
                pointBorderWidth: 2, pointBackgroundColor: isIn.map(v => v ? theme.ink : theme.red) }),
              line('Level', t.values('level'), theme.line, { order: 1 }),
              edge('Range from', low, {}), edge('to', high, { fill: '-1', backgroundColor: theme.most }) ] },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, around(t, ['low', 'high', 'actual'])) },
                plugins: { legend: none, marks: {} } } };
          },
          range(t) {
            return { data: { labels: t.labels, datasets: [
              line('Level', t.values('level'), theme.line, { order: 1 }),
              edge('Range from', t.values('low'), {}),
              edge('to', t.values('high'), { fill: '-1', backgroundColor: theme.most }) ] },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, around(t, ['low', 'high'])) },
                plugins: { legend: none, marks: {} } } };
          },
          curve(t) {
            const point = values => t.labels.map((label, i) => ({ x: number(label), y: values[i] }))
              .filter(p => p.x !== null && p.y !== null);
            const [through, marked] = t.columns;
            const unit = (t.labels[0] || '').replace(/[-+\\d.,\\s]/g, '');
            const plain = v => v.toLocaleString('en-GB');
            return { data: { datasets: [
              line(through.label, point(through.values), theme.line, { order: 1, pointRadius: 3 }),
              line(marked.label, point(marked.values), theme.ink, { order: 0, pointRadius: 7, showLine: false,
                pointStyle: 'rectRot' }) ] },
              options: { scales: { x: { type: 'linear', grid: none, title: { display: true, text: t.axis,
                  color: theme.soft }, ticks: { color: theme.soft, maxRotation: 0, maxTicksLimit: 8,
                  callback: v => plain(v) + unit } },
                y: height(t.unit, { ...roomy([...through.values, ...marked.values], 0.1),
                  ticks: { color: theme.soft, maxTicksLimit: 6, callback: plain } }) },
                plugins: { legend: { ...legend, labels: { color: theme.ink, padding: 12, usePointStyle: true } },
                  marks: {} } } };
          },
          stacked(t) {
            const names = t.labels.map(label => inLines(label, t.wide > 440 ? 34 : 22));
            return { type: 'bar', data: { labels: names, datasets: t.columns.filter(c => c.key).map((c, i) => (
              { label: c.label, data: c.values, backgroundColor: theme.colours[i % 7], borderColor: theme.paper,
                borderWidth: 1, maxBarThickness: 22 })) },
              options: { indexAxis: 'y', scales: {
                y: { stacked: true, grid: none, ticks: { color: theme.ink, autoSkip: false } },
                x: { stacked: true, beginAtZero: true, title: { display: true, text: t.unit, color: theme.soft },
                  ticks: { color: theme.soft, maxTicksLimit: t.wide > 440 ? 7 : 5 }, grid: { color: theme.grid } } },
                plugins: { marks: {},
                  legend: { ...legend, labels: { color: theme.ink, padding: 12, boxWidth: 14, boxHeight: 10 } } } } };
          },
          difference(t) {
            const middle = t.values('mean'), low = t.values('low'), high = t.values('high');
            const names = t.labels.map(label => inLines(label, t.wide > 440 ? 36 : 20));
            const most = upTo(1.05 * Math.max(1e-9, ...[...low, ...high].filter(v => v !== null).map(Math.abs)));
            return { type: 'bar', data: { labels: names, datasets: [
              { label: '95% interval', data: low.map((v, i) => v === null ? null : [v, high[i]]), order: 1,
                backgroundColor: low.map((v, i) => v > 0 || high[i] < 0 ? theme.half : theme.grid), barThickness: 9 },
              { type: 'scatter', label: 'Difference', order: 0, data: middle.map((x, i) => ({ x, y: i })),
                pointRadius: 4, backgroundColor: theme.ink, borderColor: theme.ink } ] },
              options: { indexAxis: 'y', scales: {
                y: { type: 'category', labels: names, grid: none, ticks: { color: theme.ink, autoSkip: false } },
                x: { min: -most, max: most, title: { display: true, text: t.unit, color: theme.soft },
                  ticks: { color: theme.soft, maxTicksLimit: t.wide > 440 ? 7 : 5,
                    callback: v => (v > 0 ? '+' : '') + +v.toFixed(2) },
                  grid: { color: c => c.tick && c.tick.value === 0 ? theme.ink : theme.grid } } },
                plugins: { legend: none, marks: {} } } };
          } };

        """
}
