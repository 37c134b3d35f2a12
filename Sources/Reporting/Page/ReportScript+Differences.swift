extension ReportScript {
    /// Draws differences around zero, a bar each, with the range of each as a line over it.
    static let differences = """
        draw.difference = t => {
          const low = t.values('low'), high = t.values('high');
          const names = t.labels.map(label => label.match(/.{1,26}(\\s|$)/g) || [label]);
          return { type: 'bar', data: { labels: names, datasets: [
            { label: '95% interval', data: low.map((v, i) => [v, high[i]]), backgroundColor: '#17222c', barThickness: 2,
              grouped: false, order: 0 },
            { label: t.unit, data: t.values('mean'), backgroundColor: '#6aaed6', grouped: false, order: 1,
              barPercentage: 0.7 } ] },
            options: { indexAxis: 'y', scales: {
              x: { grid: { color: c => c.tick && c.tick.value === 0 ? ink : grid }, ticks: { color: soft },
                title: { display: true, text: t.unit, color: soft } },
              y: { grid: { display: false }, ticks: { color: ink, autoSkip: false } } },
              plugins: { legend: { display: false }, marks: {} } } };
        };

        """
}
