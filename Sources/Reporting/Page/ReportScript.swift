/// The page's own script: it draws each chart from the table that stands below it.
enum ReportScript {
    static let charts = """
        (() => {
        'use strict';
        const ink = '#17222c', soft = '#4a5966', grid = '#e6ebef', blue = '#0072b2', red = '#d55e00';
        const colours = ['#0072b2', '#d55e00', '#009e73', '#b05a8c', '#8a6d00', '#17222c', '#56b4e9'];
        const dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], []];

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
            bar: Number(figure.dataset.bar),
            values: key => (columns.find(c => c.key === key) || { values: [] }).values };
        };

        // Lines across a chart, shaded weeks, and the first week of each year.
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
            ctx.font = '600 11px ' + Chart.defaults.font.family;
            ctx.fillStyle = ctx.strokeStyle = ink;
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
              if (!(y >= area.top && y <= area.bottom)) return;
              stroke(ctx, area.left, y, area.right, y);
              ctx.textAlign = 'right';
              told(ctx, label, area.right - 2, y - 4);
            });
            ctx.fillStyle = soft;
            ctx.font = '11px ' + Chart.defaults.font.family;
            ctx.textAlign = 'left';
            (options.years || []).forEach(({ index, year }) => {
              const x = scales.x.getPixelForValue(index);
              ctx.strokeStyle = '#b7c2ca';
              stroke(ctx, x, area.top - 14, x, area.bottom, []);
              ctx.fillText(year, x + 3, area.top - 5);
            });
            ctx.restore();
          } };
        const stroke = (ctx, x0, y0, x1, y1, dash = [5, 4]) => {
          ctx.beginPath(); ctx.setLineDash(dash); ctx.lineWidth = 1.25; ctx.moveTo(x0, y0); ctx.lineTo(x1, y1);
            ctx.stroke();
        };
        const told = (ctx, text, x, y) => {
          ctx.save(); ctx.lineWidth = 4; ctx.strokeStyle = '#fff'; ctx.strokeText(text, x, y); ctx.restore();
          ctx.fillText(text, x, y);
        };
        const years = labels => labels.map((label, index) => ({ index, year: label.slice(-4) }))
          .filter(({ index, year }) => index > 0 && labels[index - 1].slice(-4) !== year);

        const weeks = labels => ({ grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 18, color: soft,
          callback: (_, i) => labels[i].replace(/ \\d{4}$/, '') } });
        const height = (text, more = {}) => ({ beginAtZero: true, grid: { color: grid, drawBorder: false },
          ticks: { color: soft, maxTicksLimit: 6 }, title: { display: true, text, color: soft }, ...more });
        const line = (label, values, colour, more = {}) => ({ type: 'line', label, data: values, borderColor: colour,
          backgroundColor: colour, borderWidth: 2, pointRadius: 0, pointHitRadius: 6, tension: 0, ...more });
        const legend = { display: true, position: 'bottom', align: 'start',
          labels: { color: ink, padding: 12, boxWidth: 34, boxHeight: 0,
          generateLabels: chart => Chart.defaults.plugins.legend.labels.generateLabels(chart).map((label, i) =>
            ({ ...label, lineWidth: 2, lineDash: chart.data.datasets[i].borderDash })) } };

        const draw = {
          fan(t) {
            const edge = (label, key, more) => line(label, t.values(key), 'transparent', { borderWidth: 0, ...more });
            return { data: { labels: t.labels, datasets: [
              line('Middle', t.values('p50'), blue, { order: 0 }),
              edge('1 in 20 below', 'p05', {}), edge('1 in 20 above', 'p95', { fill: '-1',
                backgroundColor: '#0072b230' }),
              edge('1 in 4 below', 'p25', {}), edge('1 in 4 above', 'p75', { fill: '-1',
                backgroundColor: '#0072b25c' }) ] },
              options: { scales: { x: weeks(t.labels), y: height(t.unit) },
                plugins: { legend: { display: false }, marks: { years: years(t.labels) } } } };
          },
          breach(t) {
            const low = t.values('p05'), high = t.values('p95');
            const chances = t.values('chance');
            return { type: 'bar', data: { labels: t.labels, datasets: [
              { label: '9 in 10 runs', data: low.map((v, i) => high[i] > 0 ? [v, high[i]] : null),
                backgroundColor: '#17222c90', barThickness: 1,
                grouped: false, order: 0 },
              { label: 'Mean', data: t.values('mean'), backgroundColor: '#6aaed6', grouped: false, order: 1,
                barPercentage: 0.9, categoryPercentage: 0.95 },
              { label: 'Chance of any, %', data: chances, yAxisID: 'chance', grouped: false, order: 2,
                barPercentage: 0.9, categoryPercentage: 0.95,
                backgroundColor: chances.map(c => `rgba(213,94,0,${0.2 + 0.8 * (c || 0) / 100})`) } ] },
              options: { scales: { x: weeks(t.labels),
                chance: { ...height('chance'), stack: 'two', stackWeight: 1, min: 0, max: 130,
                  afterBuildTicks: axis => { axis.ticks = [0, 50, 100].map(value => ({ value })); },
                  ticks: { color: soft, callback: v => v === 0 ? '0' : v / 10 + ' in 10' } },
                y: height(t.unit, { stack: 'two', stackWeight: 3, offset: false }) },
                plugins: { legend: { display: false }, marks: { years: years(t.labels) } } } };
          },
          lines(t) {
            return { data: { labels: t.labels, datasets: t.columns.map((c, i) => line(c.label, c.values,
                colours[i % 7], { borderDash: dashes[i % 7] })) },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, t.limits.length ? { suggestedMax: 115,
                ticks: { stepSize: 25, color: soft } } : {}) },
                plugins: { legend, marks: { years: years(t.labels), horizontal: t.limits } } } };
          },
          histogram(t) {
            return { type: 'bar', data: { labels: t.labels, datasets: [
              { label: 'People', data: t.values('bar'), backgroundColor: blue, barPercentage: 0.94,
                categoryPercentage: 1 } ] },
              options: { scales: { x: { grid: { display: false }, title: { display: true, text: t.axis,
                color: soft },
                  ticks: { color: soft, maxRotation: 0, autoSkipPadding: 12 } }, y: height(t.unit, { grace: '20%' }) },
                plugins: { legend: { display: false },
                  marks: { vertical: t.limits.map(l =>
                    ({ at: l.at / t.bar / t.labels.length, label: l.label })) } } } };
          },
          shaded(t) {
            const [, ...rest] = t.columns;
            return { data: { labels: t.labels, datasets: rest.map((c, i) => line(c.label, c.values, colours[i],
                { borderDash: dashes[i], yAxisID: c.label.includes('people') ? 'people' : 'y' })) },
              options: { scales: { x: weeks(t.labels), y: height(t.unit),
                people: height('people waiting', { position: 'right', grid: { display: false } }) },
                plugins: { legend, marks: { years: years(t.labels), shade: t.values('shade') } } } };
          },
          outcome(t) {
            const low = t.values('low'), high = t.values('high'), came = t.values('actual');
            const edge = (label, values, more) => line(label, values, 'transparent', { borderWidth: 0, order: 2,
              ...more });
            const dots = came.map((v, i) => v === null || (v >= low[i] && v <= high[i]) ? ink : red);
            return { data: { labels: t.labels, datasets: [
              line('What came', came, ink, { showLine: false, order: 0, pointRadius: 4, pointBackgroundColor: dots,
                pointBorderColor: dots }),
              line('Level', t.values('level'), blue, { order: 1 }),
              edge('Range from', low, {}), edge('to', high, { fill: '-1', backgroundColor: '#0072b230' }) ] },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, { beginAtZero: false, grace: '10%' }) },
                plugins: { legend: { display: false }, marks: { years: years(t.labels) } } } };
          },
          range(t) {
            const edge = (label, values, more) => line(label, values, 'transparent', { borderWidth: 0, order: 2,
              ...more });
            return { data: { labels: t.labels, datasets: [
              line('Level', t.values('level'), blue, { order: 1 }),
              edge('Range from', t.values('low'), {}),
              edge('to', t.values('high'), { fill: '-1', backgroundColor: '#0072b230' }) ] },
              options: { scales: { x: weeks(t.labels), y: height(t.unit, { beginAtZero: false, grace: '10%' }) },
                plugins: { legend: { display: false }, marks: { years: years(t.labels) } } } };
          } };

        """
}
