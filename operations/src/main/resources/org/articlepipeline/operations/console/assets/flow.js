// Keeps the picture and the chart up to date, without a reload.
import uPlot from "/assets/uPlot.js";

const EVERY = 2000;
const COLOURS = { ingest: "#3b82f6", enrich: "#d97706", index: "#059669" };
const chart = document.getElementById("chart");
const ink = getComputedStyle(document.body).color;
let plot;

function texts(flow) {
  for (const place of document.querySelectorAll("[data-flow]")) {
    const name = place.dataset.flow;
    const text = flow.texts[name] ?? "–";
    if (place.textContent !== text) place.textContent = text;
    if (place.dataset.level !== undefined) place.dataset.level = flow.levels[name] ?? "";
  }
  document.getElementById("flow-at").textContent = flow.at;
}

function problems(all) {
  const place = document.getElementById("flow-problems");
  if ([...place.children].map((p) => p.textContent).join("\n") === all.join("\n")) return;
  place.replaceChildren(
    ...all.map((text) => {
      const line = document.createElement("p");
      line.className = "problem";
      line.textContent = text;
      return line;
    }),
  );
}

function history({ times, stages }) {
  const names = Object.keys(stages);
  for (const name of names) {
    const highest = Math.max(0, ...stages[name]);
    document.querySelector(`[data-highest="${name}"]`).textContent = highest.toFixed(1) + "/s";
  }
  if (times.length < 2) return;
  const data = [times, ...names.map((name) => stages[name])];
  if (plot) {
    plot.setData(data);
    return;
  }
  const axis = { stroke: ink, grid: { stroke: "#8884" }, ticks: { stroke: "#8884" } };
  plot = new uPlot(
    {
      width: chart.clientWidth,
      height: 220,
      scales: { y: { range: (u, min, max) => [0, Math.max(1, max)] } },
      axes: [axis, { ...axis, label: "receipts a second", labelSize: 20 }],
      series: [{}, ...names.map((name) => ({ label: name, stroke: COLOURS[name], width: 2 }))],
    },
    data,
    chart,
  );
  addEventListener("resize", () => plot.setSize({ width: chart.clientWidth, height: 220 }));
}

async function look() {
  try {
    const answer = await fetch("/api/flow");
    const flow = await answer.json();
    if (answer.ok) {
      texts(flow);
      problems(flow.problems);
      history(flow.history);
    } else {
      problems([flow.detail]);
    }
  } catch {
    problems(["The console does not answer. It may have been stopped."]);
  }
  setTimeout(look, document.hidden ? 5 * EVERY : EVERY);
}

look();
